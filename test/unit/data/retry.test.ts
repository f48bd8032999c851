import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRetry } from '#data/retry.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what fails is tried again with growing pauses, never more often than every half second, at most a minute apart', async () => {
  const at: number[] = [];
  const retry = createRetry(
    () => {
      at.push(Date.now());
      return Promise.resolve(false);
    },
    () => 0.5,
  );
  retry.wake();
  await vi.advanceTimersByTimeAsync(600_000);
  const pauses = at.slice(1).map((time, i) => time - (at[i] ?? 0));
  expect(pauses.slice(0, 4)).toEqual([1500, 3000, 6000, 12_000]);
  expect(Math.max(...pauses)).toBe(45_000);
  retry.close();
});

test('waking makes the next try come soon, and waking all the time puts it off no further', async () => {
  let tries = 0;
  const retry = createRetry(() => Promise.resolve((tries += 1) >= 4));
  retry.wake();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(tries).toBe(4);
  const begun = tries;
  for (let i = 0; i < 50; i += 1) {
    retry.wake();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(tries).toBeGreaterThan(begun + 2);
  retry.close();
  retry.wake();
  const ended = tries;
  await vi.advanceTimersByTimeAsync(100_000);
  expect(tries).toBe(ended);
});

test('what came while a try ran is tried as well, and work that throws is tried again', async () => {
  let tries = 0;
  const retry = createRetry(() => {
    tries += 1;
    if (tries === 1) retry.wake();
    if (tries === 2) throw new Error('a bug');
    return Promise.resolve(true);
  });
  retry.wake();
  // The bug is told to whoever listens to errors: here, the clock of the test.
  await expect(vi.advanceTimersByTimeAsync(30_000)).rejects.toThrow('a bug');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(tries).toBe(3);
  retry.close();
});
