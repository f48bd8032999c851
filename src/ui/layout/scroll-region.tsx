import type { ReactNode } from 'react';
import css from './scroll-region.module.css';

export interface ScrollRegionProps {
  /** What is inside, for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A wide grid or a sheet that scrolls by itself, sideways and down; the keyboard can scroll it too. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus to scroll by keys
    <div role="region" aria-label={label} tabIndex={0} className={css['region']}>
      {children}
    </div>
  );
}
