import { useRef } from 'react';
import Check from 'lucide-react/icons/check';
import Eye from 'lucide-react/icons/eye';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import Sprout from 'lucide-react/icons/sprout';
import { useLingui } from '@lingui/react/macro';
import type { Item } from '#domain/items/item.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { Objective } from '#domain/model/course.ts';
import type { PracticeEvent, PracticeState } from '#state/practice-machine.ts';
import type { Hand } from '#ui/answer/keypad.tsx';
import type { KeypadKey } from '#ui/answer/keypad-keys.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { hasBlank } from '#ui/prompt/prompt.tsx';
import { Asked } from './answer-field.tsx';
import { AnswerPad } from './answer-pad.tsx';
import css from './check.module.css';
import { GivenAnswer } from './look-over-view.tsx';
import own from './practice.module.css';
import { PracticeTicks } from './practice-ticks.tsx';
import { NoVoiceNote, questionWords, ReadAloud, type Hearing } from './read-to-me.tsx';
import { useAnswerEntry } from './use-answer-entry.ts';
import { useLookAgain } from './use-look-again.ts';
import { useWorkedWords } from './use-worked-words.ts';
import { WorkedCard } from './worked-card.tsx';

export interface PracticeViewProps {
  readonly objective: Objective;
  readonly state: PracticeState;
  readonly send: (event: PracticeEvent) => void;
  /** Which thumb the keys are for. */
  readonly hand: Hand;
  readonly hearing: Hearing;
  readonly onDone: () => void;
}

/** One question of practice: an answer to every answer, the way shown when it is wanted, and no clock. */
export function PracticeView(props: PracticeViewProps) {
  const { form, place, phase } = props.state;
  const item = form.items[phase === 'done' ? form.items.length - 1 : place];
  assert(item !== undefined, 'a form has items');
  return <Question key={`${form.hash} ${place}`} {...props} item={item} />;
}

function Question({
  objective,
  state,
  send,
  hand,
  hearing,
  onDone,
  item,
}: PracticeViewProps & { readonly item: Item }) {
  const { t } = useLingui();
  const language = useLanguage();
  const localText = useLocalText();
  const entry = useAnswerEntry(item.answer, state.entry, state.missed);
  const isOver = state.phase !== 'asking';
  const said = useSaid(state, item);
  const worked = useWorkedWords();
  const lines = [
    ...(said === null ? [] : [said.text]),
    questionWords(hearing, item, state.form, language),
    // Nothing of the answer before the question is over, and of one that is to be read, never.
    ...(state.phase === 'shown' && !hearing.directionsOnly ? worked(item, state.entry) : []),
  ];
  // Two keys may come before the screen is drawn again: the text is the one of now.
  const typed = useRef(state.entry);
  const write = (text: string): void => {
    typed.current = text;
    send({ type: 'entry', text });
  };
  const field = { item, text: state.entry, entry, isDisabled: isOver };
  const inPrompt = hasBlank(shownPrompt(item, language)) && item.answer.kind !== 'choice';
  const onKey = (key: KeypadKey): void => {
    if (isOver) {
      if (key === 'next') send({ type: 'next' });
      return;
    }
    const after = entry.press(typed.current, key);
    if (after === null) send({ type: 'check' });
    else if (after !== typed.current) write(after);
  };
  return (
    <StudentShell
      centred
      hand={hand}
      top={<PracticeBand />}
      headStart={<PracticeTicks ticks={state.ticks} />}
      headEnd={
        <>
          <ReadAloud lines={lines} />
          <Button kind="quiet" size="l" onPress={onDone}>
            {t`Enough practice`}
          </Button>
        </>
      }
      aside={
        <div className={css['pad']} data-hand={hand}>
          <AnswerPad
            answer={item.answer}
            isDisabled={isOver}
            canGoOn={isOver || state.entry !== ''}
            hand={hand}
            next={isOver ? t`Next` : t`Check`}
            onKey={onKey}
          />
          {isOver ? null : (
            <Button
              kind="quiet"
              size="l"
              wide
              icon={<Eye aria-hidden />}
              onPress={() => send({ type: 'show' })}
            >
              {t`Show me how`}
            </Button>
          )}
        </div>
      }
    >
      <h1 className="visually-hidden">{t`Practice: ${localText(objective.ican)}`}</h1>
      <NoVoiceNote hearing={hearing} />
      <Asked
        {...field}
        blank={
          isOver ? (
            <strong className={css['right']}>
              <GivenAnswer item={item} raw={rightAnswer(item.answer)} />
            </strong>
          ) : undefined
        }
        hasField={state.phase !== 'shown'}
        onChoose={write}
        onNext={() => onKey('next')}
      />
      <div role="status" className={own['said']}>
        {said === null ? null : <Said {...said} />}
      </div>
      {state.phase === 'shown' ? (
        <WorkedCard item={item} given={state.entry} inPrompt={inPrompt} />
      ) : null}
    </StudentShell>
  );
}

interface SaidProps {
  readonly as: 'plain' | 'yes' | 'again';
  readonly text: string;
}

/** What practice says to an answer: kind words and a sign, never red. */
function Said({ as, text }: SaidProps) {
  return (
    <p className={own[as]}>
      {as === 'yes' ? <Check aria-hidden /> : as === 'again' ? <RotateCcw aria-hidden /> : null}
      {text}
    </p>
  );
}

function useSaid(state: PracticeState, item: Item): SaidProps | null {
  const { t } = useLingui();
  const lookAgain = useLookAgain();
  if (state.lookAgain) return { as: 'plain', text: lookAgain(item.answer) };
  if (state.phase === 'right')
    return { as: 'yes', text: state.missed ? t`Now you have it.` : t`Yes!` };
  if (state.phase === 'shown') return { as: 'plain', text: t`This is how it goes.` };
  return state.missed ? { as: 'again', text: t`Not quite. Look once more.` } : null;
}

/** Practice never looks like a check: a band of its own that says what it is. */
function PracticeBand() {
  const { t } = useLingui();
  return (
    <section className={own['band']} aria-label={t`Practice`}>
      <Sprout aria-hidden />
      <strong>{t`Practice`}</strong>
      <span>{t`Nothing here is counted.`}</span>
    </section>
  );
}
