import { expect, test } from 'vitest';
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { CheckDraft, Drafts } from '#data/services.ts';
import type { Moment } from '#state/check-clock.ts';
import { returnTo } from '#state/check-draft.ts';
import { openCheck, type CheckStore } from '#state/check-store.ts';
import { rawAt } from '#state/check-work.ts';
import { aDraft, aSetup, at, rightAt } from './check-fixture.ts';

/** Drafts as a slow, durable store that remembers every write. */
function fakeDrafts() {
  const writes: CheckDraft[] = [];
  const finished: Parameters<Drafts['finish']>[1][] = [];
  let next: Result<void, Fault> = ok(undefined);
  return {
    writes,
    finished,
    fail: (code: string | null) => (next = code === null ? ok(undefined) : fault(code)),
    ports: {
      save: async (draft: CheckDraft) => {
        await Promise.resolve();
        if (next.ok) writes.push(draft);
        return next;
      },
      finish: async (_: CheckDraft['id'], end: Parameters<Drafts['finish']>[1]) => {
        await Promise.resolve();
        finished.push(end);
        return ok({ slot: 's.000000001', id: _, kept: 'database' as const });
      },
    },
  };
}

function opened(draft = aDraft(), isThere = true) {
  const drafts = fakeDrafts();
  let [ms, set] = [0, 0];
  const clock = (): Moment => ({ mono: at(ms).mono, wall: at(ms).wall + set });
  const check = openCheck(draft, aSetup(), { drafts: drafts.ports, now: clock }, isThere);
  if (isThere) check.send({ type: 'carry-on', at: at(0) });
  const pass = (passed: number) => (ms += passed);
  /** Somebody sets the wall clock of the tablet. */
  const setClock = (by: number) => (set += by);
  return { drafts, check, pass, setClock, now: clock };
}

const settle = async () => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};
const stateOf = ({ store }: CheckStore) => store.getState().state;

test('a check begins at once for a child who is there, and waits for "carry on" otherwise', () => {
  expect(stateOf(opened().check).phase).toBe('running');
  const left = aDraft({ activeMs: 4000, entry: '4', position: 2 });
  expect(stateOf(opened(left, false).check)).toMatchObject({
    phase: 'paused',
    work: { entry: '4', position: 2, activeMs: 4000 },
  });
  expect(stateOf(opened(aDraft(), false).check).phase).toBe('paused');
});

test('every tap is durable: a digit, an answer, a move', async () => {
  const { drafts, check, pass, now } = opened();
  pass(900);
  check.send({ type: 'entry', text: '4', at: now() });
  await settle();
  expect(drafts.writes.at(-1)).toMatchObject({ entry: '4', position: 0 });
  pass(600);
  check.send({ type: 'next', at: now() });
  await settle();
  const saved = drafts.writes.at(-1);
  expect(saved).toMatchObject({ position: 1, entry: '', activeMs: 1500, updatedAt: now().wall });
  expect(saved?.answers).toEqual([{ key: '1', raw: '4', ms: 1500 }]);
  expect(check.store.getState().saved).toBe('saved');
});

test('taps faster than the storage lose nothing: the newest state is written last', async () => {
  const { drafts, check, now } = opened();
  for (const text of ['1', '12', '1', '']) check.send({ type: 'entry', text, at: now() });
  check.send({ type: 'entry', text: '7', at: now() });
  await settle();
  expect(drafts.writes.at(-1)?.entry).toBe('7');
  expect(drafts.writes.length).toBeLessThan(6);
});

test('active time is saved every two seconds while nothing is tapped', async () => {
  const { drafts, check, pass, now } = opened();
  await settle();
  const before = drafts.writes.length;
  for (let second = 0; second < 6; second += 1) {
    pass(1000);
    check.send({ type: 'tick', at: now() });
    await settle();
  }
  expect(drafts.writes.length - before).toBe(3);
  expect(drafts.writes.at(-1)?.activeMs).toBe(6000);
});

