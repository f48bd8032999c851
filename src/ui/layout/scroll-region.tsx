import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import css from './scroll-region.module.css';

export interface ScrollRegionProps {
  /** What is inside, for screen readers. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What scrolls by itself, sideways and down, such as a wide grid; the keyboard can scroll it too. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus to scroll by keys
    <div role="region" aria-label={label} tabIndex={0} className={cx(css['region'], className)}>
      {children}
    </div>
  );
}
