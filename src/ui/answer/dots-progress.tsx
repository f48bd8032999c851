import { useLingui } from '@lingui/react/macro';
import { cx } from '../cx.ts';
import css from './dots-progress.module.css';

export interface DotsProgressProps {
  /** One entry per question: has it an answer? Never whether it was right. */
  readonly answered: readonly boolean[];
  /** Index of the question on screen, or null on the summary. */
  readonly current: number | null;
}

/** Where am I? Neutral dots: answered, now, to do. */
export function DotsProgress({ answered, current }: DotsProgressProps) {
  const { t } = useLingui();
  const total = answered.length;
  const done = answered.filter(Boolean).length;
  const now = current === null ? null : current + 1;
  const name =
    now === null
      ? t`${done} of ${total} answered`
      : t`Question ${now} of ${total}, ${done} answered`;
  return (
    <div role="img" aria-label={name} className={css['dots']}>
      {answered.map((has, index) => (
        <span
          key={index}
          className={cx(css['dot'], has && css['answered'], index === current && css['now'])}
        />
      ))}
    </div>
  );
}
