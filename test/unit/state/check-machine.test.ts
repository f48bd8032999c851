import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer } from '#domain/items/graders.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { Moment } from '#state/check-clock.ts';
import { draftOf, workOf } from '#state/check-draft.ts';
import { step, type CheckEvent, type CheckState } from '#state/check-machine.ts';
import { isAnswered, rawAt } from '#state/check-work.ts';
import { aDraft, aSetup, at, rightAt } from './check-fixture.ts';

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
  expect(state).toMatchObject({ phase: 'paused', why: 'slow-down', work: { position: 3 } });
  const on = step(state, { type: 'carry-on', at: at(60_000) }, setup);
  expect(on.work.activeMs).toBe(state.work.activeMs);
  expect(on.work.absences).toEqual([]);
});

test('after the fifth answer with at most one right, stopping is offered once', () => {
  const five = play([start, ...answerAll(1).slice(0, 15)]);
  expect(five).toMatchObject({ phase: 'paused', why: 'kind-offer' });
  const going = play([start, ...answerAll(1).slice(15)], five, 20_000);
  expect(going.phase).toBe('running');
  const stopped = play([{ type: 'hand-in' }], five, 20_000);
  expect(stopped).toMatchObject({ phase: 'finishing', result: { correct: 1, of: 10 } });
});

test('two right of five are no reason to offer a stop', () => {
  expect(play([start, ...answerAll(2).slice(0, 15)]).phase).toBe('running');
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
          if (reading.type === 'value') given.set(before.work.position, before.work.entry);
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
