/** Rows in memory, for tests of what is built on them. */
import { ok } from '#domain/kernel/result.ts';
import type { Change, Rows, Stored } from '#data/rows.ts';

export interface MemoryRows<T> extends Rows<T> {
  readonly map: Map<string, T>;
}

export function memoryRows<T extends object>(
  keyIn: (row: T) => string,
  first: readonly T[] = [],
): MemoryRows<T> {
  const map = new Map(first.map((row) => [keyIn(row), row]));
  const listeners = new Set<(changes: readonly Change<T>[]) => void>();
  const tell = (changes: readonly Change<T>[]): void =>
    listeners.forEach((listener) => listener(changes));
  const stored = (row: T): Stored<T> => ({ row, token: row as Stored<T>['token'] }); // opaque to everybody
  const sorted = (): [string, T][] => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    map,
    get: async (keys) =>
      ok(new Map(keys.flatMap((key) => (map.has(key) ? [[key, stored(map.get(key) as T)]] : [])))), // has() said so
    write: async (rows, removed) => {
      for (const row of rows) map.set(keyIn(row), row);
      for (const key of removed) map.delete(key);
      tell([
        ...rows.map((row) => ({ key: keyIn(row), row })),
        ...removed.map((key) => ({ key, row: undefined })),
      ]);
      return ok({
        written: new Map(rows.map((row) => [keyIn(row), stored(row)])),
        conflicts: new Map(),
      });
    },
    insert: async (row) => {
      const taken = map.get(keyIn(row)) ?? null;
      if (taken !== null) return ok({ taken });
      map.set(keyIn(row), row);
      tell([{ key: keyIn(row), row }]);
      return ok({ taken: null });
    },
    above: async (after, limit) =>
      ok(
        sorted()
          .filter(([key]) => key > after)
          .slice(0, limit)
          .map(([, row]) => row),
      ),
    below: async (before, limit) =>
      ok(
        sorted()
          .toReversed()
          .filter(([key]) => key < before)
          .slice(0, limit)
          .map(([, row]) => row),
      ),
    sweep: async () => ok(undefined),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
