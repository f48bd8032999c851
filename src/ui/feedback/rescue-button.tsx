import { useState } from 'react';
import FileDown from 'lucide-react/icons/file-down';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { saveFile } from '#platform/save-file.ts';
import { Button } from '../controls/button.tsx';
import { Banner } from '../layout/banner.tsx';
import { Row, Stack } from '../layout/stack.tsx';
import { useFaultText, type FaultLike } from './use-fault-text.ts';

/** A rescue file, ready to be saved. */
export interface RescueText {
  readonly name: string;
  readonly text: string;
  readonly events: number;
}

export interface RescueButtonProps {
  readonly make: () => Promise<
    | { readonly ok: true; readonly value: RescueText }
    | { readonly ok: false; readonly error: FaultLike }
  >;
  /** The browser was given the file. */
  readonly onSaved?: () => void;
}

type Outcome =
  | { readonly state: 'none' | 'busy' }
  | { readonly state: 'saved'; readonly file: RescueText }
  | { readonly state: 'failed'; readonly fault: FaultLike };

/** Saves what was not sent to a file, and says how much is in it and what to do with it. */
export function RescueButton({ make, onSaved }: RescueButtonProps) {
  const { t } = useLingui();
  const [outcome, setOutcome] = useState<Outcome>({ state: 'none' });
  const save = async () => {
    // Not disabled meanwhile: it would lose the focus.
    if (outcome.state === 'busy') return;
    setOutcome({ state: 'busy' });
    const file = await make();
    if (file.ok) saveFile(file.value.name, file.value.text, 'text/plain');
    setOutcome(
      file.ok ? { state: 'saved', file: file.value } : { state: 'failed', fault: file.error },
    );
    if (file.ok) onSaved?.();
  };
  return (
    <Stack gap={3}>
      <Row>
        <Button icon={<FileDown />} onPress={() => void save()}>
          {t`Save unsent results to a file`}
        </Button>
      </Row>
      <div role="status">
        <Words outcome={outcome} />
      </div>
    </Stack>
  );
}

function Words({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useLingui();
  const text = useFaultText();
  switch (outcome.state) {
    case 'none':
    case 'busy':
      return null;
    case 'failed':
      return (
        <Banner tone="amber">
          {outcome.fault.code === 'no-school-key'
            ? t`The file is sealed with a key of the school, which this device has not got yet. Connect it to the network once.`
            : text(outcome.fault)}
        </Banner>
      );
    case 'saved': {
      const { name, events } = outcome.file;
      return (
        <Banner
          title={t`${plural(events, { one: '# result is in the file', other: '# results are in the file' })}`}
        >
          {t`It is called ${name}. Only the school can read it. Take it to any other device of staff: Devices, "Bring in a rescue file". What is on this device stays here.`}
        </Banner>
      );
    }
  }
}
