import { afterEach, expect, test, vi } from 'vitest';
import { askToPersist, storageFigures } from '#platform/storage.ts';

afterEach(() => vi.unstubAllGlobals());

const place = { read: () => null, write: () => true, remove: () => {}, keys: () => [] };
const figures = () => storageFigures(place, 'first-visit', 1_000_000);

test('a browser that cannot promise to keep data is told as one that has not promised', async () => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 1, quota: 100 }) } });
  expect(await figures()).toMatchObject({ persisted: false, usage: 1, quota: 100 });
  expect(await askToPersist()).toBe(false);
});

test('a browser without a storage manager has not promised either, and nothing is known of the room', async () => {
  vi.stubGlobal('navigator', {});
  expect(await figures()).toMatchObject({ persisted: false, usage: null, quota: null });
  expect(await askToPersist()).toBe(false);
});

test('a browser that promises is believed, also where it does not tell the room', async () => {
  const storage = { persist: async () => true, persisted: async () => true };
  vi.stubGlobal('navigator', { storage });
  expect(await figures()).toEqual({ persisted: true, usage: null, quota: null, temporary: false });
});
