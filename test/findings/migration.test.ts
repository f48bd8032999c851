import './in-browser.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { openLocal } from '#data/database.ts';
import { ITEMS, openItems, openPage, type Item, type Items, type Page } from './bare.ts';

const COUNT = 50;
const changed = (strategy: (item: Item) => Item, autoMigrate = true) => ({
  schema: { ...ITEMS, version: 1 },
  autoMigrate,
  migrationStrategies: { 1: strategy },
});

/** A page of the next version of the app; its migration may fail. */
async function nextVersion(page: Page) {
  page.core.addRxPlugin(page.migration.RxDBMigrationSchemaPlugin);
  const storage = page.dexie.getRxStorageDexie();
  return page.core.createRxDatabase<{ items: Items }>({
    name: 'migrated',
    storage,
    multiInstance: false,
  });
}

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'failed',
  );

test('finding 9: the bare library loses whole batches when one migration step throws and a mended version follows', async () => {
  const { items, database } = await openItems(openPage(), { name: 'migrated' });
  await items.bulkInsert(Array.from({ length: COUNT }, (_, i) => ({ id: `d${i}`, v: i })));
  await database.close();
  const broken = await nextVersion(openPage());
  const throwing = changed((item) => {
    if (item.id === 'd7') throw new Error('a bug');
    return item;
  });
  expect(await outcome(broken.addCollections({ items: throwing }))).toBe('DM4');
  await outcome(broken.close());
  // The mended version refuses as well, at every start: the failure was written down.
  const mended = await nextVersion(openPage());
  expect(await outcome(mended.addCollections({ items: changed((item) => item) }))).toBe('DM4');
  await outcome(mended.close());
  // Told to migrate all the same, it says that it is done, and what stood beside the bad one is gone.
  const told = await nextVersion(openPage());
  const again = await told.addCollections({ items: changed((item) => item, false) });
  await again.items.startMigration();
  await expect.poll(() => again.items.migrationNeeded(), { timeout: 20_000 }).toBe(false);
  const left = (await again.items.find().exec()).map(({ id }) => id);
  expect(left).toHaveLength(COUNT - 10);
  expect(left).not.toContain('d7');
  await told.close();
}, 60_000);

/** The frozen hashes of our three schemas, as RxDB writes them down: another hash would close every tablet's database. */
const FROZEN = {
  drafts: '1609cc4d305b8388cf9f6124d41a8a88',
  events: 'df58244392879d8c68b96090c4e6965c',
  state: '1a54e093e6033aaeed20826530895db0',
};

test('finding 9: ours has nothing to migrate: version 0 for ever, and schemas that no build may change', async () => {
  const opened = await openLocal('frozen', false);
  if (!opened.ok) throw new Error(opened.error.code);
  const inside = await new Dexie('rxdb-dexie-frozen--0--_rxdb_internal').open();
  const rows: { data: { name?: string; schemaHash?: string } }[] = await inside
    .table('docs')
    .toArray();
  inside.close();
  const hashes = rows.flatMap(({ data: { name, schemaHash } }) =>
    name === undefined || schemaHash === undefined ? [] : [[name, schemaHash] as const],
  );
  expect(Object.fromEntries(hashes)).toEqual(FROZEN);
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  expect(names.filter((name) => name.startsWith('rxdb-dexie-frozen')).toSorted()).toEqual([
    'rxdb-dexie-frozen--0--_rxdb_internal',
    'rxdb-dexie-frozen--0--drafts',
    'rxdb-dexie-frozen--0--events',
    'rxdb-dexie-frozen--0--state',
  ]);
  await opened.value.close();
  const folder = join(import.meta.dirname, '..', '..', 'src', 'data');
  const migrating = readdirSync(folder).filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes('migration'),
  );
  expect(migrating).toEqual([]);
});
