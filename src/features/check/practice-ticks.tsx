import { useLingui } from '@lingui/react/macro';
import type { Tick } from '#state/practice-machine.ts';
import own from './practice.module.css';

/** So many of the last questions are shown. */
const SHOWN = 10;

/** The last questions of this sitting: right at once, right after a miss (a small dot, never a cross), shown. */
export function PracticeTicks({ ticks }: { readonly ticks: readonly Tick[] }) {
  const { t } = useLingui();
  const last = ticks.slice(-SHOWN);
  const right = last.filter((tick) => tick === 'at-once').length;
  return (
    <div
      role="img"
      aria-label={t`${right} of the last ${last.length} right at once`}
      className={own['ticks']}
    >
      {last.map((tick, i) => (
        <span key={i} className={own['tick']} data-tick={tick} />
      ))}
    </div>
  );
}
