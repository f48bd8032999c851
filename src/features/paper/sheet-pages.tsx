import { useLingui } from '@lingui/react/macro';
import { drawingOf } from '#domain/items/figure.ts';
import type { Item, PromptPart } from '#domain/items/item.ts';
import { paperQr, writtenCode } from '#domain/items/paper-code.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import type { Objective } from '#domain/model/course.ts';
import { explain } from '#domain/rules/explain.ts';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { cx } from '#ui/cx.ts';
import { QrCode } from '#ui/print/qr-code.tsx';
import { hasBlank, Prompt } from '#ui/prompt/prompt.tsx';
import { AnswerLine, AnswerSpace } from './answer-space.tsx';
import css from './paper.module.css';
import type { SheetFor } from './sheet-for.ts';

export interface SheetPagesProps {
  readonly sheets: readonly SheetFor[];
  readonly objective: Objective;
}

/** The sheets as they print: each begins a page. */
export function SheetPages({ sheets, objective }: SheetPagesProps) {
  return sheets.map((one) => <Sheet key={one.sheet.code} one={one} objective={objective} />);
}

function Sheet({ one, objective }: { readonly one: SheetFor; readonly objective: Objective }) {
  const { t } = useLingui();
  const language = useLanguage();
  const local = useLocalText();
  const { sheet, student, name, rule } = one;
  const { items } = sheet.form;
  return (
    <article className={css['sheet']}>
      <header className={css['head']}>
        <div className={css['who']}>
          <p className={css['line']}>
            <span>{t`Name:`}</span> <span className={css['fill']}>{name}</span>
          </p>
          <p className={css['line']}>
            <span>{t`Date:`}</span> <span className={css['fill']} />
          </p>
          <h2 className={css['title']}>{local(objective.ican)}</h2>
          <p>{t`Write your answers on the lines. Where there are circles, fill in one. If you get stuck, go on to the next one.`}</p>
          <p>{explain(rule, language)}</p>
        </div>
        <div className={css['code']}>
          <QrCode text={paperQr(sheet.code, student ?? '')} label={t`Code of this sheet`} mm={26} />
          <span>{writtenCode(sheet.code)}</span>
        </div>
      </header>
      <ol className={cx(css['items'], items.every(isShort) && css['short'])}>
        {items.map((item, place) => (
          <li key={item.identity} className={css['item']}>
            <span className={css['number']}>{place + 1}</span>
            <Question item={item} />
          </li>
        ))}
      </ol>
    </article>
  );
}

function Question({ item }: { readonly item: Item }) {
  const language = useLanguage();
  const parts = shownPrompt(item, language);
  const inPrompt = hasBlank(parts) && item.answer.kind !== 'choice' && item.answer.kind !== 'sign';
  return (
    <div className={css['question']}>
      <Prompt
        parts={parts}
        blank={inPrompt ? <AnswerLine answer={item.answer} /> : <span className={css['gap']} />}
      />
      {inPrompt ? null : <AnswerSpace answer={item.answer} />}
    </div>
  );
}

/** Widest figure, by its height, that still reads well on half of a page; and the longest sentence. */
const NARROW = 1.7;
const BRIEF = 70;

/** Two such questions fit beside each other. */
function isShort({ prompt, answer }: Item): boolean {
  const hasFaces =
    answer.kind === 'choice' &&
    answer.options.some(({ figure, tokens }) => figure !== undefined || tokens !== undefined);
  return !hasFaces && prompt.every(isShortPart);
}

function isShortPart(part: PromptPart): boolean {
  switch (part.type) {
    case 'equation':
    case 'columns':
    case 'division':
    case 'bond':
      return true;
    case 'sequence':
      return false;
    case 'text':
      return Math.max(part.text.en.length, part.text.es.length) <= BRIEF;
    case 'figure': {
      const { width, height } = drawingOf(part.figure);
      return width <= height * NARROW;
    }
  }
}
