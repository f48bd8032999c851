import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { Judged } from '#domain/rules/judge.ts';
import { Button } from '#ui/controls/button.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import css from './check.module.css';
import { NoVoiceNote, ReadAloud, type Hearing } from './read-to-me.tsx';

export interface ResultViewProps {
  readonly outcome: Judged;
  readonly correct: number;
  readonly of: number;
  readonly mistakes: number;
  readonly hearing: Hearing;
  readonly onGoOn: () => void;
}

/** The result in words and dots. No red, no cross, no points. */
export function ResultView(props: ResultViewProps) {
  const { outcome, correct, of, mistakes, hearing, onGoOn } = props;
  const { t } = useLingui();
  const [title, text] = useWords(outcome, correct, of);
  return (
    <StudentShell
      centred
      headEnd={hearing.isRead ? <ReadAloud lines={[title, text]} /> : undefined}
      foot={
        <div className={css['end']}>
          <Button kind="primary" size="xl" wide onPress={onGoOn}>
            {mistakes === 0
              ? t`Go on`
              : plural(mistakes, { one: "Let's look at one", other: "Let's look at # together" })}
          </Button>
        </div>
      }
    >
      <div className={css['score']} aria-hidden>
        {Array.from({ length: of }, (_, i) => (
          <span key={i} className={css['point']} data-filled={i < correct} />
        ))}
      </div>
      <h1 className={css['outcome']}>{title}</h1>
      <p className={css['lead']}>{text}</p>
      <NoVoiceNote hearing={hearing} />
    </StudentShell>
  );
}

function useWords(outcome: Judged, correct: number, of: number): readonly [string, string] {
  const { t } = useLingui();
  switch (outcome) {
    case 'met':
      return [t`You got it!`, t`${correct} of ${of}`];
    case 'slower':
      return [
        t`All right, just slower`,
        t`${correct} of ${of}. You can do it. Next we get quicker.`,
      ];
    case 'not-yet':
    case 'waiting':
      return [t`Not yet`, t`${correct} of ${of} right. You are on your way.`];
    default:
      return unreachable(outcome);
  }
}
