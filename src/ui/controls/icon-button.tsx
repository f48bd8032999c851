import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { cx } from '../cx.ts';
import css from './icon-button.module.css';

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | 'aria-label'
> {
  /** What it does, in words: the accessible name. */
  readonly label: string;
  readonly size?: 'm' | 'l';
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  /** The icon. */
  readonly children: ReactNode;
}

/** A square button that shows only an icon (48 px, or 64 px for students). */
export function IconButton({ label, size = 'm', className, children, ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} aria-label={label} className={cx(css['button'], css[size], className)}>
      {children}
    </AriaButton>
  );
}
