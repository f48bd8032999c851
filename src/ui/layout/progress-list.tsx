import type { ReactNode } from 'react';
import Check from 'lucide-react/icons/check';
import { useLingui } from '@lingui/react/macro';
import { cx } from '../cx.ts';
import { useFormatters } from '../i18n/use-formatters.ts';
import css from './progress-list.module.css';

export interface ProgressPart {
  readonly id: string;
  readonly label: ReactNode;
  readonly done: number;
  /** null while the total is not known yet. */
  readonly total: number | null;
}

export interface ProgressListProps {
  readonly label: string;
  readonly parts: readonly ProgressPart[];
}

/** A job in named parts, each with its count and, when whole, a tick. No percentages, no spinner. */
export function ProgressList({ label, parts }: ProgressListProps) {
  return (
    <ul aria-label={label} className={css['list']}>
      {parts.map((part) => (
        <Part key={part.id} {...part} />
      ))}
    </ul>
  );
}

function Part({ label, done, total }: ProgressPart) {
  const { t } = useLingui();
  const { number } = useFormatters();
  const whole = total !== null && done >= total;
  const share = total === null || total === 0 ? (whole ? 1 : 0) : Math.min(1, done / total);
  return (
    <li className={cx(css['part'], whole && css['whole'])}>
      <span className={css['tick']}>
        {whole ? <Check role="img" aria-label={t`done`} strokeWidth={3} /> : null}
      </span>
      <span className={css['label']}>{label}</span>
      <span className={css['count']}>
        {total === null ? number(done) : `${number(done)} / ${number(total)}`}
      </span>
      <span className={css['track']} aria-hidden>
        <span className={css['bar']} style={{ transform: `scaleX(${share})` }} />
      </span>
    </li>
  );
}
