/** Where the projection reads from: the store, or nothing but the log when state is built anew. */
import type { CommitRow, GrantRow, LogRow, StateRow } from '../store/rows.ts';
import type { EpochRow } from '../store/rows.ts';
import type { Store } from '../store/port.ts';
import { commitOfSeen } from '../usecases/history.ts';

export interface Source {
  readonly documents: (keys: readonly string[]) => Promise<readonly StateRow[]>;
  /** Keys of the progress documents of a student. */
  readonly progressOf: (student: string) => Promise<readonly string[]>;
  readonly grants: (ids: readonly string[]) => Promise<readonly GrantRow[]>;
  readonly eventsById: (ids: readonly string[]) => Promise<readonly LogRow[]>;
  /** Events that say they are about this, whatever became of them; not those whose text was erased. */
  readonly eventsAbout: (about: string) => Promise<readonly LogRow[]>;
  readonly eventsByReceipt: (receipts: readonly number[]) => Promise<readonly LogRow[]>;
  /** Every slot of the stream up to this one was accounted for by receipt `upTo`. */
  readonly throughOf: (stream: string, upTo: number) => Promise<number>;
  readonly commitOfSeen: (seen: string) => Promise<CommitRow | undefined>;
}

export function storeSource(
  store: Store,
  school: string,
  epochs: () => readonly EpochRow[],
): Source {
  return {
    documents: (keys) => store.read((reading) => reading.documents(school, keys)),
    progressOf: (student) =>
      store.read((reading) => reading.keysWithPrefix(school, `progress/${student}/`)),
    grants: (ids) => store.read((reading) => reading.grants(school, ids)),
    eventsById: (ids) => store.read((reading) => reading.eventsById(school, ids)),
    eventsAbout: (about) => store.read((reading) => reading.eventsAbout(school, about)),
    eventsByReceipt: (receipts) =>
      store.read((reading) => reading.eventsByReceipt(school, receipts)),
    throughOf: async (stream, upTo) => {
      const [first] = await store.read((reading) => reading.covered(school, stream, 0, 1, upTo));
      return first?.[0] === 1 ? first[1] : 0;
    },
    commitOfSeen: (seen) =>
      store.read(async (reading) => {
        const { seq } = await reading.counters(school);
        return commitOfSeen(reading, school, epochs(), seen, seq);
      }),
  };
}

/** The same log, and no state: every document comes out of the events. */
export function logOnlySource(source: Source): Source {
  return { ...source, documents: async () => [], progressOf: async () => [] };
}
