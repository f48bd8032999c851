import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { StoreBusy } from '#server/store/port.ts';
import type { LogRow } from '#server/store/rows.ts';
import { MIGRATIONS } from '#server/store/sqlite/migrations.ts';
import { openSqliteStore } from '#server/store/sqlite/open.ts';
import { storeContract } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const eventOf = (receipt: number, text = '{}'): LogRow => ({
  receipt,
  stream: 'one',
  short: 1,
  slot: receipt,
  id: `event-${receipt}`,
  variant: 0,
  text,
  mac: '',
  device: 'd',
  receivedAt: 1,
  clock: '{}',
  moment: 1,
  clamped: false,
});

let number = 0;
let path = '';
storeContract(
  'SQLite, a file',
  async () => openSqliteStore((path = join(folder, `${(number += 1)}.db`))),
  async () => openSqliteStore(path),
);
storeContract('SQLite, memory', async () => openSqliteStore(':memory:'));

test('a reader goes on while a write is open, and does not see it before its commit', async () => {
  const store = openSqliteStore(join(folder, 'reader.db'));
  const seen = await store.write(async (writing) => {
    await writing.addSchool({ id: 's', createdAt: 1, sealingKey: 'k' });
    return store.read((reading) => reading.schools());
  });
  expect(seen).toEqual([]);
  expect(await store.read((reading) => reading.schools())).toHaveLength(1);
  await store.close();
});

test('a store that gets no turn says so, has done nothing, and works again afterwards', async () => {
  const file = join(folder, 'busy.db');
  const store = openSqliteStore(file, 20);
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const add = (id: string): Promise<void> =>
    store.write((writing) => writing.addSchool({ id, createdAt: 1, sealingKey: 'k' }));
  await expect(add('a')).rejects.toBeInstanceOf(StoreBusy);
  other.exec('ROLLBACK');
  await add('b');
  expect((await store.read((reading) => reading.schools())).map(({ id }) => id)).toEqual(['b']);
  other.close();
  await store.close();
});

test('a database of a newer version is refused and not touched', () => {
  const newer = join(folder, 'newer.db');
  const database = new DatabaseSync(newer);
  database.exec('PRAGMA user_version = 999');
  database.close();
  expect(() => openSqliteStore(newer)).toThrow('newer version');
});

test.each(MIGRATIONS.slice(1).map((_, i) => i + 1))(
  'a school that version %i of the tables kept is there in this version, and takes in more',
  async (version) => {
    const file = join(folder, `version-${version}.db`);
    const old = new DatabaseSync(file);
    for (const sql of MIGRATIONS.slice(0, version)) old.exec(sql);
    old.exec(`PRAGMA user_version = ${version}`);
    old.exec(`INSERT INTO schools (school_id, created_at, sealing_key) VALUES ('s', 1, 'k')`);
    old.exec(
      `INSERT INTO log VALUES ('s', 1, 'one', 1, 1, 'first', 0, '{}', '', 'd', 1, '{}', 1, 0)`,
    );
    old.close();
    const store = openSqliteStore(file);
    await store.write((writing) =>
      writing.append('s', [eventOf(2), { ...eventOf(3), device: 'e' }]),
    );
    const [schools, carried, later] = await store.read(async (reading) => [
      await reading.schools(),
      await reading.carriedAfter('s', 'd', 0),
      await reading.carriedAfter('s', 'd', 1),
    ]);
    expect(schools.map(({ id }) => id)).toEqual(['s']);
    expect([carried, later]).toEqual([2, 1]);
    await store.close();
  },
);

test('what was erased is not in the file any more, neither the event nor the document that it made', async () => {
  const file = join(folder, 'erased.db');
  const store = openSqliteStore(file);
  const name = 'Zacharias-Quillfeather';
  await store.write(async (writing) => {
    await writing.addSchool({ id: 's', createdAt: 1, sealingKey: 'k' });
    for (let receipt = 1; receipt <= 40; receipt += 1) {
      const text = JSON.stringify({ about: `student/${receipt}`, name, long: 'x'.repeat(6000) });
      await writing.append('s', [eventOf(receipt, text)]);
      const body = JSON.stringify({ name });
      await writing.putDocuments('s', [
        { key: `student/${receipt}`, kind: 'student', seq: 1, body, tags: ['wide'] },
      ]);
    }
  });
  await store.derive(async (writing) => {
    const all = Array.from({ length: 40 }, (_, i) => i + 1);
    await writing.eraseEvents('s', all);
    await writing.removeDocuments(
      's',
      all.map((receipt) => `student/${receipt}`),
    );
  });
  await store.close();
  expect(readFileSync(file).includes('event-40')).toBe(true);
  expect(readFileSync(file).includes(name)).toBe(false);
});
