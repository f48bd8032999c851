/** The browser's own server-sent events, in the shape that pokes.ts listens to. */
import type { PokeSource } from './pokes.ts';

/** null where there are none. */
export function browserPokes(): ((url: string) => PokeSource) | null {
  if (typeof EventSource === 'undefined') return null;
  return (url) => {
    const source = new EventSource(url);
    return {
      set onmessage(hear: ((event: { readonly data: unknown }) => void) | null) {
        source.onmessage = hear;
      },
      set onopen(hear: (() => void) | null) {
        source.onopen = hear;
      },
      set onclosed(hear: (() => void) | null) {
        source.onerror = () => (source.readyState === EventSource.CLOSED ? hear?.() : undefined);
      },
      close: () => source.close(),
    };
  };
}
