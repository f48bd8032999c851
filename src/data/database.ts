/**
 * The local database: RxDB over Dexie, three collections, strict durability (DESIGN 3, PROTOCOL 1).
 *
 * The schemas are frozen: version 0 for ever, so that nothing is ever migrated. The hash function is frozen with them, because
 * RxDB refuses to open a collection whose schema has another hash. No validator (what is written here was parsed before), no
 * cleanup and no replication plugin: each of them was seen to lose or to stall data (SPEC.md names the tests).
 */
import { createRxDatabase, type RxCollection, type RxJsonSchema } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { hash128 } from '#domain/kernel/hash128.ts';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { environment } from '#platform/environment.ts';
import { openChannel } from '#platform/tabs.ts';
import type { EventRow } from '#protocol/event.ts';
import type { StateDocument } from '#protocol/pull.ts';
import { reopenWhenClosed, type Connections } from './durable.ts';
import { rowsOf, type Change, type Rows, type TabWire } from './rows.ts';

/** A running check: the body holds everything, the rest is for who looks into the database by hand. */
export interface DraftRow {
  readonly id: string;
  readonly student: string;
  readonly updatedAt: number;
  readonly body: string;
}

export interface LocalDatabase {
  readonly name: string;
  readonly events: Rows<EventRow>;
  readonly state: Rows<StateDocument>;
  readonly drafts: Rows<DraftRow>;
  readonly connections: Connections;
  readonly close: () => Promise<void>;
}

const text = (maxLength?: number) =>
  ({ type: 'string', ...(maxLength === undefined ? {} : { maxLength }) }) as const;

const EVENTS: RxJsonSchema<EventRow> = {
  version: 0,
  primaryKey: 'slot',
  type: 'object',
  properties: { slot: text(60), id: text(), text: text(), mac: text() },
  required: ['slot', 'id', 'text', 'mac'],
};
const STATE: RxJsonSchema<StateDocument> = {
  version: 0,
  primaryKey: 'key',
  type: 'object',
  properties: { key: text(200), kind: text(), seq: { type: 'number' }, body: text() },
  required: ['key', 'kind', 'seq', 'body'],
};
const DRAFTS: RxJsonSchema<DraftRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: text(30), student: text(), updatedAt: { type: 'number' }, body: text() },
  required: ['id', 'student', 'updatedAt', 'body'],
};

/** Names schemas inside RxDB. Frozen: another hash of the same schema would close every tablet's database. */
function schemaHash(input: string | Blob | ArrayBuffer): Promise<string> {
  if (typeof input !== 'string') throw new Error('Only schemas are hashed here, and they are text');
  return Promise.resolve(
    hash128(input)
      .map((word) => word.toString(16).padStart(8, '0'))
      .join(''),
  );
}

/** Another tab's old build can hold a database back for ever; after this a person has to close it. */
const BLOCKED_MS = 8000;

/**
 * Opens the database, or says why not: `insecure`, `no-indexeddb`, `blocked`, `corrupt` (detail: the browser's word).
 * @param multiTab false only where no second tab can exist (tests on Node)
 */
export async function openLocal(
  name = 'nineoften',
  multiTab = true,
): Promise<Result<LocalDatabase, Fault>> {
  const { secure, indexedDb } = environment();
  if (!secure) return err({ code: 'insecure' });
  if (!indexedDb) return err({ code: 'no-indexeddb' });
  const connections: Connections = new Set();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<LocalDatabase, Fault>>((done) => {
    timer = setTimeout(() => done(err({ code: 'blocked' })), BLOCKED_MS);
  });
  const opening = open(name, multiTab, connections).then(
    (database): Result<LocalDatabase, Fault> => ok(database),
    (error: unknown) => err(openFault(error)),
  );
  const opened = await Promise.race([opening, late]);
  clearTimeout(timer);
  return opened;
}

function openFault(error: unknown): Fault {
  const name = error instanceof Error ? error.name : 'unknown';
  // Firefox's private windows and blocked site data.
  if (name === 'InvalidStateError' || name === 'SecurityError' || name === 'MissingAPIError')
    return { code: 'no-indexeddb', detail: name };
  return {
    code: 'corrupt',
    detail: error instanceof Error ? `${name}: ${error.message.slice(0, 200)}` : name,
  };
}

interface Told {
  readonly collection: string;
  readonly changes: readonly Change<never>[];
}

/** One channel for all collections of a database. */
function openWires(name: string): {
  readonly of: <T>(collection: string) => TabWire<T>;
  readonly close: () => void;
} {
  const listeners = new Map<string, (changes: readonly Change<never>[]) => void>();
  const channel = openChannel<Partial<Told> | null>(`${name}.rows`, (told) => {
    if (told?.changes !== undefined) listeners.get(told.collection ?? '')?.(told.changes);
  });
  let open = true;
  return {
    of: <T>(collection: string) => ({
      say(changes: readonly Change<T>[]) {
        if (open) channel.say({ collection, changes: changes as Told['changes'] }); // read back as T by the same collection
      },
      hear(listener: (changes: readonly Change<T>[]) => void) {
        listeners.set(collection, listener);
      },
    }),
    close() {
      open = false;
      channel.close();
    },
  };
}

async function open(
  name: string,
  multiTab: boolean,
  connections: Connections,
): Promise<LocalDatabase> {
  const storage = getRxStorageDexie({
    chromeTransactionDurability: 'strict',
    onCreate: (db) => reopenWhenClosed(connections, db),
  });
  interface Collections {
    events: RxCollection<EventRow>;
    state: RxCollection<StateDocument>;
    drafts: RxCollection<DraftRow>;
  }
  const database = await createRxDatabase<Collections>({
    name,
    storage,
    multiInstance: false,
    hashFunction: schemaHash,
  });
  const { events, state, drafts } = await database.addCollections({
    events: { schema: EVENTS },
    state: { schema: STATE },
    drafts: { schema: DRAFTS },
  });
  const wires = multiTab ? openWires(name) : null;
  const wireOf = <T>(collection: string): TabWire<T> | null => wires?.of(collection) ?? null;
  return {
    name,
    connections,
    events: rowsOf(
      events,
      connections,
      'slot',
      ({ slot, id, text: body, mac }) => ({ slot, id, text: body, mac }),
      wireOf('events'),
    ),
    state: rowsOf(
      state,
      connections,
      'key',
      ({ key, kind, seq, body }) => ({ key, kind, seq, body }),
      wireOf('state'),
    ),
    drafts: rowsOf(
      drafts,
      connections,
      'id',
      ({ id, student, updatedAt, body }) => ({ id, student, updatedAt, body }),
      wireOf('drafts'),
    ),
    close: async () => {
      connections.clear();
      wires?.close();
      await database.close();
    },
  };
}
