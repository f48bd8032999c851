/** What happens to a browser profile as a whole: copied to another machine, or erased by the browser. */
import { Dexie } from 'dexie';
import { copySecondPlace, eraseSecondPlace } from './second-places.ts';

async function databasesOf(name: string): Promise<string[]> {
  const all = await indexedDB.databases();
  return all.flatMap((found) => (found.name?.includes(name) === true ? [found.name] : []));
}

/** Copies every database of a device, keys and all, to another name. The device must be closed. */
export async function cloneProfile(from: string, to: string): Promise<void> {
  for (const name of await databasesOf(from)) {
    const source = await new Dexie(name).open();
    const copy = new Dexie(name.replace(from, to));
    const schema = Object.fromEntries(
      source.tables.map((table) => [
        table.name,
        [table.schema.primKey.src, ...table.schema.indexes.map(({ src }) => src)].join(','),
      ]),
    );
    copy.version(source.verno).stores(schema);
    await copy.open();
    for (const table of source.tables) await copy.table(table.name).bulkPut(await table.toArray());
    copy.close();
    source.close();
  }
  copySecondPlace(from, to);
}

/** Copies the rows of running checks from one profile into another, whose device may run: nobody is told of them. */
export async function copyDrafts(from: string, to: string): Promise<void> {
  const [source, target] = await Promise.all(
    [from, to].map((name) => new Dexie(`rxdb-dexie-${name}--0--drafts`).open()),
  );
  const rows = await source?.table('docs').toArray();
  await target?.table('docs').bulkPut(rows ?? []);
  source?.close();
  target?.close();
}

/** The browser erases its storage; cookies stay. The device must be closed. */
export async function eraseProfile(name: string): Promise<void> {
  for (const database of await databasesOf(name)) await Dexie.delete(database);
  eraseSecondPlace(name);
}

/** The browser erases databases under a device that runs: connections are closed, and nobody is asked. */
export async function eraseUnder(part: string): Promise<void> {
  for (const database of await databasesOf(part))
    await new Promise<void>((done, failed) => {
      const request = indexedDB.deleteDatabase(database);
      request.onsuccess = () => done();
      request.onerror = () => failed(request.error);
    });
}
