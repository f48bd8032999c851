import { beforeEach, expect, test } from 'vitest';
import { createPokes, type Pokes } from '#server/usecases/pokes.ts';

let now: number;
let due: { at: number; run: () => void; off: boolean }[];
let pokes: Pokes;
let heard: number[];

beforeEach(() => {
  now = 1_000_000;
  due = [];
  heard = [];
  const after = (ms: number, run: () => void) => {
    const timer = { at: now + ms, run, off: false };
    due.push(timer);
    return () => {
      timer.off = true;
    };
  };
  pokes = createPokes({ now: () => now, after, random: () => 0 });
});

function pass(ms: number): void {
  const end = now + ms;
  for (;;) {
    const next = due.filter(({ at, off }) => at <= end && !off).toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined) break;
    due.splice(due.indexOf(next), 1);
    now = Math.max(now, next.at);
    next.run();
  }
  now = end;
}

const listen = (tags: string[], refreshed: string[] = tags): (() => void) =>
  pokes.listen({
    device: 'd',
    tags: new Set(tags),
    poke: (seq) => heard.push(seq),
    refresh: async () => new Set(refreshed),
  });
const commit = (seq: number, tags: string[], rosters = false): void =>
  pokes.commit({ seq, tags: new Set(tags), rosters });

test('the first poke comes at once, then at most one a second with the newest number', () => {
  listen(['a']);
  commit(1, ['a']);
  pass(0);
  expect(heard).toEqual([1]);
  for (let seq = 2; seq <= 50; seq += 1) {
    commit(seq, ['a']);
    pass(50);
  }
  // 49 commits in 2.45 seconds.
  expect(heard).toHaveLength(3);
  pass(1000);
  expect(heard.at(-1)).toBe(50);
  expect(heard).toHaveLength(4);
});

test('a commit that a device does not see is no reason to wake it', () => {
  listen(['mine']);
  commit(1, ['theirs']);
  pass(5000);
  expect(heard).toEqual([]);
});

test('a device whose scope has changed is told, and hears of its new groups from then on', async () => {
  listen(['old'], ['old', 'new']);
  commit(1, ['elsewhere'], true);
  await Promise.resolve();
  await Promise.resolve();
  pass(1000);
  expect(heard).toEqual([1]);
  commit(2, ['new']);
  pass(1000);
  expect(heard).toEqual([1, 2]);
});

test('a device that went away is not poked, and is forgotten', () => {
  const stop = listen(['a']);
  commit(1, ['a']);
  stop();
  pass(5000);
  expect(heard).toEqual([]);
  expect(pokes.count()).toBe(0);
});
