import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForPokes, type PokeSource } from '#data/pokes.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A browser's connections, opened and closed. */
function connections() {
  const open: PokeSource[] = [];
  const closed: PokeSource[] = [];
  return {
    open,
    closed,
    openOne: (): PokeSource => {
      const source: PokeSource = {
        onmessage: null,
        onopen: null,
        onclosed: null,
        close: () => closed.push(source),
      };
      open.push(source);
      return source;
    },
  };
}

test('a browser that becomes a device of a school hears pokes without a reload', () => {
  const { open, openOne } = connections();
  let enrolled = false;
  let pokes = 0;
  const stop = new AbortController();
  listenForPokes(
    { open: openOne, url: '/', enrolled: () => enrolled, poked: () => (pokes += 1) },
    stop.signal,
  );
  vi.advanceTimersByTime(60_000);
  expect(open).toHaveLength(0);
  enrolled = true;
  vi.advanceTimersByTime(5000);
  expect(open).toHaveLength(1);
  open[0]?.onopen?.();
  expect(pokes).toBe(1);
  stop.abort();
});

test('a connection that the browser gave up after an error answer is opened again', () => {
  const { open, closed, openOne } = connections();
  const stop = new AbortController();
  listenForPokes(
    { open: openOne, url: '/', enrolled: () => true, poked: () => undefined },
    stop.signal,
  );
  open[0]?.onclosed?.();
  expect(closed).toEqual([open[0]]);
  vi.advanceTimersByTime(5000);
  expect(open).toHaveLength(2);
  stop.abort();
  expect(closed).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  expect(open).toHaveLength(2);
});