test('a write that fails is shown, and tried again at the next tick', async () => {
  const { drafts, check, pass, now } = opened();
  drafts.fail('storage');
  check.send({ type: 'entry', text: '4', at: now() });
  await settle();
  expect(check.store.getState().saved).toBe('failed');
  drafts.fail(null);
  pass(1000);
  check.send({ type: 'tick', at: now() });
  await settle();
  expect(check.store.getState().saved).toBe('saved');
  expect(drafts.writes.at(-1)?.entry).toBe('4');
});

test('handing in stores the last answer first, then makes the attempt with the grade of this device', async () => {
  const { drafts, check, pass, now } = opened();
  const right = rightAt(aSetup().form, 0);
  check.send({ type: 'entry', text: right, at: now() });
  pass(1000);
  check.send({ type: 'hand-in', at: now() });
  await settle();
  expect(drafts.writes.at(-1)?.answers).toEqual([{ key: '1', raw: right, ms: 1000 }]);
  expect(drafts.finished).toEqual([{ claim: { correct: 1, of: 10 }, finished: true }]);
  expect(stateOf(check).phase).toBe('scored');
});

test('a hand-in that cannot be stored keeps every answer and can be repeated', async () => {
  const { drafts, check, now } = opened();
  check.send({ type: 'entry', text: '4', at: now() });
  await settle();
  drafts.fail('storage');
  check.send({ type: 'hand-in', at: now() });
  await settle();
  expect(stateOf(check)).toMatchObject({ phase: 'finishing', fault: 'storage' });
  expect(drafts.finished).toEqual([]);
  drafts.fail(null);
  check.send({ type: 'store-again' });
  await settle();
  const state = stateOf(check);
  assert(state.phase === 'scored', 'stored at the second try');
  expect(rawAt(state.work, 0)).toBe('4');
});

test('the kind stop is handed in as stopped, with how often the check slowed down', async () => {
  const answers = [1, 2, 3, 4].map((key) => ({ key: String(key), raw: '999', ms: 500 }));
  const { drafts, check, pass, now } = opened(
    aDraft({ answers, position: 4, activeMs: 2000, rapid: 1 }),
  );
  pass(900);
  check.send({ type: 'entry', text: '999', at: now() });
  check.send({ type: 'next', at: now() });
  expect(stateOf(check)).toMatchObject({ phase: 'paused', why: 'kind-offer' });
  check.send({ type: 'hand-in', at: now() });
  await settle();
  expect(drafts.finished).toEqual([
    { claim: { correct: 0, of: 10 }, finished: true, stopped: true },
  ]);
  expect(drafts.writes.at(-1)).toMatchObject({ rapid: 1 });
});

const MINUTE = 60_000;
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

test('a sleep that only waking shows is known after it as well: the door asks who is there, and the teacher sees how long', async () => {
  const { drafts, check, pass, now } = opened();
  for (const text of ['4', '42']) {
    pass(1000);
    check.send({ type: 'entry', text, at: now() });
  }
  // The lid closes without a word, and is opened an hour later; then the app is killed.
  pass(60 * MINUTE);
  check.send({ type: 'tick', at: now() });
  await settle();
  const saved = drafts.writes.at(-1);
  assert(saved !== undefined, 'a saved draft');
  expect(returnTo(saved, now().wall + 30_000, dayOf)).toBe('locked');
  expect(saved).toMatchObject({ updatedAt: at(2000).wall, absences: [] });
  const back = openCheck(saved, aSetup(), { drafts: drafts.ports, now }, true);
  back.send({ type: 'carry-on', at: now() });
  expect(stateOf(back).work.absences).toEqual([{ at: at(2000).wall, ms: 60 * MINUTE }]);
});

test('a child who is looking over the answers is there, though no time is counted', async () => {
  const { drafts, check, pass, now } = opened(aDraft({ position: 10, activeMs: 90_000 }));
  for (let second = 0; second < 30; second += 1) {
    pass(1000);
    check.send({ type: 'tick', at: now() });
    await settle();
  }
  const saved = drafts.writes.at(-1);
  assert(saved !== undefined, 'a saved draft');
  expect(saved.activeMs).toBe(90_000);
  expect(now().wall - saved.updatedAt).toBeLessThanOrEqual(2000);
});

