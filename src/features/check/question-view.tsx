import { useState } from 'react';
import { Coffee, Volume2 } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { decimalMark } from '#domain/items/digits-text.ts';
import type { AnswerSpec, Item } from '#domain/items/item.ts';
import { shownOption, shownPrompt } from '#domain/items/shown.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { assert } from '#domain/kernel/assert.ts';
import { countAnswered, isAnswered, isLocked } from '#state/check-work.ts';
import { useVoice } from '#state/use-voice.ts';
import { AnswerBoxes } from '#ui/answer/answer-boxes.tsx';
import { CalmTimer } from '#ui/answer/calm-timer.tsx';
import { ChoiceButtons } from '#ui/answer/choice-buttons.tsx';
import { DotsProgress } from '#ui/answer/dots-progress.tsx';
import { Keypad } from '#ui/answer/keypad.tsx';
import type { KeypadKey } from '#ui/answer/keypad-keys.ts';
import { Button } from '#ui/controls/button.tsx';
import { IconButton } from '#ui/controls/icon-button.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { OptionFace } from '#ui/answer/option-face.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { hasBlank, Prompt } from '#ui/prompt/prompt.tsx';
import { besideBox, layoutOf } from './answer-layout.ts';
import type { CheckViewProps } from './check-view.ts';
import css from './check.module.css';
import { SavedDot } from './saved-dot.tsx';
import { useAnswerEntry, type AnswerEntry } from './use-answer-entry.ts';

export interface QuestionViewProps extends CheckViewProps {
  readonly onNotMe: () => void;
}

/** One question. Nothing says whether an answer is right; every tap is saved. */
export function QuestionView(props: QuestionViewProps) {
  const item = props.opened.setup.form.items[props.state.work.position];
  assert(item !== undefined, 'a question is shown only where there is one');
  // Every question begins in its own first empty box.
  return <Question key={props.state.work.position} {...props} item={item} />;
}

function Question(props: QuestionViewProps & { readonly item: Item }) {
  const { opened, state, saved, send, onNotMe, item } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const [timerHidden, setTimerHidden] = useState(false);
  const { work } = state;
  const { form, limitMs } = opened.setup;
  const entry = useAnswerEntry(item.answer, work.entry);
  const parts = shownPrompt(item, language);
  const locked = isLocked(work, work.position);
  const isFirst = work.position === 0 && countAnswered(work) === 0;
  const canGoOn = locked || work.entry !== '';
  return (
    <StudentShell
      centred
      top={
        limitMs === null ? undefined : (
          <CalmTimer
            totalMs={limitMs}
            leftMs={limitMs - work.activeMs}
            isHidden={timerHidden}
            onToggle={() => setTimerHidden(!timerHidden)}
          />
        )
      }
      headStart={
        <DotsProgress
          answered={form.items.map((_, place) => isAnswered(work, place))}
          current={work.position}
        />
      }
      headEnd={
        <>
          <SavedDot saved={saved} />
          <ReadToMe item={item} />
          <IconButton
            label={t`Break`}
            size="l"
            onPress={() => send({ type: 'pause', why: 'break' })}
          >
            <Coffee aria-hidden />
          </IconButton>
        </>
      }
      aside={
        <div className={css['pad']}>
          <Answering
            answer={item.answer}
            entry={work.entry}
            isDisabled={locked}
            canGoOn={canGoOn}
            onKey={(key) => {
              const { store } = opened.check;
              // Two keys may come before the screen is drawn again: the text is the one of now.
              const now = store.getState().state.work.entry;
              const after = entry.press(now, key);
              if (after === null) send({ type: 'next' });
              else if (after !== now) send({ type: 'entry', text: after });
            }}
          />
          <div className={css['others']}>
            <Button kind="quiet" size="l" onPress={() => send({ type: 'skip' })}>
              {t`Skip for now`}
            </Button>
            {isFirst ? (
              <Button kind="quiet" size="l" onPress={onNotMe}>
                {t`Not you?`}
              </Button>
            ) : (
              <Button
                kind="quiet"
                size="l"
                onPress={() => send({ type: 'go', place: form.items.length })}
              >
                {t`All answers`}
              </Button>
            )}
          </div>
        </div>
      }
    >
      <h1 className="visually-hidden">
        {t`Question ${work.position + 1} of ${form.items.length}`}
      </h1>
      <Prompt
        parts={parts}
        blank={
          // What is chosen is no number to stand in the blank: an option can be a whole equation.
          item.answer.kind === 'choice' ? (
            <span aria-hidden>__</span>
          ) : (
            <Boxes item={item} text={work.entry} entry={entry} isDisabled={locked} size="line" />
          )
        }
      />
      <OwnField
        item={item}
        inPrompt={hasBlank(parts)}
        text={work.entry}
        entry={entry}
        isDisabled={locked}
        send={send}
      />
      <p role="status" className={css['again']}>
        {state.lookAgain ? t`Look again: is that a number?` : null}
        {locked ? t`This answer stays as it is.` : null}
      </p>
    </StudentShell>
  );
}

