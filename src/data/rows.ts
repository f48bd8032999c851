/**
 * One collection as rows of strings, over RxDB's storage of the collection: writes that say what they replace, reads by key
 * that never come out of a cache, and word of every change in this and the other tabs.
 *
 * The storage is used directly, not documents and queries: a query's remembered result misses what a dying tab wrote
 * (its message never came), and `bulkUpsert` is one write per document where a page of state has to land in one.
 * Word goes from tab to tab over a channel of ours: RxDB's own drops what is dated before its listener, and so everything
 * from the moment that somebody sets the clock back (test/browser/data/clock-tabs.test.ts).
 */
import {
  getWrittenDocumentsFromBulkWriteResponse,
  normalizeMangoQuery,
  prepareQuery,
  type MangoQuerySelector,
  type MangoQuerySortPart,
  type RxCollection,
  type RxDocumentData,
} from 'rxdb';
import type { Fault, Result } from '#domain/kernel/result.ts';
import { durable, type Connections } from './durable.ts';

/** What was there when a row was read; a write that replaces it names it. Opaque to everybody else. */
export interface Stored<T> {
  readonly row: T;
  readonly token: RxDocumentData<T>;
}

export interface Change<T> {
  readonly key: string;
  /** undefined: the row was removed. */
  readonly row: T | undefined;
}

export interface Rows<T> {
  /** Rows by key; what is not there is not in the answer. */
  readonly get: (keys: readonly string[]) => Promise<Result<ReadonlyMap<string, Stored<T>>, Fault>>;
  /**
   * Writes one transaction. `rows` are put in place of what `replaces` says is there (nothing, where it says nothing), removed
   * keys likewise. Durable when it answers. Conflicts: rows that were not written, with what stands there.
   */
  readonly write: (
    rows: readonly T[],
    removed: readonly string[],
    replaces: ReadonlyMap<string, Stored<T>>,
  ) => Promise<
    Result<
      {
        readonly written: ReadonlyMap<string, Stored<T>>;
        readonly conflicts: ReadonlyMap<string, T>;
      },
      Fault
    >
  >;
  /** Puts one new row; the row that stands there where its key is taken. */
  readonly insert: (row: T) => Promise<Result<{ readonly taken: T | null }, Fault>>;
  /** The first rows by key above `after`, or the last below `before`. */
  readonly above: (after: string, limit: number) => Promise<Result<readonly T[], Fault>>;
  readonly below: (before: string, limit: number) => Promise<Result<readonly T[], Fault>>;
  /** Takes what was removed off the disk: until then a removed row still lies there, marked. Reads the whole collection. */
  readonly sweep: () => Promise<Result<void, Fault>>;
  /** Every change of this and the other tabs, a write at a time. */
  readonly onChange: (listener: (changes: readonly Change<T>[]) => void) => () => void;
}

/** Word of changes between this collection here and in the other tabs. */
export interface TabWire<T> {
  readonly say: (changes: readonly Change<T>[]) => void;
  readonly hear: (listener: (changes: readonly Change<T>[]) => void) => void;
}

/** Least age in ms of what is swept; below zero, so that a row removed in this millisecond goes too. */
const SWEEP_ALL = -1000;

/** RxDB's own fields of a row that is new. */
const FRESH = { _deleted: false, _attachments: {}, _meta: { lwt: 1 }, _rev: '' } as const;

/**
 * @param key the primary key's field
 * @param pick takes the row out of what is stored, without RxDB's own fields
 * @param wire null where no second tab can exist
 */
