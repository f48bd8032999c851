/**
 * The service worker: registered once, updated only when a person agrees, and never while a check or an interview is open.
 * A tab that still runs the old build is told to load again when another tab has taken the update.
 */
import { Workbox } from 'workbox-window';

export interface AppUpdate {
  /** A new build waits. */
  readonly ready: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes the update and reloads. `busy` where a guard holds it back: ask again at the end of the work. */
  readonly apply: () => 'applied' | 'busy' | 'nothing';
  /** Holds updates back while work is open; gives the release. */
  readonly guard: () => () => void;
}

const UPDATE_EVERY_MS = 60 * 60 * 1000;

/** @param scriptUrl address of the service worker; where the browser has none, nothing ever becomes ready */
export function registerServiceWorker(
  scriptUrl: string,
  reload: () => void = () => location.reload(),
): AppUpdate {
  let ready = false;
  let guards = 0;
  /** The update was taken (here or in another tab) while work was open: reload at the end of the work. */
  let reloadOwed = false;
  const listeners = new Set<() => void>();
  const workbox = 'serviceWorker' in navigator ? new Workbox(scriptUrl) : null;

  workbox?.addEventListener('waiting', () => {
    ready = true;
    for (const listener of listeners) listener();
  });
  // The first worker takes control too, also of a page that was opened while it was still being installed (to which it is
  // an external one): that is no update, and a reload would take away what somebody types meanwhile.
  let controlled = workbox !== null && navigator.serviceWorker.controller !== null;
  workbox?.addEventListener('controlling', () => {
    if (!controlled) {
      controlled = true;
      return;
    }
    if (guards === 0) reload();
    else reloadOwed = true;
  });
  void workbox?.register().then((registration) => {
    void untilAppKept();
    if (registration !== undefined)
      setInterval(() => void registration.update().catch(() => undefined), UPDATE_EVERY_MS);
  });

  return {
    ready: () => ready,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply() {
      if (workbox === null || !ready) return 'nothing';
      if (guards > 0) return 'busy';
      workbox.messageSkipWaiting();
      return 'applied';
    },
    guard() {
      guards += 1;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        guards -= 1;
        if (guards === 0 && reloadOwed) reload();
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
