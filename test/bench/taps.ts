/**
 * Runs inside the page: from tap to durable, and a raw IndexedDB strict put of a row of the same size in the same page, to
 * compare with. Times in ms. Taps are `gapMs` apart, as a person's are: a burst would measure the queue.
 */

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Times `count` runs of `tap`, each until its promise resolves. The first ones warm up and are not counted. */
export async function timeTaps(
  tap: () => Promise<unknown>,
  count: number,
  gapMs = 100,
  warmUp = 10,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < warmUp + count; i += 1) {
    await pause(gapMs);
    const begin = performance.now();
    await tap();
    if (i >= warmUp) times.push(performance.now() - begin);
  }
  return times;
}

export interface RawStore {
  /** One row of about the size of an event, durable when it resolves. */
  readonly put: () => Promise<void>;
  readonly close: () => void;
}

/** A database with nothing around it: one object store, strict durability. */
export function openRawStore(name = `raw-${Date.now()}`, bytes = 900): Promise<RawStore> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('docs', { keyPath: 'slot' });
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      let number = 0;
      done({
        put: () =>
          new Promise((stored, broken) => {
            const transaction = database.transaction('docs', 'readwrite', { durability: 'strict' });
            transaction.oncomplete = () => stored();
            transaction.onerror = () => broken(transaction.error);
            number += 1;
            const slot = `raw.${String(number).padStart(9, '0')}`;
            transaction
              .objectStore('docs')
              .put({ slot, id: 'x'.repeat(22), text: 'x'.repeat(bytes), mac: 'x'.repeat(43) });
          }),
        close: () => database.close(),
      });
    };
  });
}
