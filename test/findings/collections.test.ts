import './in-browser.ts';
import { expect, test } from 'vitest';
import { openLocal } from '#data/database.ts';
import { ITEMS, openItems, openPage } from './bare.ts';

test('finding 12: the bare library opens at most 14 collections in one page, of all its databases together', async () => {
  const { database } = await openItems(openPage(), { name: 'many' });
  let [opened, fault] = [1, ''];
  while (fault === '' && opened < 30) {
    fault = await database.addCollections({ [`more${opened}`]: { schema: ITEMS } }).then(
      () => '',
      (error: { code?: string }) => error.code ?? 'failed',
    );
    if (fault === '') opened += 1;
  }
  expect({ opened, fault }).toEqual({ opened: 14, fault: 'COL23' });
  await database.close();
});

test('finding 12: ours has three collections, far from the limit', async () => {
  const opened = await openLocal('three', false);
  if (!opened.ok) throw new Error(opened.error.code);
  const names = (await indexedDB.databases()).flatMap(({ name = '' }) =>
    name.startsWith('rxdb-dexie-three--') && !name.endsWith('_rxdb_internal') ? [name] : [],
  );
  expect(names).toHaveLength(3);
  await opened.value.close();
});
