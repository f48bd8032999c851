import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer } from '#domain/items/graders.ts';
import { scoreRuleOf } from '#domain/rules/score-rule.ts';
import { assert } from '#domain/kernel/assert.ts';
import { timeLimit } from '#domain/rules/thresholds.ts';
import type { Moment } from '#state/check-clock.ts';
import { draftOf, workOf } from '#state/check-draft.ts';
import { step, type CheckEvent, type CheckState } from '#state/check-machine.ts';
import { isAnswered, rawAt } from '#state/check-work.ts';
import { aDraft, aSetup, at, rightAt, theObjective } from './check-fixture.ts';

const setup = aSetup();
const { form } = setup;
const ready: CheckState = { phase: 'ready', work: workOf(aDraft()), since: null };

/** Runs events a second apart, beginning at 0. */
function play(events: readonly Plain[], from: CheckState = ready, begin = 0): CheckState {
  return events.reduce<CheckState>(
    (state, event, i) => step(state, { ...event, at: at(begin + i * 1000) } as CheckEvent, setup),
    from,
  );
}
type Plain = { readonly type: string } & Record<string, unknown>;

const start: Plain = { type: 'carry-on' };
const answer = (text: string): Plain[] => [
  { type: 'tick' },
  { type: 'entry', text },
  { type: 'next' },
];
const answerAll = (right: number): Plain[] =>
  form.items.flatMap((_, place) => answer(place < right ? rightAt(form, place) : '999'));

test('ten right answers in time are scored ten of ten', () => {
  const state = play([start, ...answerAll(10), { type: 'hand-in' }, { type: 'stored' }]);
  assert(state.phase === 'scored', 'scored');
  expect(state.result.correct).toBe(10);
  expect(state.work.activeMs).toBeLessThan(180_000);
});

test('Next on an empty field stays, and Next on what cannot be read asks to look again', () => {
  const empty = play([start, { type: 'next' }]);
  expect(empty.work.position).toBe(0);
  const unreadable = play([start, { type: 'entry', text: '-' }, { type: 'next' }]);
  expect(unreadable).toMatchObject({ phase: 'running', lookAgain: true, work: { position: 0 } });
  expect(isAnswered(unreadable.work, 0)).toBe(false);
});

test('ten right within the time are in time, however long they are looked over', () => {
  const overTime: Plain[] = Array.from({ length: 200 }, () => ({ type: 'tick' }));
  const answered = play([start, ...answerAll(10)]);
  const spent = answered.work.activeMs;
  const looked = play(overTime, answered, 31_000);
  expect(looked).toMatchObject({ phase: 'running', work: { position: 10, activeMs: spent } });
  // An answer that is changed is worked on: that time counts.
  const changing = play([{ type: 'go', place: 0 }, { type: 'tick' }], looked, 231_000);
  expect(changing.work.activeMs).toBe(spent + 1000);
});

test('a skipped question is come back to from the look over, and an answer can be changed', () => {
  const others = form.items.slice(1).flatMap((_, i) => answer(rightAt(form, i + 1)));
  const skipped = play([start, { type: 'skip' }, ...others]);
  expect(skipped.work.position).toBe(form.items.length);
  const back = play([{ type: 'go', place: 0 }, ...answer('7')], skipped, 29_000);
  expect(rawAt(back.work, 0)).toBe('7');
  expect(back.work.position).toBe(form.items.length);
  const changed = play([{ type: 'go', place: 4 }, ...answer('12')], back, 33_000);
  expect(rawAt(changed.work, 4)).toBe('12');
});

test('the limit ends nothing: later answers are taken and the check is late', () => {
  const ticks = Array.from({ length: 182 }, (): Plain => ({ type: 'tick' }));
  const late = play([start, ...ticks.slice(0, 120), { type: 'entry', text: '1' }, ...ticks]);
  expect(late.phase).toBe('late');
  const answered = play([{ type: 'next' }], late, 303_000);
  expect(rawAt(answered.work, 0)).toBe('1');
});

