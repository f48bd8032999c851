/**
 * Reads and writes that stand a database which the browser closed under us. iOS kills the storage process of a page that
 * slept, and clearing site data does the same: every transaction then fails until the connection is opened again. The
 * first failing write is ours to repeat.
 */
import type { Dexie } from 'dexie';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';

/** The connections of one local database, kept so that they can be opened again. */
export interface Connections extends Set<Dexie> {
  /** Called when one was opened again: what the browser closed it may have erased. */
  reopened?: () => void;
}

/** What Dexie and the engines say when a connection or a transaction died under a request that is fine in itself. */
const PASSING = new Set([
  'DatabaseClosedError',
  'DatabaseClosed',
  'InvalidStateError',
  'InvalidState',
  'TransactionInactiveError',
  'AbortError',
  'UnknownError',
  'TimeoutError',
  'OpenFailedError',
  'PrematureCommitError',
]);
const PAUSES_MS = [0, 50, 250, 1000];

/** Opens a connection again as soon as the browser closes it. */
export function reopenWhenClosed(connections: Connections, db: Dexie): void {
  connections.add(db);
  // On the next turn: inside the close event Dexie has not finished closing. Closed by ourselves, it is none of ours any more.
  db.on('close', () => {
    setTimeout(() => {
      if (connections.has(db)) void reopen(connections, db);
    }, 0);
  });
}

async function reopen(connections: Connections, db: Dexie): Promise<void> {
  if (db.isOpen()) return;
  try {
    await db.open();
  } catch {
    return; // Not possible yet. Whoever needs it next tries again, and says so when it stays closed.
  }
  connections.reopened?.();
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : 'unknown';
}

/**
 * Runs `work`, again where the connection died under it. `work` must stand being run twice: its first run may have been
 * committed. Fault `storage` with the browser's name for the failure (`QuotaExceededError` ...) as detail.
 */
export async function durable<T>(
  connections: Connections,
  work: () => Promise<T>,
): Promise<Result<T, Fault>> {
  let last = 'unknown';
  for (const pause of PAUSES_MS) {
    try {
      return ok(await work());
    } catch (error) {
      last = nameOf(error);
      if (!PASSING.has(last)) return err({ code: 'storage', detail: last });
    }
    await new Promise((done) => setTimeout(done, pause));
    await Promise.all([...connections].map((db) => reopen(connections, db)));
  }
  return err({ code: 'storage', detail: last });
}