const YEAR = 365 * 24 * 60 * 60_000;
test.each([
  ['forward a year', YEAR],
  ['back a year', -YEAR],
  ['back an hour', -3_600_000],
])('a clock that is set %s during a check changes no time and closes nothing', async (_, by) => {
  const { drafts, check, pass, setClock, now } = opened();
  pass(2000);
  check.send({ type: 'entry', text: '4', at: now() });
  setClock(by);
  pass(1000);
  check.send({ type: 'tick', at: now() });
  pass(1000);
  check.send({ type: 'next', at: now() });
  await settle();
  expect(stateOf(check)).toMatchObject({
    phase: 'running',
    work: { activeMs: 4000, absences: [] },
  });
  // Killed and opened again, it is the check of a moment ago.
  const saved = drafts.writes.at(-1);
  assert(saved !== undefined, 'a saved draft');
  expect(saved.answers).toEqual([{ key: '1', raw: '4', ms: 4000 }]);
  expect(returnTo(saved, now().wall + 1000, dayOf)).toBe('at-once');
});

test('a clock that is set while the question is hidden names no absence of a year', async () => {
  const { check, pass, setClock, now } = opened();
  check.send({ type: 'pause', why: 'away', at: now() });
  pass(5000);
  setClock(YEAR);
  check.send({ type: 'tick', at: now() });
  pass(1000);
  check.send({ type: 'carry-on', at: now() });
  await settle();
  const { work } = stateOf(check);
  expect(work.absences.reduce((sum, { ms }) => sum + ms, 0)).toBe(6000);
});

test('what another tab saves stands here as well, hidden, and is not written over', async () => {
  const { drafts, check, pass, now } = opened();
  pass(1000);
  check.send({ type: 'entry', text: '4', at: now() });
  await settle();
  const mine = drafts.writes.at(-1);
  assert(mine !== undefined, 'a saved draft');
  // Its own save comes back from the database: nothing happens.
  check.seen(mine);
  expect(stateOf(check)).toMatchObject({ phase: 'running', work: { entry: '4' } });
  const theirs = {
    ...mine,
    answers: [{ key: '1', raw: '42', ms: 3000 }],
    position: 1,
    entry: '7',
    updatedAt: now().wall + 3000,
  };
  check.seen(theirs);
  expect(stateOf(check)).toMatchObject({ phase: 'paused', why: 'away', work: { entry: '7' } });
  pass(5000);
  check.send({ type: 'tick', at: now() });
  await settle();
  expect(drafts.writes.at(-1)).toBe(mine);
  // One tap, and it goes on here, with what was answered there.
  check.send({ type: 'carry-on', at: now() });
  await settle();
  expect(drafts.writes.at(-1)).toMatchObject({ position: 1, entry: '7', answers: theirs.answers });
});

test('where another tab went on with another question, this one ends and writes nothing', async () => {
  const { drafts, check, pass, now } = opened();
  pass(1000);
  check.send({ type: 'entry', text: '4', at: now() });
  await settle();
  const mine = drafts.writes.at(-1);
  assert(mine !== undefined, 'a saved draft');
  const form = { ...mine.form, replaced: [0], hash: 'another' };
  check.seen({ ...mine, form, entry: '', updatedAt: now().wall + 3000 });
  expect(check.store.getState().isElsewhere).toBe(true);
  pass(5000);
  check.send({ type: 'pause', why: 'away', at: now() });
  await settle();
  expect(drafts.writes.at(-1)).toBe(mine);
});

test('a check that another tab handed in is closed here, not sent twice', async () => {
  const { drafts, check, now } = opened();
  await settle();
  drafts.fail('finished');
  check.send({ type: 'entry', text: '4', at: now() });
  await settle();
  expect(stateOf(check).phase).toBe('interrupted');
  expect(drafts.finished).toEqual([]);
});
