/**
 * A value that changes, in the shape that React's `useSyncExternalStore` takes: `get` gives the same object until it
 * changes. No library type leaves this folder.
 */
export interface Live<T> {
  readonly get: () => T;
  /** Calls `listener` after every change; gives the function that stops that. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface LiveCell<T> extends Live<T> {
  readonly set: (next: T) => void;
}

/** A `Live` with a setter. Setting the same object again tells nobody. */
export function liveCell<T>(initial: T): LiveCell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Calls `listener` when `select` gives another value than before; gives the function that stops that. */
export function onOther<T, S>(
  live: Live<T>,
  select: (value: T) => S,
  listener: () => void,
): () => void {
  let before = select(live.get());
  return live.subscribe(() => {
    const now = select(live.get());
    if (Object.is(now, before)) return;
    before = now;
    listener();
  });
}
