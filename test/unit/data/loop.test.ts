import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWaker, runLoop, type Step } from '#data/loop.ts';
import { createGate } from '#data/gate.ts';
import { throttled } from '#data/pokes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs a loop over these steps (the last one for ever) and notes when each was asked. */
function record(steps: readonly Step[]): { times: number[]; stop: () => void; wake: () => void } {
  const times: number[] = [];
  const stop = new AbortController();
  const waker = createWaker();
  const begin = Date.now();
  let i = 0;
  void runLoop(
    async () => {
      times.push(Date.now() - begin);
      const step = steps[Math.min(i, steps.length - 1)];
      i += 1;
      if (step === undefined) throw new Error('No step');
      return step;
    },
    waker,
    stop.signal,
    () => 0.999_999,
  );
  return { times, stop: () => stop.abort(), wake: waker.wake };
}

const retry: Step = { next: 'retry', afterMs: null };

test('a server that does not answer is asked ever more seldom, up to once a minute', async () => {
  const { times, stop } = record([retry]);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  const pauses = times.slice(1).map((time, i) => Math.round((time - (times[i] ?? 0)) / 1000));
  expect(pauses.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  stop();
});

test('Retry-After is obeyed, also when somebody wakes the loop', async () => {
  const { times, stop, wake } = record([
    { next: 'retry', afterMs: 20_000 },
    { next: 'idle', ms: 60_000 },
  ]);
  await vi.advanceTimersByTimeAsync(5000);
  wake();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(times).toEqual([0]);
  await vi.advanceTimersByTimeAsync(2000);
  expect(times).toHaveLength(2);
  stop();
});

test('however often it is woken, a failing loop asks at most once a second', async () => {
  const { times, stop, wake } = record([retry]);
  for (let i = 0; i < 100; i += 1) {
    wake();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(times.length).toBeLessThanOrEqual(11);
  expect(times.length).toBeGreaterThan(3);
  stop();
});

test('once it is woken, a loop that failed for long asks soon again if that was a moment too early', async () => {
  const { times, stop, wake } = record([retry]);
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  wake();
  await vi.advanceTimersByTimeAsync(0);
  const before = times.length;
  await vi.advanceTimersByTimeAsync(1500);
  expect(times).toHaveLength(before + 1);
  stop();
});

test('a wake that comes while the loop works is not lost', async () => {
  const { times, stop, wake } = record([{ next: 'idle', ms: 600_000 }]);
  wake();
  await vi.advanceTimersByTimeAsync(10);
  expect(times.length).toBe(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(times.length).toBe(2);
  stop();
});

test('sync waits until nobody has tapped for 1.5 s, and no longer than 10 s', async () => {
  const gate = createGate(() => Date.now());
  const begin = Date.now();
  const never = new AbortController().signal;
  gate.tap();
  let after = 0;
  void gate.quiet(never).then(() => (after = Date.now() - begin));
  await vi.advanceTimersByTimeAsync(1600);
  expect(after).toBe(1500);

  const later = Date.now();
  let steady = 0;
  gate.tap();
  void gate.quiet(never).then(() => (steady = Date.now() - later));
  for (let i = 0; i < 30; i += 1) {
    await vi.advanceTimersByTimeAsync(500);
    gate.tap();
  }
  expect(steady).toBe(10_000);
});

test('leaving the page opens the gate at once', async () => {
  const gate = createGate(() => Date.now());
  gate.tap();
  const passed = vi.fn<() => void>();
  void gate.quiet(new AbortController().signal).then(passed);
  await vi.advanceTimersByTimeAsync(1);
  gate.open();
  await vi.advanceTimersByTimeAsync(0);
  expect(passed).toHaveBeenCalledOnce();
});

test('pokes are throttled and never starve: the first at once, the last one always', async () => {
  const pulled = vi.fn<() => void>();
  const poke = throttled(pulled, 300);
  for (let i = 0; i < 20; i += 1) {
    poke();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(pulled.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(pulled.mock.calls.length).toBeLessThanOrEqual(5);
  const before = pulled.mock.calls.length;
  poke();
  await vi.advanceTimersByTimeAsync(1000);
  expect(pulled.mock.calls.length).toBeGreaterThan(before);
});
