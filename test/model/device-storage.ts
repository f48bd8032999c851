/**
 * What lies on the disk of one device: its IndexedDB databases and its localStorage. It outlives pages. When a page dies, its
 * transactions that were not committed are undone, as a browser does it; what was committed stays, also where the page was
 * never told.
 */
import type { Script } from 'node:vm';
import type { Owner, VirtualTime } from './virtual-time.ts';

/** What we touch of fake-indexeddb's inside. */
interface RawRecord {
  readonly key: unknown;
  readonly value: unknown;
}
interface RawRecords {
  readonly values: () => Iterable<RawRecord>;
  readonly put: (record: RawRecord) => void;
}
interface RawIndex {
  readonly name: string;
  readonly keyPath: unknown;
  readonly multiEntry: boolean;
  readonly unique: boolean;
  initialized: boolean;
  readonly storeRecord: (record: RawRecord) => void;
}
interface RawStore {
  readonly name: string;
  readonly keyPath: unknown;
  readonly autoIncrement: boolean;
  readonly records: RawRecords;
  readonly rawIndexes: Map<string, RawIndex>;
}
interface RawTransaction {
  readonly db: RawConnection;
  _state: string;
  readonly _abort: (reason: string) => void;
}
interface RawConnection {
  _closePending: boolean;
  _closed: boolean;
}
interface RawDatabase {
  readonly version: number;
  readonly rawObjectStores: Map<string, RawStore>;
  readonly transactions: readonly RawTransaction[];
  connections: readonly RawConnection[];
}
interface RawFactory {
  _databases: Map<string, RawDatabase>;
  readonly open: (name: string, version?: number) => OpenRequest;
  readonly deleteDatabase: (name: string) => object;
  readonly databases: () => Promise<unknown>;
  readonly cmp: (a: unknown, b: unknown) => number;
}
interface OpenRequest {
  readonly result: RawConnection;
  readonly addEventListener: (type: string, hear: () => void) => void;
}

export interface FakeIndexedDb {
  readonly IDBFactory: new () => RawFactory;
  readonly IDBKeyRange: object;
  readonly [name: string]: unknown;
}

/** One transaction step of storage takes so long, ms of virtual time. */
const STEP_MS = 0.05;

/** Loads fake-indexeddb with its tasks in the queue of the world that is open (`of.time`). */
export function loadIndexedDb(script: Script, of: { time: VirtualTime }): FakeIndexedDb {
  const load = script.runInThisContext() as (globals: object) => FakeIndexedDb; // the function that bundle.ts wraps it in
  return load({ setImmediate: (run: () => void) => of.time.after(STEP_MS, run) });
}

type Constructor<T> = new (...values: unknown[]) => T;
const classOf = <T extends object>(value: T): Constructor<T> => value.constructor as Constructor<T>; // a class of fake-indexeddb

function copyStore(store: RawStore, database: RawDatabase): RawStore {
  const copy = new (classOf(store))(database, store.name, store.keyPath, store.autoIncrement);
  for (const index of store.rawIndexes.values()) {
    const { name, keyPath, multiEntry, unique } = index;
    const other = new (classOf(index))(copy, name, keyPath, multiEntry, unique);
    other.initialized = true;
    copy.rawIndexes.set(name, other);
  }
  // What is stored was cloned on its way in and is cloned on its way out: two devices can share it.
  for (const record of store.records.values()) {
    copy.records.put({ ...record });
    for (const index of copy.rawIndexes.values()) index.storeRecord({ ...record });
  }
  return copy;
}

function copyDatabase(name: string, database: RawDatabase): RawDatabase {
  const copy = new (classOf(database))(name, database.version);
  for (const store of database.rawObjectStores.values())
    copy.rawObjectStores.set(store.name, copyStore(store, copy));
  return copy;
}

export class DeviceStorage {
  readonly #fake: FakeIndexedDb;
  readonly #factory: RawFactory;
  readonly local = new Map<string, string>();
  readonly #connections = new Map<Owner, Set<RawConnection>>();

