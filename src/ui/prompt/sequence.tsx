import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import type { PartOf } from './prompt-part.ts';
import css from './prompt.module.css';

/** A run of numbers in boxes, one of them the blank. */
export function Sequence({
  part,
  blank,
}: {
  readonly part: PartOf<'sequence'>;
  readonly blank: ReactNode;
}) {
  return (
    <div role="group" dir="ltr" className={css['sequence']}>
      <span className="visually-hidden">{part.spoken}</span>
      {part.numbers.map((number, index) =>
        number === null ? (
          <span key={index} className={cx(css['cell'], css['open'])}>
            {blank}
          </span>
        ) : (
          <span key={index} aria-hidden className={css['cell']}>
            {number}
          </span>
        ),
      )}
    </div>
  );
}