export function rowsOf<T extends object>(
  collection: RxCollection<T>,
  connections: Connections,
  key: keyof T & string,
  pick: (stored: T) => T,
  wire: TabWire<T> | null,
): Rows<T> {
  const storage = collection.storageInstance;
  const listeners = new Set<(changes: readonly Change<T>[]) => void>();
  const tell = (changes: readonly Change<T>[]): void => {
    for (const listener of [...listeners]) listener(changes);
  };
  // Ends with the collection.
  collection.eventBulks$.subscribe(({ events }) => {
    const changes = events.map((event) => ({
      key: event.documentId,
      row: event.operation === 'DELETE' ? undefined : pick(event.documentData as T), // events of this collection carry its rows
    }));
    wire?.say(changes);
    tell(changes);
  });
  wire?.hear(tell);
  const keyIn = (row: T): string => String(row[key]);
  const fresh = (row: T): RxDocumentData<T> =>
    ({ ...row, ...FRESH }) as unknown as RxDocumentData<T>; // the fields above are what RxDocumentData adds

  const scan = (
    operator: '$gt' | '$lt',
    bound: string,
    limit: number,
  ): Promise<Result<readonly T[], Fault>> =>
    durable(connections, async () => {
      const schema = collection.schema.jsonSchema;
      const selector = { [key]: { [operator]: bound } } as MangoQuerySelector<T>; // a computed key loses its name in the type
      const sort = [{ [key]: operator === '$gt' ? 'asc' : 'desc' } as MangoQuerySortPart<T>]; // as above
      const query = normalizeMangoQuery<T>(schema, { selector, sort, limit });
      // RxDB fills in the condition on deleted rows itself only for collection queries.
      const living = { ...query, selector: { ...query.selector, _deleted: { $eq: false } } };
      const found = await storage.query(prepareQuery(schema as never, living as never)); // same schema, typed once with and once without RxDB's fields
      return found.documents.map(pick);
    });

  return {
    get: (keys) =>
      durable(connections, async () => {
        const documents =
          keys.length === 0 ? [] : await storage.findDocumentsById([...keys], false);
        return new Map(documents.map((token) => [keyIn(token), { row: pick(token), token }]));
      }),
    write: (rows, removed, replaces) =>
      durable(connections, async () => {
        const puts = rows.map((row) => writeRow(fresh(row), replaces.get(keyIn(row))));
        const removals = removed.flatMap((name) => {
          const stored = replaces.get(name);
          return stored === undefined
            ? []
            : [writeRow({ ...stored.token, _deleted: true }, stored)];
        });
        const writes = [...puts, ...removals];
        const response = await storage.bulkWrite(writes, 'nineoften');
        const written = new Map<string, Stored<T>>();
        for (const token of getWrittenDocumentsFromBulkWriteResponse(
          key as never,
          writes,
          response,
        )) {
          // the primary key, which RxDB's type derives from a schema
          written.set(keyIn(token), { row: pick(token), token });
        }
        const conflicts = new Map<string, T>();
        for (const error of response.error) {
          if (error.status !== 409) throw new Error(`Storage refused a row: ${error.status}`);
          const there = pick(error.documentInDb);
          const own = error.writeRow.document;
          // Run twice because the connection died after the commit: what stands there is what was to be written.
          if (error.documentInDb._deleted === own._deleted && same(there, pick(own))) {
            written.set(error.documentId, { row: there, token: error.documentInDb });
          } else {
            conflicts.set(error.documentId, there);
          }
        }
        return { written, conflicts };
      }),
    insert: (row) =>
      durable(connections, async () => {
        const written = await storage.bulkWrite([{ document: fresh(row) }], 'nineoften');
        const [error] = written.error;
        if (error === undefined) return { taken: null };
        if (error.status !== 409) throw new Error(`Storage refused a row: ${error.status}`);
        return { taken: pick(error.documentInDb) };
      }),
    sweep: () =>
      durable(connections, async () => {
        await storage.cleanup(SWEEP_ALL);
      }),
    above: (after, limit) => scan('$gt', after, limit),
    below: (before, limit) => scan('$lt', before, limit),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function writeRow<T>(
  document: RxDocumentData<T>,
  stored: Stored<T> | undefined,
): { document: RxDocumentData<T>; previous?: RxDocumentData<T> } {
  return stored === undefined ? { document } : { document, previous: stored.token };
}

function same<T extends object>(a: T, b: T): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
