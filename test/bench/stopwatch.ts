/** What the bench puts into every page before the app: it looks, and changes nothing that the app does. */

import type { openRawStore } from './raw-store.ts';

export interface Sight {
  readonly selector: string;
  readonly count?: number;
  readonly text?: string;
}

export interface Stopwatch {
  /** End of the newest touch or press, ms of the page's clock. */
  released: number;
  /** The moment at which the app knows that the next event is durable. */
  saved: () => Promise<number>;
  /** Milliseconds spent on turning a PIN into a key: slow on purpose, and off the main thread. */
  pinMs: number;
  /** Moment after the paint in which `count` elements first fitted the selector and held the text. */
  painted: (what: Sight) => Promise<number>;
  /** Wall clock (ms) after the paint in which an attribute of this name next changed somewhere. */
  changed: (attribute: string) => Promise<number>;
}

declare global {
  interface Window {
    bench: Stopwatch;
    /** What a measurement waits for from the first moment of the page. */
    firstSight: Promise<number>;
    openRawStore: typeof openRawStore;
  }
}

/** Runs in the page. Stands alone: nothing from outside this function is there. */
export function installStopwatch(): void {
  const afterPaint = (): Promise<number> =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => done(performance.now()));
        port1.start();
        port2.postMessage(null);
      }),
    );
  window.bench = {
    released: 0,
    pinMs: 0,
    saved: () =>
      new Promise((done) => {
        const observer = new PerformanceObserver((list) => {
          const [mark] = list.getEntriesByName('event.saved');
          if (mark === undefined) return;
          observer.disconnect();
          done(mark.startTime);
        });
        observer.observe({ type: 'mark' });
      }),
    changed: (attribute) =>
      new Promise((done) => {
        const report = async (): Promise<void> =>
          done(performance.timeOrigin + (await afterPaint()));
        const observer = new MutationObserver(() => {
          observer.disconnect();
          void report();
        });
        observer.observe(document, { subtree: true, attributeFilter: [attribute] });
      }),
    painted: ({ selector, count = 1, text = '' }) =>
      new Promise((done) => {
        const isThere = (): boolean => {
          const found = [...document.querySelectorAll(selector)];
          return found.filter((one) => one.textContent.includes(text)).length >= count;
        };
        const report = async (): Promise<void> => done(await afterPaint());
        const look = (): void => {
          if (!isThere()) return;
          observer.disconnect();
          void report();
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        look();
      }),
  };
  addEventListener(
    'pointerup',
    ({ timeStamp }) => {
      window.bench.released = timeStamp;
    },
    { capture: true, passive: true },
  );
  const derive = crypto.subtle?.deriveKey.bind(crypto.subtle);
  if (derive === undefined) return;
  crypto.subtle.deriveKey = async (...args: Parameters<typeof derive>) => {
    const from = performance.now();
    try {
      return await derive(...args);
    } finally {
      window.bench.pinMs += performance.now() - from;
    }
  };
}
