import { expect, test } from 'vitest';
import { leadOne } from '#data/leader.ts';

/** Work that says it began, and ends with its signal. */
function worker(log: string[], name: string): (signal: AbortSignal) => Promise<void> {
  return (signal) =>
    new Promise((done) => {
      log.push(`${name} begins`);
      signal.addEventListener('abort', () => {
        log.push(`${name} ends`);
        done();
      });
    });
}

test('one tab of many sends, and when it is closed another one goes on', async () => {
  const log: string[] = [];
  const [first, second] = [new AbortController(), new AbortController()];
  const name = `lead-${Date.now()}`;
  const one = leadOne(name, first.signal, worker(log, 'first'));
  await expect.poll(() => log).toEqual(['first begins']);
  const two = leadOne(name, second.signal, worker(log, 'second'));
  first.abort();
  await one;
  await expect.poll(() => log).toEqual(['first begins', 'first ends', 'second begins']);
  second.abort();
  await two;
});

test('a tab that sleeps with the lock in its hand loses it to a tab that somebody looks at', async () => {
  const log: string[] = [];
  const stop = new AbortController();
  const name = `sleeping-${Date.now()}`;
  let woken = false;
  const sleeping = navigator.locks
    .request(name, () => new Promise(() => undefined))
    .catch(() => {
      woken = true;
    });
  const awake = leadOne(name, stop.signal, worker(log, 'awake'), 20);
  await expect.poll(() => log).toContain('awake begins');
  await sleeping;
  expect(woken).toBe(true);
  stop.abort();
  await awake;
});

test('a tab that is awake keeps the lock, however often it is asked', async () => {
  const log: string[] = [];
  const [first, second] = [new AbortController(), new AbortController()];
  const name = `awake-${Date.now()}`;
  const one = leadOne(name, first.signal, worker(log, 'first'), 300);
  await expect.poll(() => log).toEqual(['first begins']);
  let asked = 0;
  const listening = new BroadcastChannel(`${name}.leader`);
  listening.addEventListener('message', () => (asked += 1));
  const two = leadOne(name, second.signal, worker(log, 'second'), 300);
  await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThan(4);
  expect(log).toEqual(['first begins']);
  listening.close();
  second.abort();
  first.abort();
  await Promise.all([one, two]);
});