test.each([
  ['as long as said', 1, 180_000],
  ['one and a half times as long', 1.5, 270_000],
  ['three times as long', 3, 540_000],
])('with %s the check is late after exactly that', (_, factor, limitMs) => {
  const rule = scoreRuleOf(theObjective.rule);
  assert(rule !== null, 'a check has a score');
  expect(timeLimit(rule, factor)).toBe(limitMs);
  const after = (ms: number) =>
    step(
      { phase: 'ready', work: workOf(aDraft({ activeMs: ms - 1000 })), since: null },
      { type: 'carry-on', at: at(0) },
      { form, limitMs },
    );
  const tick = { type: 'tick', at: at(1000) } as const;
  expect(step(after(limitMs), tick, { form, limitMs }).phase).toBe('running');
  expect(step(after(limitMs + 1), tick, { form, limitMs }).phase).toBe('late');
});

test('untimed is never late, however long it takes', () => {
  const rule = scoreRuleOf(theObjective.rule);
  assert(rule !== null, 'a check has a score');
  expect(timeLimit(rule, 0)).toBeNull();
  const work = workOf(aDraft({ activeMs: 9_000_000 }));
  const state = step(
    { phase: 'ready', work, since: null },
    { type: 'carry-on', at: at(0) },
    { form, limitMs: null },
  );
  expect(step(state, { type: 'tick', at: at(1000) }, { form, limitMs: null }).phase).toBe(
    'running',
  );
});

test('a long sleep hides the item before a tap is heard', () => {
  const running = play([start]);
  const woken = step(running, { type: 'entry', text: '5', at: at(600_000) }, setup);
  expect(woken).toMatchObject({ phase: 'paused', why: 'away', work: { activeMs: 0, entry: '' } });
  const back = step(woken, { type: 'carry-on', at: at(601_000) }, setup);
  expect(back.work.absences).toEqual([{ at: at(0).wall, ms: 601_000 }]);
});

test('sleep during which the monotonic clock stood still is sleep too', () => {
  const running = play([start]);
  const now: Moment = { mono: 900, wall: at(3_600_000).wall };
  expect(step(running, { type: 'tick', at: now }, setup)).toMatchObject({
    phase: 'paused',
    work: { activeMs: 0 },
  });
});

test('a tablet that catches its breath for some seconds has not been left', () => {
  const tapped = step(play([start]), { type: 'entry', text: '5', at: at(9000) }, setup);
  expect(tapped).toMatchObject({ phase: 'running', work: { entry: '5', absences: [] } });
});

test('nobody touches the tablet for long: the item is hidden', () => {
  const ticks = Array.from({ length: 245 }, (): Plain => ({ type: 'tick' }));
  expect(play([start, ...ticks])).toMatchObject({ phase: 'paused', why: 'away' });
});

test('three answers quicker than reading slow the child down, and no time is counted meanwhile', () => {
  const quick = [0, 1, 2].flatMap((n): CheckEvent[] => [
    { type: 'entry', text: '9', at: at(n * 800 + 100) },
    { type: 'next', at: at(n * 800 + 700) },
  ]);
  const state = quick.reduce((s, event) => step(s, event, setup), play([start]));
  expect(state).toMatchObject({
    phase: 'paused',
    why: 'slow-down',
    work: { position: 3, rapid: 1 },
  });
  const on = step(state, { type: 'carry-on', at: at(60_000) }, setup);
  expect(on.work.activeMs).toBe(state.work.activeMs);
  expect(on.work.absences).toEqual([]);
});

test('after the fifth answer with at most one right, stopping is offered once', () => {
  const five = play([start, ...answerAll(1).slice(0, 15)]);
  expect(five).toMatchObject({ phase: 'paused', why: 'kind-offer' });
  const going = play([start, ...answerAll(1).slice(15)], five, 20_000);
  expect(going.phase).toBe('running');
  const stopped = play([{ type: 'hand-in' }, { type: 'stored' }], five, 20_000);
  expect(stopped).toMatchObject({ phase: 'scored', stopped: true, result: { correct: 1, of: 10 } });
});

