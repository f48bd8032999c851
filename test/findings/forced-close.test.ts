import './in-browser.ts';
import type { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openLocal } from '#data/database.ts';
import { ITEMS, openPage, type Items } from './bare.ts';

/** What iOS does to a page that slept, and what "clear site data" does: the browser closes the connection by itself. */
function closeByForce(db: Dexie): void {
  const connection = db.backendDB();
  connection.close();
  const closed = new Event('close');
  connection.onclose?.(closed);
}

test('finding 10: the bare library can neither write nor read after the browser has closed its database, until the page is loaded again', async () => {
  const page = openPage();
  const connections: Dexie[] = [];
  const database = await page.core.createRxDatabase<{ items: Items }>({
    name: 'closed',
    storage: page.dexie.getRxStorageDexie({ onCreate: (db) => void connections.push(db) }),
    multiInstance: false,
  });
  const { items } = await database.addCollections({ items: { schema: ITEMS } });
  await items.insert({ id: 'before', v: 1 });
  for (const db of connections) closeByForce(db);
  const failure = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'none',
      (error: Error) => error.name,
    );
  for (let tries = 0; tries < 3; tries += 1) {
    expect(await failure(items.insert({ id: `after${tries}`, v: 2 }))).toMatch(/DatabaseClosed/u);
    expect(await failure(items.find({ selector: { v: tries } }).exec())).toMatch(/DatabaseClosed/u);
  }
});

test('finding 10: ours opens it again by itself: the same write succeeds, and what was there is there', async () => {
  const opened = await openLocal('reopened', false);
  if (!opened.ok) throw new Error(opened.error.code);
  const { connections, events, close } = opened.value;
  const row = (number: number) => ({
    slot: `stream.${String(number).padStart(9, '0')}`,
    id: `id${number}`,
    text: '{}',
    mac: '',
  });
  expect(await events.insert(row(1))).toEqual({ ok: true, value: { taken: null } });
  for (let times = 2; times < 5; times += 1) {
    for (const db of connections) closeByForce(db);
    expect(await events.insert(row(times))).toEqual({ ok: true, value: { taken: null } });
  }
  for (const db of connections) closeByForce(db);
  const read = await events.get([1, 2, 3, 4].map((number) => row(number).slot));
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.size).toBe(4);
  await close();
});
