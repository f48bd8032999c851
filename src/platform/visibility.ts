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
