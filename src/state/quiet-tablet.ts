import type { DevicesAnswer } from '#protocol/staff-request.ts';

type Device = DevicesAnswer['devices'][number];

const DAY = 24 * 60 * 60 * 1000;

/**
 * A class tablet that the school has not heard from for a day, and that may hold results. One that was lost or given back is silent for
 * good: it is named only where results were waiting on it.
 * @param now ms of server time
 */
export function isQuietTablet({ kind, lastHeard, endedAt, waiting }: Device, now: number): boolean {
  return kind === 'class-tablet' && now - lastHeard > DAY && (endedAt === null || waiting > 0);
}
