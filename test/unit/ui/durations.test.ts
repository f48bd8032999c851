import { describe, expect, it } from 'vitest';
import { durationsIn } from '#ui/i18n/use-durations.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('lengths of time in words', () => {
  it('name the largest unit', () => {
    const { ago, length } = durationsIn('en');
    expect(ago(0)).toBe('this minute');
    expect(ago(12 * MINUTE)).toBe('12 minutes ago');
    expect(ago(DAY)).toBe('yesterday');
    expect(length(15 * MINUTE - 1)).toBe('15 minutes');
    expect(length(7 * DAY - 1)).toBe('7 days');
    expect(length(366 * DAY)).toBe('1 year');
  });

  it('never say less than a minute', () => {
    expect(durationsIn('es').length(1000)).toBe('1 minuto');
  });
});
