/** Pokes: the server says that there is something new, never what. Throttled, never debounced: steady marking elsewhere must not starve us. */

/** What we use of the browser's EventSource. */
export interface PokeSource {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onopen: (() => void) | null;
  close: () => void;
}

const THROTTLE_MS = 300;

/**
 * Listens until `stop` aborts. The browser connects again by itself; every connection may have missed pokes, so that it
 * counts as one.
 */
export function listenForPokes(
  open: (url: string) => PokeSource,
  url: string,
  poked: () => void,
  stop: AbortSignal,
): void {
  if (stop.aborted) return;
  const source = open(url);
  const hear = throttled(poked, THROTTLE_MS);
  source.onmessage = hear;
  source.onopen = hear;
  stop.addEventListener('abort', () => source.close(), { once: true });
}

/** The first call at once, then at most one in `ms`, the last one never lost. */
export function throttled(run: () => void, ms: number): () => void {
  let waiting = false;
  let again = false;
  const call = (): void => {
    if (waiting) {
      again = true;
      return;
    }
    waiting = true;
    setTimeout(() => {
      waiting = false;
      if (!again) return;
      again = false;
      call();
    }, ms);
    run();
  };
  return call;
}
