import { useState } from 'react';
import { Coffee } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import type { Item } from '#domain/items/item.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { assert } from '#domain/kernel/assert.ts';
import { countAnswered, isAnswered, isLocked } from '#state/check-work.ts';
import { CalmTimer } from '#ui/answer/calm-timer.tsx';
import { DotsProgress } from '#ui/answer/dots-progress.tsx';
import { Button } from '#ui/controls/button.tsx';
import { IconButton } from '#ui/controls/icon-button.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { hasBlank, Prompt } from '#ui/prompt/prompt.tsx';
import { Answering, Boxes, OwnField, ReadToMe } from './answering.tsx';
import type { CheckViewProps } from './check-view.ts';
import css from './check.module.css';
import { SavedDot } from './saved-dot.tsx';
import { useAnswerEntry } from './use-answer-entry.ts';

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
            isDisabled={locked}
            canGoOn={canGoOn}
            next={t`Next`}
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
        onChoose={(text) => send({ type: 'entry', text })}
      />
      <p role="status" className={css['again']}>
        {state.lookAgain ? t`Look again: is that a number?` : null}
        {locked ? t`This answer stays as it is.` : null}
      </p>
    </StudentShell>
  );
}
