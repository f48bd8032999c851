/** Runs inside the page: a raw IndexedDB strict put of a row of the size of an event, to compare a tap with. */

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
