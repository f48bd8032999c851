import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { assert } from '#domain/kernel/assert.ts';
import type { CheckState } from '#state/check-machine.ts';
import type { KeypadKey } from '#ui/answer/keypad-keys.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { Asked } from './answer-field.tsx';
import { AnswerPad } from './answer-pad.tsx';
import css from './check.module.css';
import { NoVoiceNote, ReadToMe } from './read-to-me.tsx';
import { useAnswerEntry } from './use-answer-entry.ts';
import { useLookAgain } from './use-look-again.ts';
import type { OpenedCheck } from './use-running-check.ts';

export interface ItemViewProps {
  readonly opened: OpenedCheck;
  readonly state: Extract<CheckState, { phase: 'running' | 'late' }>;
  readonly head: ReactNode;
  readonly headEnd: ReactNode;
  /** What else can be done, under the keys. */
  readonly others: ReactNode;
  readonly onEntry: (text: string) => void;
  readonly onNext: () => void;
}

/** One question of a look and its keys. Give it the place as its key: every question begins in its own first empty box. */
export function ItemView(props: ItemViewProps) {
  const { opened, state, head, headEnd, others, onEntry, onNext } = props;
  const { t } = useLingui();
  const { work } = state;
  const item = opened.setup.form.items[work.position];
  assert(item !== undefined, 'a question is shown only where there is one');
  const entry = useAnswerEntry(item.answer, work.entry);
  const lookAgain = useLookAgain();
  const hand = opened.draft.supports.includes('left-handed') ? 'left' : 'both';
  const press = (key: KeypadKey): void => {
    // Two keys may come before the screen is drawn again: the text is the one of now.
    const now = opened.check.store.getState().state.work.entry;
    const after = entry.press(now, key);
    if (after === null) onNext();
    else if (after !== now) onEntry(after);
  };
  const field = { item, text: work.entry, entry, isDisabled: false };
  return (
    <StudentShell
      centred
      hand={hand}
      headStart={head}
      headEnd={
        <>
          {headEnd}
          <ReadToMe opened={opened} item={item} />
        </>
      }
      aside={
        <div className={css['pad']} data-hand={hand}>
          <AnswerPad
            answer={item.answer}
            isDisabled={false}
            canGoOn={work.entry !== ''}
            hand={hand}
            onKey={press}
          />
          <div className={css['others']}>{others}</div>
        </div>
      }
    >
      <h1 className="visually-hidden">{t`A question`}</h1>
      <NoVoiceNote hearing={opened} />
      <Asked {...field} onChoose={onEntry} onNext={() => press('next')} />
      <p role="status" className={css['again']}>
        {state.lookAgain ? lookAgain(item.answer) : null}
      </p>
    </StudentShell>
  );
}
