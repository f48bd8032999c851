import { useState } from 'react';
import FileUp from 'lucide-react/icons/file-up';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { Imported } from '#data/services-leaving.ts';
import { FileButton } from '#ui/controls/file-button.tsx';
import { FileDrop } from '#ui/controls/file-drop.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Card } from '#ui/layout/card.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { BroughtIn } from './brought-in.tsx';

/** A larger file than any device could fill is not read at all: bytes. */
const LARGEST = 256 * 1024 * 1024;

type State =
  | { readonly name: 'ready'; readonly fault: Fault | null }
  | { readonly name: 'busy'; readonly done: number; readonly total: number }
  | { readonly name: 'done'; readonly imported: Imported };

export interface BringRescueProps {
  /** Something came in: the list of devices is out of date. */
  readonly onBrought: () => void;
}

/** Takes a file of unsent results, from whatever device, to the school. As often as one likes: nothing is counted twice. */
export function BringRescue({ onBrought }: BringRescueProps) {
  const { t } = useLingui();
  const { rescue } = useServices();
  const [state, setState] = useState<State>({ name: 'ready', fault: null });

  const bring = async (file: Blob | undefined) => {
    if (file === undefined || state.name === 'busy') return;
    if (file.size > LARGEST) {
      setState({ name: 'ready', fault: { code: 'not-a-rescue-file' } });
      return;
    }
    setState({ name: 'busy', done: 0, total: 0 });
    const result = await rescue.bring(await file.text(), (done, total) =>
      setState({ name: 'busy', done, total }),
    );
    if (!result.ok) {
      setState({ name: 'ready', fault: result.error });
      return;
    }
    setState({ name: 'done', imported: result.value });
    onBrought();
  };

  return (
    <Card title={t`Bring in a rescue file`}>
      <FileDrop label={t`A file of unsent results`} onFile={(file) => void bring(file)}>
        <Stack gap={4}>
          <p>
            {t`When a device cannot send, its unsent results can be saved to a file there: tap its sync sign, or the button on its error page. Choose that file here, or drop it. It needs the network, and you can do it as often as you like: nothing counts twice.`}
          </p>
          <Row>
            <FileButton
              icon={<FileUp />}
              isDisabled={state.name === 'busy'}
              onFile={(file) => void bring(file)}
            >
              {state.name === 'done' ? t`Choose another file` : t`Choose the file`}
            </FileButton>
          </Row>
          <div role="status">
            {state.name === 'busy' ? <Progress done={state.done} total={state.total} /> : null}
            {state.name === 'done' ? <BroughtIn imported={state.imported} /> : null}
          </div>
          <FaultMessage fault={state.name === 'ready' ? state.fault : null} />
        </Stack>
      </FileDrop>
    </Card>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useLingui();
  const { number } = useFormatters();
  if (total === 0) return <p>{t`Reading the file`}</p>;
  return (
    <p className="tabular">{t`Part ${number(done)} of ${number(total)} is with the school`}</p>
  );
}
