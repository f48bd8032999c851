import type { MouseEventHandler, ReactNode } from 'react';
import { cx } from '../cx.ts';
import type { ButtonKind, ButtonSize } from './button.tsx';
import css from './button.module.css';

export interface LinkButtonProps {
  readonly href: string;
  readonly kind?: Exclude<ButtonKind, 'danger'>;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly wide?: boolean;
  readonly className?: string;
  /** For a router: call `preventDefault` and navigate. */
  readonly onClick?: MouseEventHandler<HTMLAnchorElement>;
  readonly children: ReactNode;
}

/** A real link (it can be opened in a tab, and is announced as a link) that looks like a button. */
export function LinkButton({
  href,
  kind = 'secondary',
  size = 'm',
  icon,
  wide = false,
  className,
  onClick,
  children,
}: LinkButtonProps) {
  return (
    <a
      href={href}
      onClick={onClick}
      className={cx(
        css['button'],
        css['link'],
        css[kind],
        css[size],
        wide && css['wide'],
        className,
      )}
    >
      {icon === undefined ? null : <span className={css['icon']}>{icon}</span>}
      <span className={css['text']}>{children}</span>
    </a>
  );
}
