import { useLingui } from '@lingui/react/macro';
import { timerMessage } from './timer-message.ts';

export interface TimeWordsProps {
  readonly totalMs: number;
  /** Active time left. */
  readonly leftMs: number;
}

/**
 * What a screen reader hears about the time: once at half, once at one minute, politely. It stays on the page from question to
 * question, or a new question would say it again.
 */
export function TimeWords({ totalMs, leftMs }: TimeWordsProps) {
  const { t } = useLingui();
  const message = timerMessage(totalMs, leftMs);
  return (
    <span role="status" className="visually-hidden">
      {message === 'half' ? t`Half of the time is left.` : null}
      {message === 'minute' ? t`One minute is left.` : null}
    </span>
  );
}
