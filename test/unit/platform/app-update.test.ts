import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followUpdates, type UpdateSource } from '#platform/service-worker.ts';

/** The browser's side of an update: a new version is installed, and is put in charge sooner or later. */
function browser(): UpdateSource & { readonly tell: (what: 'waiting' | 'controlling') => void } {
  const listeners = new Map<string, () => void>();
  return {
    addEventListener: (type, listener) => void listeners.set(type, listener as () => void),
    messageSkipWaiting: () => undefined,
    tell: (what) => listeners.get(what)?.(),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function follow(controlled = true) {
  const source = browser();
  const reload = vi.fn<() => void>();
  return { source, reload, update: followUpdates(source, controlled, reload) };
}

test('the first version that comes to a device reloads nothing', () => {
  const { source, reload, update } = follow(false);
  source.tell('controlling');
  expect([reload.mock.calls.length, update.state()]).toEqual([0, 'none']);
});

test('a new version that is asked for comes as soon as the browser has put it in charge', () => {
  const { source, reload, update } = follow();
  expect(update.apply()).toBe('nothing');
  source.tell('waiting');
  expect([update.apply(), update.state()]).toEqual(['applied', 'coming']);
  expect(reload).not.toHaveBeenCalled();
  source.tell('controlling');
  expect(reload).toHaveBeenCalledOnce();
  // It was taken: nothing is left that could load the page once more.
  vi.advanceTimersByTime(60_000);
  expect(reload).toHaveBeenCalledOnce();
});

test('a new version that the browser does not put in charge while this page is open comes with a reload', () => {
  const { source, reload, update } = follow();
  source.tell('waiting');
  update.apply();
  vi.advanceTimersByTime(10_000);
  expect(reload).toHaveBeenCalledOnce();
});

test('work that begins after the tap is not disturbed, and the version can be asked for again', () => {
  const { source, reload, update } = follow();
  source.tell('waiting');
  update.apply();
  const release = update.guard();
  expect(update.apply()).toBe('busy');
  vi.advanceTimersByTime(10_000);
  expect([reload.mock.calls.length, update.state()]).toEqual([0, 'waiting']);
  release();
  expect(update.apply()).toBe('applied');
  source.tell('controlling');
  expect(reload).toHaveBeenCalledOnce();
});

test('a version that another tab took is not loaded before somebody says so', () => {
  const { source, reload, update } = follow();
  const heard = vi.fn<() => void>();
  update.subscribe(heard);
  source.tell('waiting');
  source.tell('controlling');
  expect([reload.mock.calls.length, update.state(), heard.mock.calls.length]).toEqual([
    0,
    'taken',
    2,
  ]);
  expect(update.apply()).toBe('applied');
  expect(reload).toHaveBeenCalledOnce();
});
