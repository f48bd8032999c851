/**
 * What lies in IndexedDB, read without RxDB: for a device whose database RxDB cannot open, and for who erases it. The names are
 * RxDB's own way of naming (`rxdb-dexie-<database>--<schema version>--<collection>`), frozen with the schemas.
 */
import { Dexie, type Table } from 'dexie';

const COLLECTIONS = ['events', 'drafts', 'state', '_rxdb_internal'] as const;

export function rawName(name: string, collection: (typeof COLLECTIONS)[number]): string {
  return `rxdb-dexie-${name}--0--${collection}`;
}

/** Every database of this device but its keyring; those of an older build too, where the browser lists them. */
export async function databaseNames(name: string): Promise<readonly string[]> {
  const known = COLLECTIONS.map((collection) => rawName(name, collection));
  const listed = await Dexie.getDatabaseNames();
  const own = listed.filter((one) => one.startsWith(`rxdb-dexie-${name}--`));
  return [...new Set([...known, ...own])];
}

/**
 * Every row of a table that can be read: all at once, or one by one where that fails. Empty where there is no such database.
 * @param table RxDB's are called `docs`
 */
export async function rawRows(database: string, table: string): Promise<readonly unknown[]> {
  const db = new Dexie(database);
  try {
    await db.open();
    return await readAll(db.table(table));
  } catch {
    return []; // not there, or not to be opened at all: nothing can be read from it
  } finally {
    db.close();
  }
}

async function readAll(table: Table<unknown, string>): Promise<readonly unknown[]> {
  try {
    return await table.toArray();
  } catch {
    const rows: unknown[] = [];
    for (const key of await table.toCollection().primaryKeys()) {
      const row = await table.get(key).catch(() => undefined); // a row that is damaged: the others count
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }
}
