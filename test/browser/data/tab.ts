/** Opens tabs (workers), gives them orders, and reads what is on disk with connections of its own. */
import { seedTablet } from './seed-device.ts';
import type { Order, Word } from './tab.worker.ts';

export interface Tab {
  readonly order: (order: Order) => void;
  readonly words: readonly Word[];
  /** The first word from now on, or before, that fits. */
  readonly hear: <S extends Word['said']>(said: S) => Promise<Extract<Word, { said: S }>>;
  /** Dies at once, in the middle of whatever it does. */
  readonly kill: () => void;
}

let names = 0;

/** A name that no test has used, with a tablet's keys under it. */
export async function newTablet(): Promise<string> {
  names += 1;
  const name = `test-${Date.now()}-${names}`;
  await seedTablet(name);
  return name;
}

export async function openTab(name: string): Promise<Tab> {
  const worker = new Worker(new URL('./tab.worker.ts', import.meta.url), { type: 'module' });
  const words: Word[] = [];
  const listeners = new Set<() => void>();
  worker.addEventListener('message', (event: MessageEvent<Word>) => {
    words.push(event.data);
    for (const listener of [...listeners]) listener();
  });
  const tab: Tab = {
    words,
    order: (order) => worker.postMessage(order),
    kill: () => worker.terminate(),
    hear: (said) =>
      new Promise((done, failed) => {
        const look = (): void => {
          const fault = words.find((word) => word.said === 'fault');
          const word = words.find((one) => one.said === said);
          if (word === undefined && fault === undefined) return;
          listeners.delete(look);
          // found by its own field
          if (word !== undefined) done(word as Extract<Word, { said: typeof said }>);
          else failed(new Error(JSON.stringify(fault)));
        };
        listeners.add(look);
        look();
      }),
  };
  tab.order({ do: 'open', name });
  await tab.hear('opened');
  return tab;
}

export interface StoredEvent {
  readonly slot: string;
  readonly id: string;
  readonly text: string;
}

/** All rows of `events`, read from IndexedDB directly. */
export function storedEvents(name: string): Promise<StoredEvent[]> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(`rxdb-dexie-${name}--0--events`);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const reading = database.transaction('docs').objectStore('docs').getAll();
      reading.onsuccess = () => {
        database.close();
        done(reading.result as StoredEvent[]); // what append wrote
      };
    };
  });
}

/** Slot numbers by stream. */
export function numbersByStream(rows: readonly StoredEvent[]): number[][] {
  const streams = new Map<string, number[]>();
  for (const { slot } of rows) {
    const [stream = '', number = ''] = slot.split('.');
    streams.set(stream, [...(streams.get(stream) ?? []), Number(number)]);
  }
  return [...streams.values()];
}

export const oneTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
