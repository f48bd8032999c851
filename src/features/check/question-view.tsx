import Coffee from 'lucide-react/icons/coffee';
import { useLingui } from '@lingui/react/macro';
import type { Item } from '#domain/items/item.ts';
import { assert } from '#domain/kernel/assert.ts';
import { countAnswered, isAnswered, isLocked } from '#state/check-work.ts';
import { CalmTimer } from '#ui/answer/calm-timer.tsx';
import { DotsProgress } from '#ui/answer/dots-progress.tsx';
import type { KeypadKey } from '#ui/answer/keypad-keys.ts';
import { Button } from '#ui/controls/button.tsx';
import { IconButton } from '#ui/controls/icon-button.tsx';
import { cx } from '#ui/cx.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { Asked } from './answer-field.tsx';
import { AnswerPad } from './answer-pad.tsx';
import type { CheckViewProps } from './check-view.ts';
import css from './check.module.css';
import { NotMeButton } from './not-me-button.tsx';
import { NoVoiceNote, ReadToMe } from './read-to-me.tsx';
import { SavedDot } from './saved-dot.tsx';
import { useAnswerEntry } from './use-answer-entry.ts';
import { useLookAgain } from './use-look-again.ts';

export interface QuestionViewProps extends CheckViewProps {
  readonly onNotMe: () => void;
  /** The time bar, where this child sees one. */
  readonly timer: { readonly isHidden: boolean; readonly onToggle: () => void } | null;
}

/** One question. Nothing says whether an answer is right; every tap is saved. */
export function QuestionView(props: QuestionViewProps) {
  const item = props.opened.setup.form.items[props.state.work.position];
  assert(item !== undefined, 'a question is shown only where there is one');
  // Every question begins in its own first empty box.
  return <Question key={props.state.work.position} {...props} item={item} />;
}

function Question(props: QuestionViewProps & { readonly item: Item }) {
  const { opened, state, saved, send, onNotMe, timer, item } = props;
  const { t } = useLingui();
  const lookAgain = useLookAgain();
  const { work } = state;
  const { form, limitMs } = opened.setup;
  const hand = opened.draft.supports.includes('left-handed') ? 'left' : 'both';
  const entry = useAnswerEntry(item.answer, work.entry);
  const locked = isLocked(work, work.position);
  const isFirst = work.position === 0 && countAnswered(work) === 0;
  const press = (key: KeypadKey): void => {
    // Two keys may come before the screen is drawn again: the text is the one of now.
    const now = opened.check.store.getState().state.work.entry;
    const after = entry.press(now, key);
    if (after === null) send({ type: 'next' });
    else if (after !== now) send({ type: 'entry', text: after });
  };
  const field = { item, text: work.entry, entry, isDisabled: locked };
  return (
    <StudentShell
      centred
      hand={hand}
      top={
        timer === null || limitMs === null ? undefined : (
          <CalmTimer totalMs={limitMs} leftMs={limitMs - work.activeMs} {...timer} />
        )
      }
      headStart={
        <>
          {isFirst ? (
            <NotMeButton
              student={opened.draft.student}
              asks={work.entry !== ''}
              onNotMe={onNotMe}
            />
          ) : null}
          <div className={cx(isFirst && css['dotsOfFirst'])}>
            <DotsProgress
              answered={form.items.map((_, place) => isAnswered(work, place))}
              current={work.position}
            />
          </div>
        </>
      }
      headEnd={
        <>
          <SavedDot saved={saved} />
          <ReadToMe opened={opened} item={item} />
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
        <div className={css['pad']} data-hand={hand}>
          <AnswerPad
            answer={item.answer}
            isDisabled={locked}
            canGoOn={locked || work.entry !== ''}
            hand={hand}
            onKey={press}
          />
          <div className={css['others']}>
            <Button kind="quiet" size="l" onPress={() => send({ type: 'skip' })}>
              {t`Skip for now`}
            </Button>
            {isFirst ? null : (
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
      <NoVoiceNote hearing={opened} />
      <Asked
        {...field}
        onChoose={(id) => send({ type: 'entry', text: id })}
        onNext={() => press('next')}
      />
      <p role="status" className={css['again']}>
        {state.lookAgain ? lookAgain(item.answer) : null}
        {locked ? t`This answer stays as it is.` : null}
      </p>
    </StudentShell>
  );
}