test('a check that is handed in as usual was not stopped', () => {
  expect(play([start, { type: 'hand-in' }])).toMatchObject({ phase: 'finishing', stopped: false });
});

test('how sure a child is, is asked before the clock runs, and can be left open', () => {
  const said = step(ready, { type: 'sure', sure: 'quite', at: at(60_000) }, setup);
  expect(said).toMatchObject({
    phase: 'running',
    work: { sure: 'quite', activeMs: 0, absences: [] },
  });
  const skipped = step(ready, { type: 'sure', sure: null, at: at(60_000) }, setup);
  expect(skipped.phase).toBe('running');
  expect(skipped.work).not.toHaveProperty('sure');
});

test('what cannot be read stays in its place, and is looked at again before anything is handed in', () => {
  const skipped = play([start, ...answer('5'), { type: 'entry', text: '3/' }, { type: 'skip' }]);
  expect(rawAt(skipped.work, 1)).toBe('3/');
  const handedIn = play([{ type: 'go', place: 10 }, { type: 'hand-in' }], skipped, 6000);
  expect(handedIn).toMatchObject({
    phase: 'running',
    lookAgain: true,
    work: { position: 1, entry: '3/' },
  });
  const emptied = play([{ type: 'entry', text: '' }, { type: 'hand-in' }], handedIn, 8000);
  assert(emptied.phase === 'finishing', 'handed in');
  expect(emptied.result.results[1]?.verdict).toBe('blank');
});

test.each(['7'.repeat(500), '🙂', '🙂'.repeat(300), '٣٤', 'abc', '<script>'])(
  'an answer like "%.9s" is taken as it is, cut to what an event holds, and never breaks anything',
  (text) => {
    const state = play([start, { type: 'entry', text }, { type: 'skip' }]);
    const raw = rawAt(state.work, 0);
    expect(text.startsWith(raw)).toBe(true);
    expect(raw.length).toBeLessThanOrEqual(200);
    expect(raw.length).toBeGreaterThan(Math.min(text.length, 200) - 2);
    expect(JSON.parse(JSON.stringify(raw))).toBe(raw);
    expect(raw.isWellFormed()).toBe(true);
  },
);

test('digits of another script are an answer like any other', () => {
  const right = rightAt(form, 0).replaceAll(/\d/gu, (digit) =>
    String.fromCodePoint(0x0660 + Number(digit)),
  );
  const state = play([start, { type: 'entry', text: right }, { type: 'hand-in' }]);
  expect(state).toMatchObject({ phase: 'finishing', result: { correct: 1 } });
});

test('two right of five are no reason to offer a stop', () => {
  expect(play([start, ...answerAll(2).slice(0, 15)]).phase).toBe('running');
});

test('quick for this child: a quarter of what an item usually takes', () => {
  const slow = [0, 1, 2].flatMap((n): CheckEvent[] => [
    ...Array.from({ length: 7 }, (_, i): CheckEvent => ({
      type: 'tick',
      at: at(n * 8000 + i * 1000),
    })),
    { type: 'entry', text: '9', at: at(n * 8000 + 7000) },
    { type: 'next', at: at(n * 8000 + 8000) },
  ]);
  const quick = (ms: number) =>
    [1, 2, 3].flatMap((n): CheckEvent[] => [
      { type: 'entry', text: rightAt(form, n + 2), at: at(24_000 + n * ms - ms / 2) },
      { type: 'next', at: at(24_000 + n * ms) },
    ]);
  const after = (ms: number) =>
    [...slow, ...quick(ms)].reduce((s, event) => step(s, event, setup), play([start]));
  // Eight seconds an item: under two seconds is quick, over two is not. (The fifth answer brings the kind offer first.)
  expect(after(1800).work.rapid + Number(after(1800).phase === 'paused')).toBeGreaterThan(0);
  expect(after(2200).work.rapid).toBe(0);
});

test('locked answers cannot be changed or visited', () => {
  const draft = aDraft({ answers: [{ key: '1', raw: '8', ms: 10 }], position: 1, locked: ['1'] });
  const paused: CheckState = {
    phase: 'paused',
    work: workOf(draft),
    why: 'away',
    since: at(0).wall,
    offered: false,
  };
  const state = play([start, { type: 'go', place: 0 }, { type: 'entry', text: '3' }], paused);
  expect(state.work.position).toBe(1);
  expect(rawAt(state.work, 0)).toBe('8');
});

