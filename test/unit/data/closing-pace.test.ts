import { describe, expect, test } from 'vitest';
import { createClosingPace } from '#data/closing-pace.ts';

describe('how often a device that is being left asks the school', () => {
  test('[P15] ever more rarely while nothing moves, a minute at most', () => {
    const pace = createClosingPace(() => 1);
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      waits.push(pace.ms());
      pace.answered(false);
    }
    expect(waits).toEqual([3000, 6000, 12_000, 24_000, 48_000, 60_000, 60_000, 60_000]);
  });

  test('with jitter, so that a school that collects its tablets is not asked by all of them at once', () => {
    const pace = createClosingPace(() => 0);
    pace.answered(false);
    expect(pace.ms()).toBe(4500);
  });

  test('soon again when something moves, and when it is woken before its time', () => {
    const pace = createClosingPace(() => 1);
    for (let i = 0; i < 4; i += 1) pace.answered(false);
    expect(pace.ms()).toBe(48_000);
    pace.looked(47_950);
    expect(pace.ms()).toBe(48_000);
    pace.looked(20_000);
    expect(pace.ms()).toBe(3000);
    for (let i = 0; i < 4; i += 1) pace.answered(false);
    pace.answered(true);
    expect(pace.ms()).toBe(3000);
  });
});
