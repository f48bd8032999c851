import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf } from '#domain/changes/moment.ts';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const exchange = (wall: number, mono = 60_000, boot = 'now') => ({
  clock: { wall, mono, boot },
  now: NOW,
});

describe('the moment of an event', () => {
  it('[P13] is exact in the page load that sends, also where the wall clock was set back in between', () => {
    const event = { at: NOW + YEAR, mono: 50_000, boot: 'now', skew: null };
    expect(momentOf(event, exchange(NOW - YEAR), null).moment).toBe(NOW - 10_000);
  });

  it('[P13] is the evening of the mark where the tablet slept until the morning, and its page with it', () => {
    const made = NOW - 22 * HOUR;
    const event = { at: made, mono: HOUR, boot: 'now', skew: 0 };
    // An hour awake and 21 asleep: the monotonic clock went on for one.
    expect(momentOf(event, exchange(NOW, 2 * HOUR), made - HOUR)).toMatchObject({
      moment: made,
      clamped: false,
    });
    const fast = { ...event, at: made + YEAR, skew: -YEAR };
    expect(momentOf(fast, exchange(NOW + YEAR, 2 * HOUR), made - HOUR).moment).toBe(made);
    // And somebody set its clock back before it was sent.
    expect(momentOf(fast, exchange(NOW, 2 * HOUR), made - HOUR).moment).toBe(made);
  });

  it('[P13] is kept by the offset of its own time where somebody set the clock forward and nothing slept', () => {
    const made = NOW - HOUR;
    const event = { at: made, mono: HOUR, boot: 'now', skew: 0 };
    const day = exchange(NOW + 24 * HOUR, 2 * HOUR);
    expect(momentOf(event, day, made - HOUR)).toMatchObject({ moment: made, clamped: false });
  });

  it('[P13] is told by the page where a flat battery had set the clock years back, and it is said that nobody knows for sure', () => {
    const event = { at: NOW - 5 * YEAR, mono: HOUR, boot: 'now', skew: 0 };
    expect(momentOf(event, exchange(NOW, 2 * HOUR), NOW - 48 * HOUR)).toMatchObject({
      moment: NOW - HOUR,
      clamped: true,
    });
  });

  it('[P13] is not called sure where a request that left before a night arrives after it', () => {
    const event = { at: NOW - 13 * HOUR, mono: HOUR, boot: 'now', skew: 0 };
    const left = exchange(NOW - 13 * HOUR + 2000, HOUR + 2000);
    expect(momentOf(event, left, NOW - 14 * HOUR).clamped).toBe(true);
  });

  it('[P13] takes the offset measured when the event was made over that of the exchange', () => {
    const event = { at: NOW + YEAR - 5000, mono: 1, boot: 'before', skew: -YEAR };
    expect(momentOf(event, exchange(NOW), null)).toMatchObject({
      moment: NOW - 5000,
      clamped: false,
    });
  });

  it('[P13] uses the offset of the exchange for a device that had never met the server', () => {
    const event = { at: NOW - YEAR - 7000, mono: 1, boot: 'before', skew: null };
    expect(momentOf(event, exchange(NOW - YEAR), null)).toMatchObject({
      moment: NOW - 7000,
      clamped: false,
      offset: YEAR,
    });
  });

  it('[P13] never lies after its receipt nor before the state its author had seen, and says when it was moved', () => {
    const late = momentOf(
      { at: NOW + YEAR, mono: 1, boot: 'before', skew: 0 },
      exchange(NOW),
      NOW - 1000,
    );
    expect(late).toMatchObject({ moment: NOW, clamped: true });
    const early = momentOf(
      { at: NOW - YEAR, mono: 1, boot: 'before', skew: 0 },
      exchange(NOW),
      NOW - 1000,
    );
    expect(early).toMatchObject({ moment: NOW - 1000, clamped: true });
  });

  it('[P13] calls no clock wrong for the time that a request takes', () => {
    const event = { at: NOW + 900, mono: 1, boot: 'before', skew: 0 };
    expect(momentOf(event, exchange(NOW), null)).toMatchObject({ moment: NOW, clamped: false });
  });

  it('[P13] stays within what is possible for any clocks at all', () => {
    const ms = fc.integer({ min: -2 * YEAR, max: 2 * YEAR });
    fc.assert(
      fc.property(
        ms,
        ms,
        fc.option(ms),
        fc.option(ms),
        fc.boolean(),
        (at, wall, skew, seen, sameBoot) => {
          const seenAt = seen === null ? null : NOW + seen;
          const event = { at: NOW + at, mono: 30_000, boot: sameBoot ? 'now' : 'before', skew };
          const { moment } = momentOf(event, exchange(NOW + wall), seenAt);
          expect(moment).toBeLessThanOrEqual(NOW);
          expect(moment).toBeGreaterThanOrEqual(Math.min(seenAt ?? -Infinity, NOW));
        },
      ),
    );
  });
});
