import { printedBeside } from '#domain/items/shown-answer.ts';
import { shownOption } from '#domain/items/shown.ts';
import type { AnswerSpec } from '#domain/items/item.ts';
import { OptionFace } from '#ui/answer/option-face.tsx';
import { useLanguage } from '#ui/i18n/use-language.ts';
import { cx } from '#ui/cx.ts';
import css from './paper.module.css';

/** Where a written answer goes: a line, or a few, as the kind of answer wants it; what is printed beside it stands there. */
export function AnswerLine({ answer }: { readonly answer: AnswerSpec }) {
  const language = useLanguage();
  const { before, after } = printedBeside(answer, language);
  return (
    <span className={css['answer']} dir="ltr">
      {before}
      <Lines answer={answer} />
      {after}
    </span>
  );
}

function Lines({ answer }: { readonly answer: AnswerSpec }) {
  switch (answer.kind) {
    case 'fraction':
      return (
        <>
          {answer.whole ? <span className={cx(css['write'], css['narrow'], css['whole'])} /> : null}
          <span className={css['fraction']}>
            <span className={css['part']} />
            <span className={css['bar']} />
            <span className={css['part']} />
          </span>
        </>
      );
    case 'time':
      return (
        <>
          <Line narrow />:<Line narrow />
        </>
      );
    case 'remainder':
      return (
        <>
          <Line />R<Line narrow />
        </>
      );
    case 'integer':
    case 'decimal':
    case 'money':
    case 'choice':
    case 'sign':
      return <Line />;
  }
}

function Line({ narrow = false }: { readonly narrow?: boolean }) {
  return <span className={cx(css['write'], narrow && css['narrow'])} />;
}

/** The answer under a question: a line, or circles to fill in. */
export function AnswerSpace({ answer }: { readonly answer: AnswerSpec }) {
  const language = useLanguage();
  if (answer.kind !== 'choice' && answer.kind !== 'sign') return <AnswerLine answer={answer} />;
  const options =
    answer.kind === 'sign'
      ? ['<', '=', '>'].map((sign) => ({ id: sign, text: sign }))
      : answer.options.map((option) => shownOption(option, language));
  return (
    <ul className={css['options']}>
      {options.map((option) => (
        <li key={option.id}>
          <span className={css['circle']} />
          <span className={css['face']}>
            <OptionFace option={option} />
          </span>
        </li>
      ))}
    </ul>
  );
}
