import { expect, test } from 'vitest';
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { CheckDraft } from '#data/services.ts';
import { openCheck, type CheckStore } from '#state/check-store.ts';
import { rawAt } from '#state/check-work.ts';
import { aDraft, aSetup, at, rightAt } from './check-fixture.ts';

/** Drafts as a slow, durable store that remembers every write. */
function fakeDrafts() {
  const writes: CheckDraft[] = [];
  const finished: { claim: { correct: number; of: number }; finished: boolean }[] = [];
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
      finish: async (
        _: CheckDraft['id'],
        end: { claim: { correct: number; of: number }; finished: boolean },
      ) => {
        await Promise.resolve();
        finished.push(end);
        return ok({ slot: 's.000000001', id: _, kept: 'database' as const });
      },
    },
  };
}

function opened(draft = aDraft(), isThere = true) {
  const drafts = fakeDrafts();
  let ms = 0;
  const check = openCheck(draft, aSetup(), { drafts: drafts.ports, now: () => at(ms) }, isThere);
  if (isThere) check.send({ type: 'carry-on', at: at(0) });
  const pass = (passed: number) => (ms += passed);
  return { drafts, check, pass, now: () => at(ms) };
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

test('a check that another tab handed in is closed here, not sent twice', async () => {
  const { drafts, check, now } = opened();
  await settle();
  drafts.fail('finished');
  check.send({ type: 'entry', text: '4', at: now() });
  await settle();
  expect(stateOf(check).phase).toBe('interrupted');
  expect(drafts.finished).toEqual([]);
});
