import type { ReactNode } from 'react';
import CircleAlert from 'lucide-react/icons/circle-exclamation-point';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point';
import { cx } from '../cx.ts';
import css from './banner.module.css';

/** neutral: information. amber: needs attention. red: a person must act now. */
export type BannerTone = 'neutral' | 'amber' | 'red';

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly title?: ReactNode;
  /** One button at most. */
  readonly action?: ReactNode;
  /** Announce when it appears: `status` politely, `alert` at once. */
  readonly live?: 'status' | 'alert';
  readonly children?: ReactNode;
}

const icons = { neutral: Info, amber: CircleAlert, red: TriangleAlert } as const;

/** A message that stays until its cause is gone. Shape and words carry it, colour only helps. */
export function Banner({ tone = 'neutral', title, action, live, children }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div role={live} className={cx(css['banner'], css[tone])}>
      <Icon className={css['icon'] ?? ''} aria-hidden />
      <div className={css['body']}>
        {title === undefined ? null : <strong>{title}</strong>}
        {children === undefined || children === null ? null : <div>{children}</div>}
      </div>
      {action === undefined ? null : <div className={css['action']}>{action}</div>}
    </div>
  );
}
