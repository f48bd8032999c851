import type { ReactNode } from 'react';
import { useLingui } from '@lingui/react/macro';
import { shownPrompt } from '#domain/items/shown.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { CheckState } from '#state/check-machine.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { hasBlank, Prompt } from '#ui/prompt/prompt.tsx';
import { Answering, Boxes, OwnField, ReadToMe } from './answering.tsx';
import css from './check.module.css';
import { useAnswerEntry } from './use-answer-entry.ts';
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
  const language = useLanguage();
  const { work } = state;
  const item = opened.setup.form.items[work.position];
  assert(item !== undefined, 'a question is shown only where there is one');
  const entry = useAnswerEntry(item.answer, work.entry);
  const parts = shownPrompt(item, language);
  return (
    <StudentShell
      centred
      headStart={head}
      headEnd={
        <>
          {headEnd}
          <ReadToMe item={item} />
        </>
      }
      aside={
        <div className={css['pad']}>
          <Answering
            answer={item.answer}
            isDisabled={false}
            canGoOn={work.entry !== ''}
            next={t`Next`}
            onKey={(key) => {
              const running = opened.check.store.getState().state;
              // Two keys may come before the screen is drawn again: the text is the one of now.
              const after = entry.press(running.work.entry, key);
              if (after === null) onNext();
              else if (after !== running.work.entry) onEntry(after);
            }}
          />
          <div className={css['others']}>{others}</div>
        </div>
      }
    >
      <h1 className="visually-hidden">{t`A question`}</h1>
      <Prompt
        parts={parts}
        blank={
          item.answer.kind === 'choice' ? (
            <span aria-hidden>__</span>
          ) : (
            <Boxes item={item} text={work.entry} entry={entry} isDisabled={false} size="line" />
          )
        }
      />
      <OwnField
        item={item}
        inPrompt={hasBlank(parts)}
        text={work.entry}
        entry={entry}
        isDisabled={false}
        onChoose={onEntry}
      />
      <p role="status" className={css['again']}>
        {state.lookAgain ? t`Look again: is that a number?` : null}
      </p>
    </StudentShell>
  );
}
