import { useState } from 'react';
import CircleCheck from 'lucide-react/icons/circle-check';
import FileDown from 'lucide-react/icons/file-down';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { saveFile } from '#platform/save-file.ts';
import type { HeldAnswer } from '#protocol/staff-request.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFaultText } from '#ui/feedback/use-fault-text.ts';
import { Banner } from '#ui/layout/banner.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { allHeld } from './all-held.ts';
import { byReason, heldFileName, heldLines } from './held-export.ts';
import { HeldReason } from './held-reason.tsx';
import { useAsked } from './use-asked.ts';

/** Entries that are with the school and do not count yet: why, and what to do. Nothing here is lost. */
export function HeldScreen() {
  const { t } = useLingui();
  const { staff, snapshot } = useServices();
  const dayOf = useLive(snapshot, (view) => view.dayOf);
  const { answer, look } = useAsked(staff.held);
  const [fault, setFault] = useState<Fault | null>(null);
  const listed = answer?.ok === true && answer.value.events.length > 0 ? answer.value : null;
  const save = async (first: HeldAnswer): Promise<void> => {
    const all = await allHeld(staff.held, first);
    setFault(all.ok ? null : all.error);
    if (!all.ok) return;
    saveFile(heldFileName(dayOf(Date.now())), heldLines(all.value), 'application/x-ndjson');
  };
  return (
    <Page
      title={t`Entries that do not count yet`}
      width="reading"
      lead={t`The school has them and keeps them. They are only left out of the results until the reason is gone.`}
      actions={
        listed === null ? undefined : (
          <Button
            icon={<FileDown />}
            onPress={() => void save(listed)}
          >{t`Save all to a file`}</Button>
        )
      }
    >
      <FaultMessage fault={fault} />
      {answer === null ? (
        <Skeleton />
      ) : answer.ok ? (
        <Held answer={answer.value} />
      ) : (
        <NoAnswer code={answer.error.code} onAgain={look} />
      )}
    </Page>
  );
}

function Held({ answer }: { readonly answer: HeldAnswer }) {
  const { t } = useLingui();
  const { events, more } = answer;
  if (events.length === 0) {
    return (
      <EmptyState title={t`Everything counts`} icon={<CircleCheck />}>
        {t`Every entry of the devices that you look after is in the results.`}
      </EmptyState>
    );
  }
  return (
    <>
      {more ? (
        <Banner>
          {t`${plural(events.length, { one: 'There are more: only the newest one is listed here. The file has them all.', other: 'There are more: only the newest # are listed here. The file has them all.' })}`}
        </Banner>
      ) : null}
      {byReason(events).map(({ code, entries }) => (
        <HeldReason key={code} code={code} entries={entries} />
      ))}
    </>
  );
}

interface NoAnswerProps {
  readonly code: string;
  readonly onAgain: () => void;
}

function NoAnswer({ code, onAgain }: NoAnswerProps) {
  const { t } = useLingui();
  const text = useFaultText();
  return (
    <Banner
      live="status"
      title={t`The list needs the network`}
      action={<Button onPress={onAgain}>{t`Look again`}</Button>}
    >
      {text({ code })}
    </Banner>
  );
}