  constructor(fake: FakeIndexedDb) {
    this.#fake = fake;
    this.#factory = new fake.IDBFactory();
  }

  /** `indexedDB` of one page, and the classes that come with it. */
  globalsOf(owner: Owner): Readonly<Record<string, unknown>> {
    const factory = this.#factory;
    const indexedDB = {
      open: (...asked: [string, number?]) => {
        if (owner.dead) throw new DOMException('This page is dead', 'InvalidStateError');
        const request = factory.open(...asked);
        const keep = (): void => {
          const known = this.#connections.get(owner) ?? new Set();
          known.add(request.result);
          this.#connections.set(owner, known);
        };
        request.addEventListener('upgradeneeded', keep);
        request.addEventListener('success', () => {
          keep();
          if (owner.dead) this.free(owner);
        });
        return request;
      },
      deleteDatabase: (name: string) => factory.deleteDatabase(name),
      databases: () => factory.databases(),
      cmp: (a: unknown, b: unknown) => factory.cmp(a, b),
    };
    const classes = Object.entries(this.#fake).filter(([name]) => name.startsWith('IDB'));
    return { ...Object.fromEntries(classes), indexedDB, localStorage: this.#localStorage(owner) };
  }

  /** A page died, or all of them did. */
  free(owner: Owner): void {
    const mine = this.#connections.get(owner) ?? new Set<RawConnection>();
    for (const database of this.#factory._databases.values()) {
      for (const transaction of [...database.transactions]) {
        if (!mine.has(transaction.db) || transaction._state === 'finished') continue;
        transaction._state = 'active';
        transaction._abort('AbortError');
      }
      database.connections = database.connections.filter((connection) => !mine.has(connection));
    }
    for (const connection of mine) {
      connection._closePending = true;
      connection._closed = true;
    }
    this.#connections.delete(owner);
  }

  /** The same bytes on another device, as when a disk is copied. No page of this one may be open. */
  copy(): DeviceStorage {
    const copy = new DeviceStorage(this.#fake);
    for (const [name, database] of this.#factory._databases)
      copy.#factory._databases.set(name, copyDatabase(name, database));
    for (const [name, value] of this.local) copy.local.set(name, value);
    return copy;
  }

  /** A disk with nothing on it, as after the browser has erased it. */
  blank(): DeviceStorage {
    return new DeviceStorage(this.#fake);
  }

  /** Every row of the object stores of a database whose name ends so. */
  rows<T>(ending: string): readonly T[] {
    const found: T[] = [];
    for (const [name, database] of this.#factory._databases) {
      if (!name.endsWith(ending)) continue;
      for (const store of database.rawObjectStores.values())
        for (const { value } of store.records.values()) found.push(value as T); // the caller knows what lies there
    }
    return found;
  }

  /** Puts a row into a store beside everybody, as another version of the app may have done. No page may be open. */
  put(ending: string, storeName: string, key: string, value: object): void {
    for (const [name, database] of this.#factory._databases) {
      const store = name.endsWith(ending) ? database.rawObjectStores.get(storeName) : undefined;
      if (store === undefined) continue;
      store.records.put({ key, value });
      for (const index of store.rawIndexes.values()) index.storeRecord({ key, value });
      return;
    }
    throw new Error(`No database ends with ${ending}`);
  }

  get databases(): readonly string[] {
    return [...this.#factory._databases.keys()];
  }

  #localStorage(owner: Owner): object {
    const { local } = this;
    return {
      getItem: (name: string) => local.get(name) ?? null,
      setItem: (name: string, value: string) => void (owner.dead || local.set(name, value)),
      removeItem: (name: string) => void (owner.dead || local.delete(name)),
      clear: () => void (owner.dead || local.clear()),
      key: (at: number) => [...local.keys()][at] ?? null,
      get length() {
        return local.size;
      },
    };
  }
}
