import type { ReactNode } from 'react';
import type { PartOf } from './prompt-part.ts';
import css from './prompt.module.css';

/** Long division: the divisor, the dividend under its bar, the blank for the quotient above it. */
export function Division({
  part,
  blank,
}: {
  readonly part: PartOf<'division'>;
  readonly blank: ReactNode;
}) {
  return (
    <div role="group" dir="ltr" className={css['division']}>
      <span className="visually-hidden">{part.spoken}</span>
      <span className={css['quotient']}>{blank}</span>
      <span aria-hidden className={css['divisor']}>
        {part.divisor}
      </span>
      <span aria-hidden className={css['dividend']}>
        {part.dividend}
      </span>
    </div>
  );
}
