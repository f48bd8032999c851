/** Pokes: the server says that there is something new, never what. Throttled, never debounced: steady marking elsewhere must not starve us. */

/** What we use of the browser's EventSource. */
export interface PokeSource {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onopen: (() => void) | null;
  /** The browser has given it up: the answer was an error (no credential any more, a proxy without its server). */
  onclosed: (() => void) | null;
  close: () => void;
}

export interface PokePorts {
  readonly open: (url: string) => PokeSource;
  readonly url: string;
  /** This browser is a device of a school: nobody else is told anything. */
  readonly enrolled: () => boolean;
  readonly poked: () => void;
}

const THROTTLE_MS = 300;
/** How often it is looked whether there is a connection, ms. */
const LOOK_EVERY_MS = 5000;

/**
 * Listens until `stop` aborts. After a lost connection the browser connects again by itself, after an error answer this does;
 * every connection may have missed pokes, so that it counts as one.
 */
export function listenForPokes(ports: PokePorts, stop: AbortSignal): void {
  if (stop.aborted) return;
  const hear = throttled(ports.poked, THROTTLE_MS);
  let source: PokeSource | null = null;
  const leave = (): void => {
    source?.close();
    source = null;
  };
  const look = (): void => {
    if (source !== null || !ports.enrolled()) return;
    source = ports.open(ports.url);
    source.onmessage = hear;
    source.onopen = hear;
    source.onclosed = leave;
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  stop.addEventListener(
    'abort',
    () => {
      clearInterval(timer);
      leave();
    },
    { once: true },
  );
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
