/** How the browser keeps what is on this device: looked at every minute, and asked for again where it was refused. */
import { askToPersist, storageFigures, UNKNOWN_STORAGE } from '#platform/storage.ts';
import type { SecondPlace } from '#platform/second-place.ts';
import { liveCell, type Live } from './live.ts';
import type { StorageState } from './services.ts';

/** A browser that refused is asked again after so long: some decide by how much an app is used, some ask the person. */
const ASK_AGAIN_MS = 20 * 60 * 60 * 1000;

export interface StorageWatch {
  readonly live: Live<StorageState>;
  readonly look: () => Promise<void>;
  readonly persist: () => Promise<boolean>;
  /** A person did something that is worth keeping: the moment to ask again where it was refused before. */
  readonly acted: () => void;
}

/** @param now wall clock, ms */
export function createStorageWatch(
  name: string,
  place: SecondPlace,
  now: () => number,
): StorageWatch {
  const live = liveCell<StorageState>(UNKNOWN_STORAGE);
  const askedKey = `${name}.asked-to-persist`;
  const look = async (): Promise<void> => {
    const next = await storageFigures(place, `${name}.first-visit`, now());
    if (JSON.stringify(next) !== JSON.stringify(live.get())) live.set(next);
  };
  const persist = async (): Promise<boolean> => {
    place.write(askedKey, String(now()));
    const granted = await askToPersist();
    await look();
    return granted;
  };
  return {
    live,
    look,
    persist,
    acted() {
      if (live.get().persisted !== false) return;
      const asked = Number(place.read(askedKey) ?? Number.NaN);
      // Never asked: the first time belongs to a moment that a screen chooses.
      if (Number.isFinite(asked) && Math.abs(now() - asked) >= ASK_AGAIN_MS) void persist();
    },
  };
}
