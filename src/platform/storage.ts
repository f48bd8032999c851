/** Whether the browser promised to keep our data, and how full it is. Nothing here throws: a browser may not know these. */
import type { SecondPlace } from './second-place.ts';

export interface StorageFigures {
  readonly persisted: boolean | null;
  /** Bytes. */
  readonly usage: number | null;
  readonly quota: number | null;
  /** A profile that is erased at the end of its session: see `temporaryFrom`. */
  readonly temporary: boolean | null;
}

export const UNKNOWN_STORAGE: StorageFigures = {
  persisted: null,
  usage: null,
  quota: null,
  temporary: null,
};

/** Asks the browser to keep the data; at a moment that makes sense to a person, because some browsers ask back. */
export async function askToPersist(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false; // no storage manager, or a context that may not ask: not promised is the honest answer
  }
}

/**
 * @param place where the first visit is noted
 * @param key the note's key
 * @param now wall clock, ms
 */
export async function storageFigures(
  place: SecondPlace,
  key: string,
  now: number,
): Promise<StorageFigures> {
  // Each by itself: WebKit of some years knows neither, others know one of them.
  const [persisted, estimate] = await Promise.all([promiseKept(), roomLeft()]);
  const { usage = null, quota = null } = estimate;
  const clues = { persisted, quota, ...profileClues(), sinceVisit: sinceVisit(place, key, now) };
  return { persisted, usage, quota, temporary: temporaryFrom(clues) };
}

/** Whether the browser has promised to keep the data. One that cannot promise has not: null is for one that does not say. */
async function promiseKept(): Promise<boolean | null> {
  if (typeof navigator === 'undefined') return null;
  const storage: Partial<StorageManager> | undefined = navigator.storage;
  if (storage?.persist === undefined) return false;
  try {
    return await navigator.storage.persisted();
  } catch {
    return null; // a context that may not ask
  }
}

async function roomLeft(): Promise<StorageEstimate> {
  try {
    return await navigator.storage.estimate();
  } catch {
    return {}; // as above: unknown, and shown as unknown
  }
}

/** ms since the first visit that this profile remembers; 0 at the first one. A clock that was set back says nothing. */
function sinceVisit(place: SecondPlace, key: string, now: number): number {
  const first = Number(place.read(key) ?? Number.NaN);
  if (Number.isFinite(first) && first > 0) return Math.max(0, now - first);
  place.write(key, String(now));
  return 0;
}

/** What a browser says of itself. */
export interface ProfileClues {
  readonly persisted: boolean | null;
  /** Bytes. */
  readonly quota: number | null;
  /** GiB as the browser rounds them, or null. */
  readonly memory: number | null;
  /** Service workers exist in this window. */
  readonly workers: boolean;
  /** ms since the first visit that the profile remembers. */
  readonly sinceVisit: number;
}

function profileClues(): Pick<ProfileClues, 'memory' | 'workers'> {
  const memory = 'deviceMemory' in navigator ? navigator.deviceMemory : null;
  return {
    memory: typeof memory === 'number' ? memory : null,
    workers: 'serviceWorker' in navigator || typeof document === 'undefined',
  };
}

const GIB = 2 ** 30;
/** Chromium gives a profile that lives in memory at most a fifth of the memory; one on a disk gets far more than a quarter. */
const MEMORY_SHARE = 0.25;
/** A profile that remembers yesterday has survived a night. */
const NIGHT_MS = 16 * 60 * 60 * 1000;

/**
 * Whether this profile is erased when its session ends, as well as a page can tell; null where it cannot.
 *
 * - Told: private windows of Chromium that still show their small quota, and guest profiles that live in memory; private windows of
 *   Firefox, which have no service workers in a secure page.
 * - Told to be lasting: storage that the browser promised to keep (no private window gets that promise), and a profile that
 *   remembers a visit of another day.
 * - Not told: profiles on a disk that a school's management erases at sign-out (the page sees an ordinary profile in its first
 *   session), Chromium's newer private windows, which show the quota of an ordinary one, and Safari's. There the answer is
 *   null until the profile has survived a night; "null" has to be read as "ask whoever set the computer up".
 */
export function temporaryFrom(clues: ProfileClues): boolean | null {
  const { persisted, quota, memory, workers, sinceVisit: since } = clues;
  if (persisted === true) return false;
  if (!workers) return true;
  if (quota !== null && memory !== null && quota < memory * GIB * MEMORY_SHARE) return true;
  return since >= NIGHT_MS ? false : null;
}
