import { useLingui } from '@lingui/react/macro';
import type { Item } from '#domain/items/item.ts';
import { writtenCode } from '#domain/items/paper-code.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { shownAnswer } from '#domain/items/shown-answer.ts';
import type { Objective } from '#domain/model/course.ts';
import { OptionFace } from '#ui/answer/option-face.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import css from './paper.module.css';
import type { SheetFor } from './sheet-for.ts';

export interface KeyPagesProps {
  readonly sheets: readonly SheetFor[];
  readonly objective: Objective;
}

/** The right answers of all sheets, on pages of their own, for whoever marks them. */
export function KeyPages({ sheets, objective }: KeyPagesProps) {
  const { t } = useLingui();
  const local = useLocalText();
  return (
    <article className={css['key']}>
      <h2>{t`Answers, for the teacher`}</h2>
      <p>{local(objective.title)}</p>
      {sheets.map(({ sheet, name }) => (
        <section key={sheet.code} className={css['keyed']}>
          <h3>
            {name === '' ? null : `${name} · `}
            <span className={css['mono']}>{writtenCode(sheet.code)}</span>
          </h3>
          <ol className={css['right']}>
            {sheet.form.items.map((item) => (
              <li key={item.identity}>
                <RightAnswer item={item} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </article>
  );
}

/** The right answer as it is written. */
export function RightAnswer({ item }: { readonly item: Item }) {
  const language = useLanguage();
  const shown = shownAnswer(item.answer, rightAnswer(item.answer), language);
  return shown.type === 'option' ? (
    <OptionFace option={shown.option} />
  ) : (
    <bdi dir="ltr">{shown.text}</bdi>
  );
}
