import { useSyncExternalStore } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Press } from '../controls/press.tsx';
import { cx } from '../cx.ts';
import { timerShare } from './timer-message.ts';
import css from './calm-timer.module.css';

export interface CalmTimerProps {
  readonly totalMs: number;
  /** Active time left; below zero once the time is used up. Nothing stops then. */
  readonly leftMs: number;
  readonly isHidden: boolean;
  readonly onToggle: () => void;
}

/**
 * A thin bar that drains toward the line's start: no digits, no ticking, no change of colour. A tap hides or shows it.
 * Under reduced motion it moves every ten seconds. A screen reader hears `TimeWords` instead.
 */
export function CalmTimer({ totalMs, leftMs, isHidden, onToggle }: CalmTimerProps) {
  const { t } = useLingui();
  const calm = useReducedMotion();
  const share = timerShare(totalMs, leftMs, calm ? 10_000 : 0);
  return (
    <div className={css['timer']}>
      <Press
        preventFocusOnPress
        onPress={onToggle}
        aria-label={isHidden ? t`Show the time bar` : t`Hide the time bar`}
        className={css['toggle'] ?? ''}
      >
        <span className={cx(css['track'], isHidden && css['hidden'])}>
          <span className={css['bar']} style={{ transform: `scaleX(${share})` }} />
        </span>
      </Press>
    </div>
  );
}

const query = '(prefers-reduced-motion: reduce)';

function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (notify) => {
      const media = matchMedia(query);
      media.addEventListener('change', notify);
      return () => media.removeEventListener('change', notify);
    },
    () => matchMedia(query).matches || document.documentElement.dataset['motion'] === 'none',
  );
}
