import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import css from './icon-button.module.css';
import { Press, type PressProps } from './press.tsx';

export interface IconButtonProps extends Omit<PressProps, 'style' | 'aria-label'> {
  /** What it does, in words: the accessible name. */
  readonly label: string;
  readonly size?: 'm' | 'l';
  /** The icon. */
  readonly children: ReactNode;
}

/** A square button that shows only an icon (48 px, or 64 px for students). */
export function IconButton({ label, size = 'm', className, children, ...rest }: IconButtonProps) {
  return (
    <Press {...rest} aria-label={label} className={cx(css['button'], css[size], className)}>
      {children}
    </Press>
  );
}
