import { useState } from 'react';
import Check from 'lucide-react/icons/check';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useLingui } from '@lingui/react/macro';
import { scoreLook } from '#domain/mastery/retention-score.ts';
import { HANDED_OVER_MS } from '#state/use-idle.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import css from './check.module.css';
import own from './look.module.css';
import { MistakeView } from './mistake-view.tsx';
import { NoVoiceNote, ReadAloud } from './read-to-me.tsx';
import type { EndedLook } from './use-looks.ts';
import { WhileThere } from './while-there.tsx';

export interface LookEndProps {
  readonly ends: readonly EndedLook[];
  readonly onMyWork: () => void;
  readonly onDone: () => void;
}

/** The end of the sitting: what stayed, what wants another look, and every missed question with its answer. */
export function LookEnd(props: LookEndProps) {
  const supports = props.ends[0]?.opened.draft.supports ?? [];
  return (
    <WhileThere ms={HANDED_OVER_MS} supports={supports} onIdle={props.onDone}>
      <Ends {...props} />
    </WhileThere>
  );
}

function Ends({ ends, onMyWork, onDone }: LookEndProps) {
  const { t } = useLingui();
  const localText = useLocalText();
  const [looking, setLooking] = useState<number | null>(null);
  const kept = (end: EndedLook): string => (isKept(end) ? t`Still there` : t`We look again`);
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
        hearing={mistake.hearing}
        onNext={() => setLooking(looking + 1)}
      />
    );
  const hearing = ends.find(({ opened }) => opened.isRead)?.opened;
  const title = t`Thank you for looking back!`;
  const lines = [title, ...ends.flatMap((end) => [localText(end.objective.ican), kept(end)])];
  const isLeft = looking === null && mistakes.length > 0;
  return (
    <StudentShell
      centred
      headEnd={hearing === undefined ? undefined : <ReadAloud lines={lines} />}
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
      <h1>{title}</h1>
      {hearing === undefined ? null : <NoVoiceNote hearing={hearing} />}
      <ul className={own['ends']}>
        {ends.map((end) => (
          <li key={end.objective.id}>
            {isKept(end) ? (
              <span className={own['kept']}>
                <Check aria-hidden /> {kept(end)}
              </span>
            ) : (
              <span className={own['again']}>
                <RotateCcw aria-hidden /> {kept(end)}
              </span>
            )}
            <span>{localText(end.objective.ican)}</span>
          </li>
        ))}
      </ul>
    </StudentShell>
  );
}

function isKept({ result }: EndedLook): boolean {
  return scoreLook(result).correct > 0;
}

/** What was asked and not right. The second question was only asked where the first was missed. */
function mistakesOf({ opened, result }: EndedLook) {
  const { of } = scoreLook(result);
  return result.results.slice(0, of).flatMap(({ verdict, raw }, place) => {
    const item = opened.setup.form.items[place];
    return verdict === 'right' || item === undefined ? [] : [{ item, given: raw, hearing: opened }];
  });
}
