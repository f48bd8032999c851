import { HANDED_OVER_MS, useIdle } from '#state/use-idle.ts';
import { Laugh, Meh, Smile } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Press } from '#ui/controls/press.tsx';
import type { Sureness } from '#domain/model/event.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import css from './how-sure.module.css';
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
  useIdle(HANDED_OVER_MS, onLeave);
  const face = (sure: Sureness, icon: ReactNode, words: string) => (
    <Press className={css['face'] ?? ''} onPress={() => onSay(sure)}>
      {icon}
      <span>{words}</span>
    </Press>
  );
  return (
    <StudentShell
      centred
      foot={
        <div className={css['skip']}>
          <Button kind="quiet" size="l" wide onPress={() => onSay(null)}>
            {t`Begin without saying`}
          </Button>
        </div>
      }
    >
      <h1>{t`How sure are you?`}</h1>
      <p className={css['ican']}>{localText(opened.objective.ican)}</p>
      <div role="group" aria-label={t`How sure are you?`} className={css['faces']}>
        {face('sure', <Laugh aria-hidden />, t`I am sure`)}
        {face('quite', <Smile aria-hidden />, t`I think so`)}
        {face('not-sure', <Meh aria-hidden />, t`Not sure yet`)}
      </div>
      <p className={css['soft']}>{t`It does not count. The time starts after this.`}</p>
    </StudentShell>
  );
}
