import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { openLocal } from '#data/database.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('without a secure context nothing is opened', async () => {
  vi.stubGlobal('isSecureContext', false);
  expect(await openLocal('insecure', false)).toEqual({ ok: false, error: { code: 'insecure' } });
});

test('a browser without IndexedDB is told apart', async () => {
  vi.stubGlobal('indexedDB', undefined);
  expect(await openLocal('none', false)).toEqual({ ok: false, error: { code: 'no-indexeddb' } });
});

test('a database that cannot be read as ours is called corrupt, with the browser word for it', async () => {
  const whole = await openLocal('broken', false);
  if (!whole.ok) throw new Error(whole.error.code);
  await whole.value.close();
  const inside = await new Dexie('rxdb-dexie-broken--0--_rxdb_internal').open();
  const collections = inside.table('docs');
  await collections
    .toCollection()
    .modify((document: { data?: { schemaHash?: string; schema?: object } }) => {
      if (document.data?.schemaHash === undefined) return;
      document.data = { ...document.data, schemaHash: 'another', schema: { version: 7 } };
    });
  inside.close();
  const opened = await openLocal('broken', false);
  expect(opened).toMatchObject({ ok: false, error: { code: 'corrupt' } });
});

test('a row that replaces another than the one that was read is not written', async () => {
  const opened = await openLocal('conflict', false);
  if (!opened.ok) throw new Error(opened.error.code);
  const { state, close } = opened.value;
  const row = (body: string) => ({ key: 'k', kind: 'x', seq: 1, body });
  expect(await state.write([row('1')], [], new Map())).toMatchObject({ ok: true });
  const read = await state.get(['k']);
  if (!read.ok) throw new Error(read.error.code);
  await state.write([row('2')], [], read.value);
  const late = await state.write([row('3')], [], read.value);
  if (!late.ok) throw new Error(late.error.code);
  expect(late.value.conflicts.get('k')).toEqual(row('2'));
  const again = await state.write([row('2')], [], read.value);
  if (!again.ok) throw new Error(again.error.code);
  expect(again.value.conflicts.size).toBe(0);
  await close();
});
