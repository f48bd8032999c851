/** `localStorage` of simulated devices: one a device, shared by its tabs, and it outlives them. */
import { placeIn, type SecondPlace } from '#platform/second-place.ts';

const places = new Map<string, Map<string, string>>();

function entriesOf(device: string): Map<string, string> {
  const entries = places.get(device) ?? new Map<string, string>();
  places.set(device, entries);
  return entries;
}

function storageOf(device: string): Storage {
  const entries = (): Map<string, string> => entriesOf(device);
  return {
    get length() {
      return entries().size;
    },
    key: (i) => [...entries().keys()][i] ?? null,
    getItem: (key) => entries().get(key) ?? null,
    setItem: (key, value) => void entries().set(key, value),
    removeItem: (key) => void entries().delete(key),
    clear: () => entries().clear(),
  };
}

export const secondPlaceOf = (device: string): SecondPlace => placeIn(storageOf(device));
export const eraseSecondPlace = (device: string): boolean => places.delete(device);
export const copySecondPlace = (from: string, to: string): void => {
  places.set(to, new Map(entriesOf(from)));
};
