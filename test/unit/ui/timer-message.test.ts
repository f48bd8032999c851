import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timerMessage, timerShare } from '#ui/answer/timer-message.ts';

describe('the calm timer', () => {
  it('speaks twice in a three-minute check: at half and at one minute', () => {
    const heard: string[] = [];
    for (let left = 180_000; left >= -10_000; left -= 1000) {
      const message = timerMessage(180_000, left);
      if (message !== 'none' && heard.at(-1) !== message) heard.push(message);
    }
    expect(heard).toEqual(['half', 'minute']);
  });

  it('says nothing once the time is used up: nobody is cut off', () => {
    expect(timerMessage(180_000, 0)).toBe('none');
    expect(timerMessage(180_000, -5000)).toBe('none');
  });

  it('the bar never grows, stays between nothing and whole, and only steps under reduced motion', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 600_000 }),
        fc.integer({ min: -60_000, max: 600_000 }),
        fc.constantFrom(0, 10_000),
        (total, left, step) => {
          const now = timerShare(total, left, step);
          const later = timerShare(total, left - 1000, step);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(now).toBeLessThanOrEqual(1);
          expect(later).toBeLessThanOrEqual(now);
        },
      ),
    );
    expect(timerShare(180_000, 119_000, 10_000)).toBe(timerShare(180_000, 111_000, 10_000));
  });
});
