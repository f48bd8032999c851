import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import css from './stack.module.css';

export interface StackProps {
  /** 1 to 7 on the space scale. */
  readonly gap?: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly align?: 'start' | 'center' | 'end' | 'stretch';
  readonly className?: string;
  readonly children: ReactNode;
}

export interface RowProps extends StackProps {
  readonly justify?: 'start' | 'center' | 'end' | 'between';
  /** Items take equal widths instead of their own. */
  readonly equal?: boolean;
}

/** Children under each other. */
export function Stack({ gap = 4, align = 'stretch', className, children }: StackProps) {
  return (
    <div data-gap={gap} data-align={align} className={cx(css['stack'], className)}>
      {children}
    </div>
  );
}

/** Children beside each other; wraps when there is no room. */
export function Row({
  gap = 3,
  align = 'center',
  justify = 'start',
  equal = false,
  className,
  children,
}: RowProps) {
  return (
    <div
      data-gap={gap}
      data-align={align}
      data-justify={justify}
      className={cx(css['row'], equal && css['equal'], className)}
    >
      {children}
    </div>
  );
}
