/** How often the disk is flushed: what an answer waits for, and what a herd of tablets has to share. */
import { expect, test } from 'vitest';
import type { Db } from '#server/store/sqlite/db.ts';
import { writeTogether } from '#server/store/sqlite/write-together.ts';
import type { Writing } from '#server/store/port.ts';

function counted() {
  const ran: string[] = [];
  const db = { exec: (sql: string) => void ran.push(sql) } as unknown as Db; // all that it is asked for
  let turn: Promise<unknown> = Promise.resolve();
  const write = writeTogether({
    db,
    writing: {} as Writing, // the work here looks at nothing
    begin: () => void ran.push('BEGIN'),
    inTurn: (work) => {
      const next = turn.then(work);
      turn = next;
      return next;
    },
  });
  return { ran, write, commits: () => ran.filter((sql) => sql === 'COMMIT').length };
}

test('fifty pushes that wait are two flushes, one that is alone is one', async () => {
  const { write, commits } = counted();
  await Promise.all(Array.from({ length: 50 }, (_, i) => write(async () => i)));
  expect(commits()).toBe(2);
  await write(async () => 'alone');
  expect(commits()).toBe(3);
});

test('nobody is told before the commit', async () => {
  const { ran, write } = counted();
  const told = await Promise.all(
    Array.from({ length: 3 }, async () => {
      await write(async () => undefined);
      return ran.includes('COMMIT');
    }),
  );
  expect(told).toEqual([true, true, true]);
});

test('a commit that fails is told to all whose work was in it', async () => {
  const { ran, write } = counted();
  const real = ran.push.bind(ran);
  ran.push = (sql) => {
    if (sql === 'COMMIT') throw new Error('disk I/O error');
    return real(sql);
  };
  const ended = await Promise.allSettled([write(async () => 1), write(async () => 2)]);
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(ran.at(-1)).toBe('ROLLBACK');
});
