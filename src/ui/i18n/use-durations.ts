import { useMemo } from 'react';
import { useLingui } from '@lingui/react';

const UNITS = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

export interface Durations {
  /** How long ago, from a difference in ms: "3 days ago", "this minute". */
  readonly ago: (ms: number) => string;
  /** A length of time in its largest unit, from ms: "2 hours", "1 minute". Rounded, one minute at least. */
  readonly length: (ms: number) => string;
}

/** Lengths of time in words of the active language. */
export function useDurations(): Durations {
  const { locale } = useLingui().i18n;
  return useMemo(() => durationsIn(locale), [locale]);
}

/** The same outside React. */
export function durationsIn(locale: string): Durations {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const split = (
    ms: number,
    round: (value: number) => number,
  ): { readonly unit: (typeof UNITS)[number][0]; readonly count: number } => {
    const [unit, size] = UNITS.find(([, length]) => ms >= length) ?? (['minute', 60_000] as const);
    return { unit, count: round(ms / size) };
  };
  return {
    ago(ms) {
      const { unit, count } = split(Math.max(0, ms), Math.floor);
      return relative.format(-count, unit);
    },
    length(ms) {
      const { unit, count } = split(Math.max(60_000, ms), Math.round);
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
        count,
      );
    },
  };
}
