import Laugh from 'lucide-react/icons/face-grinning';
import Meh from 'lucide-react/icons/face-neutral';
import Smile from 'lucide-react/icons/face-slightly-smiling';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { HANDED_OVER_MS, useIdle } from '#state/use-idle.ts';
import { Press } from '#ui/controls/press.tsx';
import type { Sureness } from '#domain/model/event.ts';
import { Button } from '#ui/controls/button.tsx';
import { StillThere } from '#ui/feedback/still-there.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import css from './how-sure.module.css';
import { NoVoiceNote, ReadAloud } from './read-to-me.tsx';
import type { OpenedCheck } from './use-running-check.ts';

export interface HowSureViewProps {
  readonly opened: OpenedCheck;
  /** One tap, and the check begins; null = the child would rather not say. */
  readonly onSay: (sure: Sureness | null) => void;
  /** Nobody is there any more. */
  readonly onLeave: () => void;
}

/** Before the first question, where the school asks: how sure are you? The clock does not run yet. */
export function HowSureView({ opened, onSay, onLeave }: HowSureViewProps) {
  const { t } = useLingui();
  const localText = useLocalText();
  const { asks, stay } = useIdle(HANDED_OVER_MS, opened.draft.supports, onLeave);
  const face = (says: Sureness, icon: ReactNode, words: string) => (
    <Press className={css['face'] ?? ''} onPress={() => onSay(says)}>
      {icon}
      <span>{words}</span>
    </Press>
  );
  const title = t`How sure are you?`;
  const ican = localText(opened.objective.ican);
  const [sure, quite, notSure] = [t`I am sure`, t`I think so`, t`Not sure yet`];
  const soft = t`It does not count. The time starts after this.`;
  const lines = [title, ican, sure, quite, notSure, soft];
  return (
    <StudentShell
      centred
      headEnd={opened.isRead ? <ReadAloud lines={lines} /> : undefined}
      foot={
        <div className={css['skip']}>
          <Button kind="quiet" size="l" wide onPress={() => onSay(null)}>
            {t`Begin without saying`}
          </Button>
        </div>
      }
    >
      <StillThere asks={asks} onStay={stay} />
      <h1>{title}</h1>
      <NoVoiceNote hearing={opened} />
      <p className={css['ican']}>{ican}</p>
      <div role="group" aria-label={title} className={css['faces']}>
        {face('sure', <Laugh aria-hidden />, sure)}
        {face('quite', <Smile aria-hidden />, quite)}
        {face('not-sure', <Meh aria-hidden />, notSure)}
      </div>
      <p className={css['soft']}>{soft}</p>
    </StudentShell>
  );
}
