import { useState } from 'react';
import { Coffee, Volume2 } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { speakItem } from '#domain/items/speak-item.ts';
import type { AnswerSpec, Item } from '#domain/items/item.ts';
import { assert } from '#domain/kernel/assert.ts';
import { countAnswered, isAnswered, isLocked } from '#state/check-work.ts';
import { useVoice } from '#state/use-voice.ts';
import { AnswerBox } from '#ui/answer/answer-box.tsx';
import { CalmTimer } from '#ui/answer/calm-timer.tsx';
import { ChoiceButtons } from '#ui/answer/choice-buttons.tsx';
import { DotsProgress } from '#ui/answer/dots-progress.tsx';
import { Keypad } from '#ui/answer/keypad.tsx';
import { editNumber, type KeypadKey } from '#ui/answer/keypad-keys.ts';
import { Button } from '#ui/controls/button.tsx';
import { IconButton } from '#ui/controls/icon-button.tsx';
import { isLanguage } from '#ui/i18n/language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { hasBlank, Prompt } from '#ui/prompt/prompt.tsx';
import type { CheckViewProps } from './check-view.ts';
import css from './check.module.css';
import { SavedDot } from './saved-dot.tsx';

export interface QuestionViewProps extends CheckViewProps {
  readonly onNotMe: () => void;
}

/** The longest answer of these families has five digits; one more leaves room for a slip. */
const MAX_DIGITS = 6;

/** One question. Nothing says whether an answer is right; every tap is saved. */
export function QuestionView({ opened, state, saved, send, onNotMe }: QuestionViewProps) {
  const { t } = useLingui();
  const [timerHidden, setTimerHidden] = useState(false);
  const { work } = state;
  const { form, limitMs } = opened.setup;
  const item = form.items[work.position];
  assert(item !== undefined, 'a question is shown only where there is one');
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
              const { entry } = store.getState().state.work;
              if (key === 'next') send({ type: 'next' });
              else send({ type: 'entry', text: editNumber(entry, key, { maxDigits: MAX_DIGITS }) });
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
      <Prompt parts={item.prompt} blank={<AnswerBox size="line" value={work.entry} />} />
      <OwnField item={item} entry={work.entry} isDisabled={locked} send={send} />
      <p role="status" className={css['again']}>
        {state.lookAgain ? t`Look again: is that a number?` : null}
        {locked ? t`This answer stays as it is.` : null}
      </p>
    </StudentShell>
  );
}

interface OwnFieldProps {
  readonly item: Item;
  readonly entry: string;
  readonly isDisabled: boolean;
  readonly send: CheckViewProps['send'];
}

/** The answer under the question, where the question itself has no blank for it. */
function OwnField({ item, entry, isDisabled, send }: OwnFieldProps) {
  const { t } = useLingui();
  const localText = useLocalText();
  const { answer } = item;
  if (answer.kind === 'integer') {
    return hasBlank(item.prompt) ? null : <AnswerBox value={entry} />;
  }
  const options =
    answer.kind === 'sign'
      ? ['<', '=', '>'].map((sign) => ({ id: sign, label: sign }))
      : answer.options.map(({ id, text }) => ({ id, label: localText(text) }));
  return (
    <ChoiceButtons
      label={t`Your answer`}
      layout={answer.kind === 'sign' ? 'row' : 'list'}
      options={options}
      value={entry === '' ? null : entry}
      isDisabled={isDisabled}
      onChange={(text) => send({ type: 'entry', text })}
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
  if (answer.kind === 'integer' && !isDisabled) {
    return <Keypad onKey={onKey} next={{ label: t`Next`, isDisabled: !canGoOn }} />;
  }
  return (
    <Button kind="primary" size="xl" wide isDisabled={!canGoOn} onPress={() => onKey('next')}>
      {t`Next`}
    </Button>
  );
}

function ReadToMe({ item }: { readonly item: Item }) {
  const { t, i18n } = useLingui();
  const language = isLanguage(i18n.locale) ? i18n.locale : 'en';
  const read = useVoice(language);
  if (read === null) return null;
  return (
    <IconButton label={t`Read to me`} size="l" onPress={() => read(speakItem(item, language))}>
      <Volume2 aria-hidden />
    </IconButton>
  );
}
