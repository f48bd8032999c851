import type { CSSProperties } from 'react';
import type { StatusCount, Tally } from '#domain/reports/tally.ts';
import type { StatusNames } from './use-status-names.ts';
import css from './dashboard.module.css';

/** Every count that is not zero: the shape of its status and the number, one element each. */
export function Counts({ counts }: { readonly counts: readonly StatusCount[] }) {
  return (
    <span className={css['counts']} aria-hidden>
      {counts.map(({ status, count }) => (
        <span key={status} data-status={status}>
          {count}
        </span>
      ))}
    </span>
  );
}

/** The stacked bar of a tally as a background: true shares, no element of its own. */
export function barOf({ counts }: Pick<Tally, 'counts'>): CSSProperties {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  const stops = counts.map(({ status, count }) => {
    const to = from + (100 * count) / Math.max(1, total);
    const stop = `var(--status-${status}) ${from.toFixed(2)}% ${to.toFixed(2)}%`;
    from = to;
    return stop;
  });
  // Custom properties are not in the type of React's styles.
  return { '--stops': stops.join(', ') } as CSSProperties;
}

/** "5 mastered, 1 nearly": the counts for the ear. */
export function countsText(counts: readonly StatusCount[], names: StatusNames): string {
  return counts.map(({ status, count }) => `${count} ${names[status]}`).join(', ');
}
