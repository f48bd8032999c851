/**
 * The emergency path: an event that the browser could not write (full disk, a database that stays closed) is kept in memory and in
 * the browser's second place, shown like any other, and written as soon as the browser can: tried again with growing pauses,
 * after every append that worked, when the page is looked at, and at the next start.
 *
 *   append fails -> memory + second place -> [lock] own row with this id? -- no --> insert -> forget both
 *                        ^                            | yes                          | fails
 *                        |                            +----> forget both             |
 *                        +-----------------------------------------------------------+
 *
 * The second place is shared by all tabs, and a write that was called failed may have been committed after all: that the id is
 * looked for among the rows first is what makes it one event.
 */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { AnyEvent } from '#domain/model/event.ts';
import type { EventRow } from '#protocol/event.ts';
import { parseJson } from '#protocol/json.ts';
import type { SecondPlace } from '#platform/second-place.ts';
import { alone } from '#platform/tabs.ts';
import { findOwn } from './own-events.ts';
import { createRetry } from './retry.ts';
import type { Rows } from './rows.ts';
import type { Streams } from './streams.ts';

/** An event without a slot: only the database gives one. */
export type Unplaced = Omit<EventRow, 'slot'>;

/** `above`: how high each stream was when it was put aside. If it is in the database after all, it stands above that. */
interface Kept extends Unplaced {
  readonly above: Readonly<Record<string, number>>;
}

export interface Aside {
  /** Oldest first. */
  readonly all: () => readonly Unplaced[];
  readonly has: (id: string) => boolean;
  /** How many the second place did not take either. */
  readonly onlyHere: () => number;
  /** Takes an event that could not be written. */
  readonly keep: (event: Unplaced, parsed?: AnyEvent) => void;
  /** Reads what an earlier page load, or another tab, has put into the second place. */
  readonly load: () => void;
  /** Another tab has written this row. @returns whether it waited here */
  readonly found: (row: EventRow) => boolean;
  /**
   * One try to write everything. Fault `storage` where something stays aside.
   * @param insert left out, where appending is allowed now
   */
  readonly putBack: (insert?: Ports['insert']) => Promise<Result<void, Fault>>;
  /** Something suggests that writing works again: try soon. */
  readonly wake: () => void;
  readonly close: () => void;
}

interface Ports {
  /** Name of the database: locks and keys are named after it. */
  readonly name: string;
  readonly place: SecondPlace;
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  /** Inserts into the current stream, where appending is allowed now. */
  readonly insert: (event: Unplaced) => Promise<Result<EventRow, Fault>>;
  /** It is aside, to be shown. */
  readonly kept: (event: Unplaced, parsed?: AnyEvent) => void;
  /** It stands in the database. */
  readonly placed: (row: EventRow) => void;
}

/** What keys of events in the second place begin with. */
export function asidePrefix(name: string): string {
  return `${name}.aside.`;
}

export function createAside(ports: Ports): Aside {
  const { name, place, streams } = ports;
  const prefix = asidePrefix(name);
  const kept = new Map<string, Kept>();
  const onlyHere = new Set<string>();

  const forget = (id: string): void => {
    kept.delete(id);
    onlyHere.delete(id);
    place.remove(prefix + id);
  };
  const load = (): void => {
    for (const event of readAside(place, name)) {
      if (kept.has(event.id)) continue;
      kept.set(event.id, event);
      ports.kept(event);
    }
  };
  const putOne = async (event: Kept, insert: Ports['insert']): Promise<Result<void, Fault>> => {
    const there = await findKept(ports, event);
    if (!there.ok) return there;
    const inserted = there.value === null ? await insert(unplaced(event)) : ok(there.value);
    if (!inserted.ok) return inserted;
    forget(event.id);
    ports.placed(inserted.value);
    return ok(undefined);
  };
  const putBack: Aside['putBack'] = (insert = ports.insert) =>
    alone(`${name}.aside`, async () => {
      load();
      let last: Result<void, Fault> = ok(undefined);
      for (const event of [...kept.values()]) {
        const put = await putOne(event, insert);
        // The next one may be smaller, and go in.
        if (!put.ok) last = put;
      }
      return last;
    });
  const retry = createRetry(async () => kept.size === 0 || (await putBack()).ok);

  return {
    all: () => [...kept.values()].map(unplaced),
    has: (id) => kept.has(id),
    onlyHere: () => onlyHere.size,
    keep({ id, text, mac }, parsed) {
      const above = Object.fromEntries(
        streams.all().map((stream) => [stream, streams.high(stream)]),
      );
      const event: Kept = { id, text, mac, above };
      kept.set(id, event);
      if (!place.write(prefix + id, JSON.stringify(event))) onlyHere.add(id);
      ports.kept(event, parsed);
      retry.wake();
    },
    load() {
      load();
      if (kept.size > 0) retry.wake();
    },
    found(row) {
      if (kept.get(row.id)?.text !== row.text) return false;
      onlyHere.delete(row.id);
      return kept.delete(row.id);
    },
    putBack,
    wake: () => {
      if (kept.size > 0) retry.wake();
    },
    close: retry.close,
  };
}

/** Without what only this file knows: its other fields are stored. */
function unplaced({ id, text, mac }: Unplaced): Unplaced {
  return { id, text, mac };
}

/** Its row, where it is in the database after all: same id and same bytes. Fault `storage`. */
async function findKept(ports: Ports, event: Kept): Promise<Result<EventRow | null, Fault>> {
  const reread = await ports.streams.reread();
  if (!reread.ok) return reread;
  for (const stream of ports.streams.all()) {
    const from = (event.above[stream] ?? 0) + 1;
    const high = ports.streams.high(stream);
    const found = await findOwn(ports.events, stream, high, from, new Set([event.id]));
    if (!found.ok) return found;
    const row = found.value.find(({ text }) => text === event.text);
    if (row !== undefined) return ok(row);
  }
  return ok(null);
}

/** What stands in the second place, oldest first as far as their own clocks say. What cannot be read is left where it is. */
export function readAside(place: SecondPlace, name: string): readonly Kept[] {
  const found = place.keys(asidePrefix(name)).flatMap((key) => {
    const text = place.read(key);
    const event = text === null ? null : readKept(text);
    return event === null || asidePrefix(name) + event.id !== key ? [] : [event];
  });
  return found.toSorted((a, b) => atOf(a.text) - atOf(b.text));
}

function readKept(text: string): Kept | null {
  const json = parseJson(text);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return null;
  const kept = json.value as Partial<Kept>; // looked at on the next lines
  const isRow = [kept.id, kept.text, kept.mac].every((field) => typeof field === 'string');
  return isRow && typeof kept.above === 'object' && kept.above !== null ? (kept as Kept) : null;
}

function atOf(text: string): number {
  const json = parseJson(text);
  const at = json.ok && typeof json.value === 'object' ? Object(json.value).at : 0;
  return typeof at === 'number' ? at : 0;
}
