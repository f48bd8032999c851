/**
 * The service worker: registered once, updated only when a person agrees, and never while work is open. The tab that took the
 * update loads again by itself; every other tab still runs the old build and is told to, because somebody may be typing there.
 */
import { Workbox } from 'workbox-window';

export interface AppUpdate {
  /**
   * A new build waits: `waiting` to be taken, `coming` since this tab took it, `taken` where another tab took it and this one still
   * runs the old build.
   */
  readonly state: () => 'none' | 'waiting' | 'coming' | 'taken';
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes the update, if nobody has yet, and loads again. `busy` where a guard holds it back: ask at the end of the work. */
  readonly apply: () => 'applied' | 'busy' | 'nothing';
  /** Holds updates back while work is open; gives the release. */
  readonly guard: () => () => void;
}

/** What is needed of workbox-window. */
export type UpdateSource = Pick<Workbox, 'messageSkipWaiting'> & {
  readonly addEventListener: (type: 'waiting' | 'controlling', listener: () => void) => void;
};

const UPDATE_EVERY_MS = 60 * 60 * 1000;
/**
 * The browser puts the new worker in charge when the old one has nothing to do. Now and then Chromium waits for that as long as the
 * page is open (seen on a busy machine): then it comes with a reload.
 */
const IN_CHARGE_WITHIN_MS = 5000;

/** @param scriptUrl address of the service worker; where the browser has none, nothing ever becomes ready */
export function registerServiceWorker(scriptUrl: string): AppUpdate {
  const workbox = 'serviceWorker' in navigator ? new Workbox(scriptUrl) : null;
  const controlled = workbox !== null && navigator.serviceWorker.controller !== null;
  const update = followUpdates(workbox, controlled, () => location.reload());
  void workbox?.register().then((registration) => {
    void untilAppKept();
    if (registration !== undefined)
      setInterval(() => void registration.update().catch(() => undefined), UPDATE_EVERY_MS);
  });
  return update;
}

/**
 * @param source null where the browser has no service worker
 * @param controlledBefore whether a worker serves this page already
 */
export function followUpdates(
  source: UpdateSource | null,
  controlledBefore: boolean,
  reload: () => void,
): AppUpdate {
  let state: ReturnType<AppUpdate['state']> = 'none';
  let guards = 0;
  /** Runs since this tab took the update. */
  let late: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const become = (next: typeof state): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  source?.addEventListener('waiting', () => become('waiting'));
  // The first worker takes control too, also of a page that was opened while it was still being installed (to which it is
  // an external one): that is no update, and a reload would take away what somebody types meanwhile.
  let controlled = controlledBefore;
  source?.addEventListener('controlling', () => {
    clearTimeout(late);
    if (!controlled) {
      controlled = true;
      return;
    }
    if (state === 'coming' && guards === 0) reload();
    else become('taken');
  });

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply() {
      if (source === null || state === 'none') return 'nothing';
      if (guards > 0) return 'busy';
      if (state === 'taken') reload();
      if (state !== 'waiting') return 'applied';
      become('coming');
      source.messageSkipWaiting();
      late = setTimeout(() => {
        if (guards === 0) reload();
        else become('waiting');
      }, IN_CHARGE_WITHIN_MS);
      return 'applied';
    },
    guard() {
      guards += 1;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        guards -= 1;
      };
    },
  };
}

/** Resolves when the app itself is on this device and serves this page; never where the browser has no service worker. */
export async function untilAppKept(): Promise<void> {
  if (!('serviceWorker' in navigator)) return new Promise(() => undefined);
  const { active } = await navigator.serviceWorker.ready;
  if (navigator.serviceWorker.controller !== null) return;
  const taken = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
  });
  // The worker may have taken its pages while this one was still loading (public/claim.js).
  active?.postMessage({ type: 'CLAIM' });
  await taken;
}
