import type { ReactNode } from 'react';
import type { PartOf } from './prompt-part.ts';
import css from './prompt.module.css';

/** Two numbers under each other, place under place, a line, and the blank below it. */
export function Columns({
  part,
  blank,
}: {
  readonly part: PartOf<'columns'>;
  readonly blank: ReactNode;
}) {
  return (
    <div role="group" dir="ltr" className={css['columns']}>
      <span className="visually-hidden">{part.spoken}</span>
      <span aria-hidden className={css['upper']}>
        <Places value={part.upper} />
      </span>
      <span aria-hidden className={css['op']}>
        {part.op}
      </span>
      <span aria-hidden className={css['lower']}>
        <Places value={part.lower} />
      </span>
      <span aria-hidden className={css['rule']} />
      <span className={css['result']}>{blank}</span>
    </div>
  );
}

/** One box for each digit: places stay aligned in every font. */
function Places({ value }: { readonly value: string }) {
  return value.split('').map((digit, index) => (
    <span key={index} className={css['place']}>
      {digit}
    </span>
  ));
}
