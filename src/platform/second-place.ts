/**
 * A second, small place of the browser beside IndexedDB, for what IndexedDB would not take: `localStorage`, which all tabs share.
 * It is written at once and read at once, and holds a few megabytes. A worker and some private windows have none.
 */
export interface SecondPlace {
  /** Keys that begin so. */
  readonly keys: (prefix: string) => readonly string[];
  readonly read: (key: string) => string | null;
  /** @returns false where it is full or forbidden: nothing was kept */
  readonly write: (key: string, text: string) => boolean;
  readonly remove: (key: string) => void;
}

const NOWHERE: SecondPlace = {
  keys: () => [],
  read: () => null,
  write: () => false,
  remove: () => undefined,
};

export function browserSecondPlace(): SecondPlace {
  const storage = storageOrNull();
  return storage === null ? NOWHERE : placeIn(storage);
}

/** @param storage `localStorage`, or what a test puts in its place */
export function placeIn(storage: Storage): SecondPlace {
  return {
    keys(prefix) {
      const all = Array.from({ length: storage.length }, (_, i) => storage.key(i));
      return all.filter((key): key is string => key?.startsWith(prefix) ?? false);
    },
    read: (key) => storage.getItem(key),
    write(key, text) {
      try {
        storage.setItem(key, text);
        return storage.getItem(key) === text;
      } catch {
        return false; // full, or forbidden: a DOMException whose name differs from engine to engine
      }
    },
    remove: (key) => storage.removeItem(key),
  };
}

/** null in a worker, on Node, and where the person has forbidden sites to keep anything (reading it throws there). */
function storageOrNull(): Storage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}
