import { describe, expect, it } from 'vitest';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

/** Runs a clock on, minute by minute. */
function later(hour: number, minute: number, minutes: number): string {
  let [h, m] = [hour, minute];
  for (let i = 0; i < minutes; i += 1) {
    m += 1;
    if (m === 60) {
      m = 0;
      h = h === 12 ? 1 : h + 1;
    }
  }
  return `${h}:${String(m).padStart(2, '0')}`;
}

holdFamily({
  family: 'elapsed-time',
  valuesOf: (identity) => {
    const [h = 0, m = 0, d] = (identity.match(/\d+/gu) ?? []).map(Number);
    return d === undefined ? { h, m } : { h, m, d };
  },
  // By letting a clock run on.
  solve: (item) => {
    const said = speakItem(item, 'en');
    const [h = 0, m = 0, d = 0] = (said.match(/\d+/gu) ?? []).map(Number);
    if (said.includes('How many')) {
      const goal = /until (\d+:00)/u.exec(said)?.[1];
      let minutes = 1;
      while (later(h, m, minutes) !== goal) minutes += 1;
      return String(minutes);
    }
    return later(h, m, said.includes('hours') ? d * 60 : d);
  },
});

function after(ask: string, h: number, m: number, d: number) {
  return only('elapsed-time', { ask, h: { in: [h] }, m: { in: [m] }, d: { in: [d] } });
}

describe('wrong ways to add time', () => {
  it('count a hundred minutes to the hour, or forget the hour', () => {
    expect(trapValues(after('after-minutes', 2, 45, 30))).toEqual({
      'went-back': ['2:15'],
      'no-carry': ['2:15'],
      'hundred-minutes': ['2:75'],
    });
    expect(trapValues(after('after-minutes', 12, 50, 55))).toEqual({
      'past-twelve': ['13:45'],
      'went-back': ['11:55'],
      'no-carry': ['12:45'],
      'hundred-minutes': ['1:05'],
    });
    expect(trapValues(after('after-hours', 10, 30, 4))).toEqual({
      'past-twelve': ['14:30'],
      'went-back': ['6:30'],
    });
    const next = only('elapsed-time', { ask: 'to-next-hour', h: { in: [3] }, m: { in: [20] } });
    expect(trapValues(next)).toEqual({ 'hundred-minutes': ['80'], 'm-itself': ['20'] });
  });

  it('one o’clock is singular in Spanish', () => {
    expect(speakItem(after('after-hours', 1, 0, 2), 'es')).toContain('Es la 1:00.');
    expect(speakItem(after('after-hours', 2, 0, 2), 'es')).toContain('Son las 2:00.');
    const next = only('elapsed-time', { ask: 'to-next-hour', h: { in: [12] }, m: { in: [20] } });
    expect(speakItem(next, 'es')).toContain('para la 1:00?');
  });

  it('times that no clock shows are refused', () => {
    const params = { ask: 'after-hours', h: { in: [13] }, m: { in: [0] }, d: { in: [2] } };
    expect(faultOf('elapsed-time', params)).toBe('value.bad h');
    expect(faultOf('elapsed-time', { ...params, h: { in: [1] }, d: { in: [12] } })).toBe(
      'value.bad d',
    );
  });
});
