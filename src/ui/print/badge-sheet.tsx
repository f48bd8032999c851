import type { ReactNode } from 'react';
import { Avatar } from '../pictures/avatar.tsx';
import css from './badge-sheet.module.css';
import { QrCode } from './qr-code.tsx';

export interface BadgeSheetProps {
  /** Eight badges to a page, on A4 and on Letter alike. */
  readonly children: ReactNode;
}

/** A sheet of badges to print and cut. On screen it shows as it prints. */
export function BadgeSheet({ children }: BadgeSheetProps) {
  return <div className={css['sheet']}>{children}</div>;
}

export interface BadgeProps {
  readonly name: string;
  readonly avatar: string;
  /** The group, so that a found badge finds its way back. */
  readonly group: string;
  /** The short opaque token or link in the code. */
  readonly code: string;
  readonly codeLabel: string;
}

/** One badge: a 45 mm code, the picture and the name. */
export function Badge({ name, avatar, group, code, codeLabel }: BadgeProps) {
  return (
    <article className={css['badge']}>
      <QrCode text={code} label={codeLabel} mm={45} />
      <div className={css['who']}>
        <Avatar id={avatar} name={name} size="l" />
        <strong className={css['name']}>{name}</strong>
        <span className={css['group']}>{group}</span>
      </div>
    </article>
  );
}
