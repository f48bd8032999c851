/**
 * The pulled documents in memory, as they stand in local storage: read by key at the start (a cursor over the collection is
 * several times slower), and followed from then on. Beside the documents lie two rows of our own: the checkpoint, written in
 * the same transaction as the page it belongs to, and the list of keys.
 */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { parseJson } from '#protocol/json.ts';
import type { StateDocument } from '#protocol/pull.ts';
import type { Change, Rows, Stored } from './rows.ts';

export const CHECKPOINT = '~checkpoint';
export const KEYS = '~keys';

/** How far the pull has come. */
export interface Checkpoint {
  readonly epoch: string;
  readonly seq: number;
  readonly scope: string;
  /** Server time of the newest pull that ended with the right count, ms; null while the first one runs. */
  readonly completeAt: number | null;
}

export interface StateDocuments {
  readonly documents: () => ReadonlyMap<string, StateDocument>;
  readonly checkpoint: () => Checkpoint | null;
  /** Reads everything from local storage again. */
  readonly load: () => Promise<Result<void, Fault>>;
  readonly loaded: () => boolean;
  /** Documents that should be here could not be read at the last loading: the next pull has to take everything. */
  readonly damaged: () => boolean;
  /** Called with the keys that changed, once per write. */
  readonly subscribe: (listener: (keys: readonly string[]) => void) => () => void;
}

/** Our own rows: neither counted nor shown. */
export function isOwnRow(key: string): boolean {
  return key.startsWith('~');
}

export function checkpointRow(checkpoint: Checkpoint): StateDocument {
  return { key: CHECKPOINT, kind: CHECKPOINT, seq: 0, body: JSON.stringify(checkpoint) };
}

export function keysRow(keys: readonly string[]): StateDocument {
  return { key: KEYS, kind: KEYS, seq: 0, body: JSON.stringify(keys) };
}

/** What we wrote ourselves; null where it is not there or cannot be read, which leads to a full pull. */
export function readCheckpoint(row: StateDocument | undefined): Checkpoint | null {
  const json = row === undefined ? null : parseJson(row.body);
  if (json === null || !json.ok || typeof json.value !== 'object' || json.value === null)
    return null;
  const { epoch, seq, scope, completeAt } = json.value as Partial<Checkpoint>; // each field is looked at below
  if (typeof epoch !== 'string' || typeof seq !== 'number' || typeof scope !== 'string')
    return null;
  return { epoch, seq, scope, completeAt: typeof completeAt === 'number' ? completeAt : null };
}

export function readKeys(row: StateDocument | undefined): readonly string[] {
  const json = row === undefined ? null : parseJson(row.body);
  if (json === null || !json.ok || !Array.isArray(json.value)) return [];
  return json.value.filter((key): key is string => typeof key === 'string');
}

export function createStateDocuments(rows: Rows<StateDocument>): StateDocuments {
  let documents = new Map<string, StateDocument>();
  let checkpoint: Checkpoint | null = null;
  let loaded = false;
  let damaged = false;
  /** Counts what was followed: a reading that a write has overtaken is done again. */
  let writes = 0;
  const listeners = new Set<(keys: readonly string[]) => void>();

  const follow = (changes: readonly Change<StateDocument>[]): void => {
    const changed: string[] = [];
    writes += 1;
    for (const { key, row } of changes) {
      if (key === CHECKPOINT) checkpoint = readCheckpoint(row);
      if (isOwnRow(key)) continue;
      if (row === undefined) documents.delete(key);
      else documents.set(key, row);
      changed.push(key);
    }
    for (const listener of [...listeners]) listener(changed);
  };
  rows.onChange(follow);

  type Read = ReadonlyMap<string, Stored<StateDocument>>;
  /** Two transactions that no write came between. */
  const readUndisturbed = async (): Promise<Result<{ own: Read; found: Read }, Fault>> => {
    for (;;) {
      const before = writes;
      const own = await rows.get([CHECKPOINT, KEYS]);
      if (!own.ok) return own;
      const keys = readKeys(own.value.get(KEYS)?.row);
      const found = await rows.get(keys);
      if (!found.ok) return found;
      if (writes !== before) continue;
      damaged = found.value.size < keys.length;
      return ok({ own: own.value, found: found.value });
    }
  };

  /** Writes what is in memory. Another tab may do the same: then what stands there says as much. */
  const restore = async (known: Checkpoint): Promise<Result<void, Fault>> => {
    const all = [...documents.values(), checkpointRow(known), keysRow([...documents.keys()])];
    const written = await rows.write(all, [], new Map());
    return written.ok ? ok(undefined) : written;
  };

  return {
    documents: () => documents,
    checkpoint: () => checkpoint,
    loaded: () => loaded,
    damaged: () => damaged,
    async load() {
      const read = await readUndisturbed();
      if (!read.ok) return read;
      const { own, found } = read.value;
      // The checkpoint is never removed: the browser has erased it all while this tab lived.
      if (checkpoint !== null && own.get(CHECKPOINT) === undefined) return restore(checkpoint);
      const before = documents;
      documents = new Map();
      for (const [key, { row }] of found) {
        const known = before.get(key);
        // The same object while it says the same: what was parsed from it stays good.
        documents.set(key, known?.seq === row.seq && known.body === row.body ? known : row);
      }
      checkpoint = readCheckpoint(own.get(CHECKPOINT)?.row);
      loaded = true;
      const changed = new Set(
        [...before.keys(), ...documents.keys()].filter(
          (key) => before.get(key) !== documents.get(key),
        ),
      );
      for (const listener of [...listeners]) listener([...changed]);
      return ok(undefined);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
