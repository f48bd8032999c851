import { useState } from 'react';
import { Check, RotateCcw } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { scoreLook } from '#domain/mastery/retention-score.ts';
import { useIdle } from '#state/use-idle.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import css from './check.module.css';
import own from './look.module.css';
import { MistakeView } from './mistake-view.tsx';
import type { EndedLook } from './use-looks.ts';

export interface LookEndProps {
  readonly ends: readonly EndedLook[];
  readonly onMyWork: () => void;
  readonly onDone: () => void;
}

const IDLE_MS = 120_000;

/** The end of the sitting: what stayed, what wants another look, and every missed question with its answer. */
export function LookEnd({ ends, onMyWork, onDone }: LookEndProps) {
  const { t } = useLingui();
  const localText = useLocalText();
  const [looking, setLooking] = useState<number | null>(null);
  useIdle(IDLE_MS, onDone);
  const mistakes = ends.flatMap(mistakesOf);
  const mistake = looking === null ? undefined : mistakes[looking];
  if (looking !== null && mistake !== undefined)
    return (
      <MistakeView
        key={looking}
        item={mistake.item}
        given={mistake.given}
        number={looking + 1}
        of={mistakes.length}
        onNext={() => setLooking(looking + 1)}
      />
    );
  const isLeft = looking === null && mistakes.length > 0;
  return (
    <StudentShell
      centred
      foot={
        <div className={css['end']}>
          {isLeft ? (
            <Button kind="primary" size="xl" wide onPress={() => setLooking(0)}>
              {t`Let's look at them`}
            </Button>
          ) : (
            <Button kind="primary" size="xl" wide onPress={onDone}>{t`I am done`}</Button>
          )}
          <Button kind="quiet" size="l" wide onPress={onMyWork}>{t`Back to my work`}</Button>
        </div>
      }
    >
      <h1>{t`Thank you for looking back!`}</h1>
      <ul className={own['ends']}>
        {ends.map(({ objective, result }) => (
          <li key={objective.id}>
            <Kept isKept={scoreLook(result).correct > 0} />
            <span>{localText(objective.ican)}</span>
          </li>
        ))}
      </ul>
    </StudentShell>
  );
}

function Kept({ isKept }: { readonly isKept: boolean }) {
  const { t } = useLingui();
  return isKept ? (
    <span className={own['kept']}>
      <Check aria-hidden /> {t`Still there`}
    </span>
  ) : (
    <span className={own['again']}>
      <RotateCcw aria-hidden /> {t`We look again`}
    </span>
  );
}

/** What was asked and not right. The second question was only asked where the first was missed. */
function mistakesOf({ opened, result }: EndedLook) {
  const { of } = scoreLook(result);
  return result.results.slice(0, of).flatMap(({ verdict, raw }, place) => {
    const item = opened.setup.form.items[place];
    return verdict === 'right' || item === undefined ? [] : [{ item, given: raw }];
  });
}
