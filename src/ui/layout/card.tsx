import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import css from './card.module.css';

export interface CardProps {
  /** Heading of the card; drawn as an h2. */
  readonly title?: ReactNode;
  /** At the end of the heading line: a quiet button or a count. */
  readonly aside?: ReactNode;
  /** `main` marks the one card that a screen is about; `flat` has no edge of its own. */
  readonly tone?: 'plain' | 'main' | 'flat';
  readonly className?: string;
  readonly children: ReactNode;
}

/** A sheet of paper on the page: groups what belongs together. */
export function Card({ title, aside, tone = 'plain', className, children }: CardProps) {
  return (
    <section className={cx(css['card'], css[tone], className)}>
      {title === undefined ? null : (
        <header className={css['head']}>
          <h2>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
