import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { cx } from '../cx.ts';
import css from './icon-button.module.css';

export interface MenuButtonProps {
  /** What it opens, in words: the accessible name. */
  readonly label: string;
  /** The icon. */
  readonly children: ReactNode;
}

/** An icon button inside a `MenuTrigger`, which speaks with React Aria's own buttons only. */
export function MenuButton({ label, children }: MenuButtonProps) {
  return (
    <Button aria-label={label} className={cx(css['button'], css['m'])}>
      {children}
    </Button>
  );
}
