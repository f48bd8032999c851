/** Whether the browser promised to keep our data, and how full it is. Nothing here throws: a browser may not know these. */

export interface StorageFigures {
  readonly persisted: boolean | null;
  /** Bytes. */
  readonly usage: number | null;
  readonly quota: number | null;
}

export const UNKNOWN_STORAGE: StorageFigures = { persisted: null, usage: null, quota: null };

/** Asks the browser to keep the data; at a moment that makes sense to a person, because some browsers ask back. */
export async function askToPersist(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false; // no storage manager, or a context that may not ask: not promised is the honest answer
  }
}

export async function storageFigures(): Promise<StorageFigures> {
  try {
    const [persisted, estimate] = await Promise.all([
      navigator.storage.persisted(),
      navigator.storage.estimate(),
    ]);
    return { persisted, usage: estimate.usage ?? null, quota: estimate.quota ?? null };
  } catch {
    return UNKNOWN_STORAGE; // as above: unknown, and shown as unknown
  }
}
