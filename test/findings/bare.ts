/** The bare library: RxDB's own replication over Dexie, as its documentation shows it, against a server that is right. */
import { createRequire } from 'node:module';
import { sep } from 'node:path';
import type { RxCollection, RxConflictHandler, RxDatabase, RxJsonSchema, RxStorage } from 'rxdb';
import type { ReplicationOptions } from 'rxdb';
import type { RxReplicationState } from 'rxdb/plugins/replication';
import type * as Core from 'rxdb';
import type * as Dexie from 'rxdb/plugins/storage-dexie';
import type * as Migration from 'rxdb/plugins/migration-schema';
import type * as Replication from 'rxdb/plugins/replication';
import type * as Validation from 'rxdb/plugins/validate-ajv';

export interface Item {
  readonly id: string;
  readonly v: number;
}
export type Items = RxCollection<Item>;
export type ItemsReplication = RxReplicationState<Item, Checkpoint>;
export interface Checkpoint {
  readonly seq: number;
}

export const ITEMS: RxJsonSchema<Item> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 40 }, v: { type: 'number' } },
  required: ['id', 'v'],
};

/** Everything of the library that lives as long as a page does. */
export interface Page {
  readonly core: typeof Core;
  readonly dexie: typeof Dexie;
  readonly migration: typeof Migration;
  readonly replication: typeof Replication;
  readonly validation: typeof Validation;
}

const load = createRequire(import.meta.url);

/** The library as a page that was just opened has it: nothing in memory, the same databases on disk. */
export function openPage(): Page {
  for (const path of Object.keys(load.cache))
    if (path.includes(`node_modules${sep}rxdb${sep}`)) delete load.cache[path];
  // Each is what its name says: the compiler knows the modules, `require` does not.
  return {
    core: load('rxdb') as typeof Core,
    dexie: load('rxdb/plugins/storage-dexie') as typeof Dexie,
    migration: load('rxdb/plugins/migration-schema') as typeof Migration,
    replication: load('rxdb/plugins/replication') as typeof Replication,
    validation: load('rxdb/plugins/validate-ajv') as typeof Validation,
  };
}

export interface OpenOptions {
  readonly name: string;
  readonly validate?: boolean;
  readonly multiInstance?: boolean;
  readonly conflictHandler?: RxConflictHandler<Item>;
}

export async function openItems(
  page: Page,
  { name, validate = false, multiInstance = false, conflictHandler }: OpenOptions,
): Promise<{ readonly items: Items; readonly database: RxDatabase<{ items: Items }> }> {
  const plain: RxStorage<unknown, unknown> = page.dexie.getRxStorageDexie();
  const storage = validate ? page.validation.wrappedValidateAjvStorage({ storage: plain }) : plain;
  const database = await page.core.createRxDatabase<{ items: Items }>({
    name,
    storage,
    multiInstance,
  });
  const { items } = await database.addCollections({
    items: { schema: ITEMS, ...(conflictHandler === undefined ? {} : { conflictHandler }) },
  });
  return { items, database };
}

type Stored = Item & { readonly _deleted: boolean; readonly seq: number };
type Pushed = { readonly newDocumentState: Item & { readonly _deleted: boolean } };
type Master = Item & { readonly _deleted: boolean };

/** A correct server: documents by a counter, nothing lost, nothing out of order. */
export class BareServer {
  readonly documents = new Map<string, Stored>();
  seq = 0;
  pushes: string[][] = [];
  running = 0;
  mostAtOnce = 0;

  put(item: Item): void {
    this.documents.set(item.id, { ...item, _deleted: false, seq: (this.seq += 1) });
  }

  has(id: string): boolean {
    return this.documents.has(id);
  }

  readonly pull = async (
    checkpoint: Checkpoint | undefined,
    limit: number,
  ): Promise<{ documents: Master[]; checkpoint: Checkpoint | undefined }> => {
    const rows = [...this.documents.values()]
      .filter(({ seq }) => seq > (checkpoint?.seq ?? 0))
      .toSorted((a, b) => a.seq - b.seq)
      .slice(0, limit);
    const last = rows.at(-1);
    return {
      documents: rows.map(({ id, v, _deleted }) => ({ id, v, _deleted })),
      checkpoint: last === undefined ? checkpoint : { seq: last.seq },
    };
  };

  readonly push = async (rows: readonly Pushed[]): Promise<Master[]> => {
    this.running += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
    await new Promise((done) => setTimeout(done, 5));
    this.running -= 1;
    this.pushes.push(rows.map(({ newDocumentState }) => newDocumentState.id));
    for (const { newDocumentState } of rows) this.put(newDocumentState);
    return [];
  };
}

/** Starts the library's replication, all of its waits short. */
export function replicate(
  page: Page,
  items: Items,
  options: Pick<ReplicationOptions<Item, Checkpoint>, 'push' | 'pull'>,
): ItemsReplication {
  return page.replication.replicateRxCollection<Item, Checkpoint>({
    replicationIdentifier: 'bare',
    collection: items,
    waitForLeadership: false,
    retryTime: 20,
    ...options,
  });
}

export const idsOf = async (items: Items): Promise<string[]> =>
  (await items.find().exec()).map(({ id }) => id).toSorted();

/** Until the library itself says that everything is sent and received. */
export async function untilItSaysSo(replication: ItemsReplication): Promise<void> {
  await replication.awaitInitialReplication();
  await replication.awaitInSync();
}
