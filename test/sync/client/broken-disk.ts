/** A disk that is full, or a database that stays closed: every write to the databases with this name fails. */
import { vi } from 'vitest';

export interface BrokenDisk {
  /** Writes that were tried meanwhile. */
  readonly tried: () => number;
  readonly mend: () => void;
}

type Write = Parameters<IDBObjectStore['put']>;

/**
 * @param part of the database's name: "device-3--0--events", or "device-3" for all of a device
 * @param error name of the browser's error: QuotaExceededError (full), InvalidStateError (the connection is closed)
 */
export function breakDisk(part: string, error: string): BrokenDisk {
  let tried = 0;
  // Dexie binds `transaction` when it opens a database: what every write goes through is the store.
  const stores = IDBObjectStore.prototype;
  const spies = (['put', 'add'] as const).map((method) => {
    const real: (this: IDBObjectStore, ...args: Write) => IDBRequest<IDBValidKey> = stores[method];
    return vi.spyOn(stores, method).mockImplementation(function write(
      this: IDBObjectStore,
      ...args: Write
    ) {
      if (!this.transaction.db.name.includes(part)) return real.apply(this, args);
      tried += 1;
      throw new DOMException('broken by the test', error);
    });
  });
  return {
    tried: () => tried,
    mend: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
