import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import type { PartOf } from './prompt-part.ts';
import css from './prompt.module.css';

/** A number bond: the whole above, its two parts below, a line to each. */
export function Bond({
  part,
  blank,
}: {
  readonly part: PartOf<'bond'>;
  readonly blank: ReactNode;
}) {
  const [first, second] = part.parts;
  return (
    <div role="group" dir="ltr" className={css['bond']}>
      <span className="visually-hidden">{part.spoken}</span>
      <svg viewBox="0 0 240 200" aria-hidden className={css['bondLines'] ?? ''}>
        <path d="M120 50 56 150M120 50l64 100" />
      </svg>
      <Circle value={part.whole} blank={blank} place={css['whole']} />
      <Circle value={first} blank={blank} place={css['first']} />
      <Circle value={second} blank={blank} place={css['second']} />
    </div>
  );
}

interface CircleProps {
  readonly value: string | null;
  readonly blank: ReactNode;
  readonly place: string | undefined;
}

function Circle({ value, blank, place }: CircleProps) {
  return value === null ? (
    <span className={cx(css['circle'], css['open'], place)}>{blank}</span>
  ) : (
    <span aria-hidden className={cx(css['circle'], place)}>
      {value}
    </span>
  );
}
