/** When a page is left: hidden, frozen, or gone. None of these is sure to come; what matters is durable before them. */

export interface LeaveListener {
  /** The page is being left: flush what can be flushed, now. */
  readonly leave: () => void;
  /** The page is there again. */
  readonly back: () => void;
}

/** @returns the function that stops listening. Without a document (a worker) it listens to nothing. */
export function onLeaving(listener: LeaveListener): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const change = (): void =>
    document.visibilityState === 'hidden' ? listener.leave() : listener.back();
  document.addEventListener('visibilitychange', change);
  document.addEventListener('freeze', listener.leave);
  document.addEventListener('resume', listener.back);
  addEventListener('pagehide', listener.leave);
  addEventListener('pageshow', listener.back);
  return () => {
    document.removeEventListener('visibilitychange', change);
    document.removeEventListener('freeze', listener.leave);
    document.removeEventListener('resume', listener.back);
    removeEventListener('pagehide', listener.leave);
    removeEventListener('pageshow', listener.back);
  };
}

/** The focus is gone for so long: somebody works beside this page. */
const BESIDE_AFTER_MS = 500;

/**
 * Somebody looks at another app beside this page: two share the screen of a tablet, nothing is hidden, only the focus goes. It is
 * no leaving where the focus is back within a moment, or in a frame of this page.
 * @returns the function that stops listening
 */
export function onLookingAway(leave: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const back = (): void => clearTimeout(timer);
  const gone = (): void => {
    back();
    timer = setTimeout(() => {
      if (!document.hasFocus()) leave();
    }, BESIDE_AFTER_MS);
  };
  addEventListener('blur', gone);
  addEventListener('focus', back);
  return () => {
    back();
    removeEventListener('blur', gone);
    removeEventListener('focus', back);
  };
}

/** True where there is no document: a worker is never hidden. */
export function isVisible(): boolean {
  return typeof document === 'undefined' || document.visibilityState === 'visible';
}

/** Something suggests that a network may be there again: worth a try, never believed. */
export function onOnline(listener: () => void): () => void {
  if (typeof addEventListener === 'undefined') return () => undefined;
  addEventListener('online', listener);
  return () => removeEventListener('online', listener);
}