interface BoxesProps {
  readonly item: Item;
  readonly text: string;
  readonly entry: AnswerEntry;
  readonly isDisabled: boolean;
  readonly size: 'line' | 'big';
}

/** The boxes of an answer that is typed. A sign that is chosen is shown in a box as well, where the question has a blank for it. */
function Boxes({ item, text, entry, isDisabled, size }: BoxesProps) {
  const language = useLanguage();
  return (
    <AnswerBoxes
      layout={layoutOf(item.answer) ?? 'number'}
      value={text}
      active={isDisabled ? null : entry.box}
      onActivate={entry.setBox}
      size={size}
      decimalMark={decimalMark(language)}
      {...besideBox(item.answer, language)}
    />
  );
}

interface OwnFieldProps extends Omit<BoxesProps, 'size'> {
  /** The question itself has a blank for the answer. */
  readonly inPrompt: boolean;
  readonly send: CheckViewProps['send'];
}

/** The answer under the question: boxes where the question has no blank, or what there is to choose from. */
function OwnField({ item, inPrompt, text, entry, isDisabled, send }: OwnFieldProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { answer } = item;
  if (answer.kind !== 'choice' && answer.kind !== 'sign') {
    return inPrompt ? null : (
      <Boxes item={item} text={text} entry={entry} isDisabled={isDisabled} size="big" />
    );
  }
  const shown =
    answer.kind === 'sign'
      ? ['<', '=', '>'].map((sign) => ({ id: sign, text: sign }))
      : answer.options.map((option) => shownOption(option, language));
  const drawn = shown.some((option) => 'drawing' in option);
  return (
    <ChoiceButtons
      label={t`Your answer`}
      layout={answer.kind === 'sign' ? 'row' : drawn ? 'pictures' : 'list'}
      options={shown.map((option) => ({ id: option.id, label: <OptionFace option={option} /> }))}
      value={text === '' ? null : text}
      isDisabled={isDisabled}
      onChange={(id) => send({ type: 'entry', text: id })}
    />
  );
}

interface AnsweringProps {
  readonly answer: AnswerSpec;
  readonly entry: string;
  readonly isDisabled: boolean;
  readonly canGoOn: boolean;
  readonly onKey: (key: KeypadKey) => void;
}

/** The pad and Next; for choices only Next. */
function Answering({ answer, isDisabled, canGoOn, onKey }: AnsweringProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const layout = layoutOf(answer);
  if (layout !== null && !isDisabled) {
    return (
      <Keypad
        onKey={onKey}
        next={{ label: t`Next`, isDisabled: !canGoOn }}
        {...(layout === 'decimal' ? { decimalMark: decimalMark(language) } : {})}
      />
    );
  }
  return (
    <Button kind="primary" size="xl" wide isDisabled={!canGoOn} onPress={() => onKey('next')}>
      {t`Next`}
    </Button>
  );
}

function ReadToMe({ item }: { readonly item: Item }) {
  const { t } = useLingui();
  const language = useLanguage();
  const read = useVoice(language);
  if (read === null) return null;
  return (
    <IconButton label={t`Read to me`} size="l" onPress={() => read(speakItem(item, language))}>
      <Volume2 aria-hidden />
    </IconButton>
  );
}