test('what could not be stored stays in hand and is stored again', () => {
  const finishing = play([start, { type: 'hand-in' }]);
  const failed = step(finishing, { type: 'not-stored', code: 'storage' }, setup);
  expect(failed).toMatchObject({ phase: 'finishing', fault: 'storage' });
  expect(step(failed, { type: 'store-again' }, setup)).toMatchObject({ fault: null });
});

/** Any tap or event, with the time that passes before it: mostly seconds, sometimes sleep. */
const anyEvent = fc.tuple(
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 3000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 3000, max: 900_000 }) },
  ),
  fc.oneof(
    fc.constant<Plain>({ type: 'tick' }),
    fc.constantFrom<Plain>({ type: 'pause', why: 'away' }, { type: 'pause', why: 'break' }),
    fc.constantFrom('', '-', '7', '42', '0', '100').map((text): Plain => ({ type: 'entry', text })),
    fc.constant<Plain>({ type: 'next' }),
    fc.constant<Plain>({ type: 'skip' }),
    fc.integer({ min: -1, max: 11 }).map((place): Plain => ({ type: 'go', place })),
    fc.constant<Plain>({ type: 'carry-on' }),
    fc.constant<Plain>({ type: 'killed' }),
  ),
);

test('no answer is lost, whatever is tapped, slept or killed', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      const given = new Map<number, string>();
      let now = 0;
      let state: CheckState = step(ready, { type: 'carry-on', at: at(0) }, setup);
      for (const [wait, event] of events) {
        now += wait;
        if (event.type === 'killed') {
          // The app is gone; what comes back is the draft alone.
          const work = workOf(draftOf(aDraft(), state.work, at(now).wall));
          state = { phase: 'paused', work, why: 'away', since: at(now).wall, offered: false };
          continue;
        }
        const before = state;
        state = step(state, { ...event, at: at(now) } as CheckEvent, setup);
        const item = form.items[before.work.position];
        const left = before.work.position !== state.work.position;
        if (item !== undefined && left) {
          const reading = readAnswer(item.answer, before.work.entry);
          if (reading.type !== 'blank') given.set(before.work.position, before.work.entry);
          if (reading.type === 'blank') given.delete(before.work.position);
        }
        const lost = [...given].filter(
          ([place, raw]) => place !== state.work.position && rawAt(state.work, place) !== raw,
        );
        expect(lost).toEqual([]);
      }
    }),
  );
});

test('active time never grows while the child is away, and sleep is never counted', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      let now = 0;
      let awake = 0;
      let state: CheckState = step(ready, { type: 'carry-on', at: at(0) }, setup);
      let seen = 0;
      for (const [wait, event] of events) {
        now += wait;
        if (event.type === 'killed') continue;
        const before = state;
        state = step(state, { ...event, at: at(now) } as CheckEvent, setup);
        const grown = state.work.activeMs - before.work.activeMs;
        const most = before.phase === 'paused' ? 0 : Number.POSITIVE_INFINITY;
        expect(grown >= 0 && grown <= most).toBe(true);
        if (before.phase !== 'paused' && now - seen <= 2500) awake += now - seen;
        if (state !== before || before.phase === 'paused') seen = now;
      }
      expect(state.work.activeMs).toBeLessThanOrEqual(awake);
      const onItems = state.work.answers.reduce((sum, { ms }) => sum + ms, 0);
      expect(onItems).toBeLessThanOrEqual(state.work.activeMs);
    }),
  );
});

test('what is saved is everything: the field, the place, the time come back as they were', () => {
  const state = play([start, ...answer('42'), { type: 'skip' }, { type: 'entry', text: '5' }]);
  expect(workOf(draftOf(aDraft(), state.work, at(9000).wall))).toEqual(state.work);
  expect(state.work).toMatchObject({ entry: '5', position: 2 });
});
