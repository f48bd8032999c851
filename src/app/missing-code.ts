/**
 * A part of the app that could not be loaded: after an update the old parts may be gone. Loading the page again brings the new
 * ones; once, because a network that is gone would make it go in circles, and never in the middle of work.
 */
import { isAtWork } from './at-work.ts';

const KEY = 'nineoften.loaded-again';
/** A second failure within this time is not cured by loading again, ms. */
const ONCE_PER_MS = 60_000;

export interface MissingCodePorts {
  readonly path: () => string;
  /** Something is on this page only, and would be gone. */
  readonly isBusy: () => boolean;
  readonly now: () => number;
  readonly store: Pick<Storage, 'getItem' | 'setItem'>;
  readonly reload: () => void;
}

/** @returns whether the page is loaded again; if not, the screen says what is the matter */
export function loadAgainOnce({ path, isBusy, now, store, reload }: MissingCodePorts): boolean {
  if (isAtWork(path()) || isBusy()) return false;
  const before = Number(store.getItem(KEY) ?? 0);
  const since = now() - before;
  // A clock that was set back must not forbid it for ever.
  if (since >= 0 && since < ONCE_PER_MS) return false;
  store.setItem(KEY, String(now()));
  reload();
  return true;
}

/** Listens for Vite's word that a part could not be loaded. */
export function watchForMissingCode(isBusy: () => boolean): void {
  addEventListener('vite:preloadError', (event) => {
    const again = loadAgainOnce({
      path: () => location.pathname,
      isBusy,
      now: () => Date.now(),
      store: sessionStorage,
      reload: () => location.reload(),
    });
    // Otherwise the import fails as it would, and the screen says so.
    if (again) event.preventDefault();
  });
}

/** Whether an error is one of a part that could not be loaded, in the words of any browser. */
export function isMissingCode(error: Error): boolean {
  return /dynamically imported module|importing a module script|preload css/iu.test(error.message);
}
