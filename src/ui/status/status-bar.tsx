import { cx } from '../cx.ts';
import { statusKeys } from './status-style.ts';
import type { StatusKey } from './status-style.ts';
import css from './status-bar.module.css';

/** How many objectives have each status; absent means none. */
export type StatusCounts = { readonly [K in StatusKey]?: number };

export interface StatusBarProps {
  readonly counts: StatusCounts;
  /** The numeral, for example "7/9": the content a screen reader hears; the bar itself is decoration. */
  readonly numeral: string;
  /** Show the count inside each segment that has room. */
  readonly withCounts?: boolean;
  readonly size?: 's' | 'm';
}

/** A stacked bar of counts in the fixed order, with its numeral. Widths are the true shares. */
export function StatusBar({ counts, numeral, withCounts = false, size = 's' }: StatusBarProps) {
  return (
    <span className={cx(css['bar'], css[size])}>
      <span className={css['numeral']}>{numeral}</span>
      <span className={css['track']} aria-hidden>
        {statusKeys.map((key) => {
          const count = counts[key] ?? 0;
          return count === 0 ? null : (
            <span key={key} data-bar={key} className={css['segment']} style={{ flexGrow: count }}>
              {withCounts ? count : null}
            </span>
          );
        })}
      </span>
    </span>
  );
}
