import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import css from './button.module.css';
import { Press, type PressProps } from './press.tsx';

/** `primary`: the one main action of a screen. `danger`: something that cannot be taken back. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
/** Height of the target: m 48 px (staff), l 64 px (students), xl 96 px (marking, doors). */
export type ButtonSize = 'm' | 'l' | 'xl';

export interface ButtonProps extends Omit<PressProps, 'style'> {
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** Drawn before the text; decorative, so hide it from screen readers (lucide icons already are). */
  readonly icon?: ReactNode;
  /** Fills the inline size of its container. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A labelled button. `onPress` fires once per tap, click, Enter or Space. */
export function Button({
  kind = 'secondary',
  size = 'm',
  icon,
  wide = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <Press
      {...rest}
      className={cx(css['button'], css[kind], css[size], wide && css['wide'], className)}
    >
      {icon === undefined ? null : <span className={css['icon']}>{icon}</span>}
      <span className={css['text']}>{children}</span>
    </Press>
  );
}
