/**
 * This device's own events as the overlay needs them: those that the server has not applied (PROTOCOL 10), parsed and placed,
 * and where an own event stands that a later one names.
 */
import { momentOf } from '#domain/changes/moment.ts';
import { parseRef } from '#domain/changes/refs.ts';
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { AnyEvent, Placed } from '#domain/model/event.ts';
import type { EventRow } from '#protocol/event.ts';
import { isKind, KINDS } from '#protocol/kinds.ts';
import { parseJson } from '#protocol/json.ts';
import { ENVELOPE_VERSION } from '#protocol/version.ts';
import { parseSlot } from '#protocol/slot.ts';
import type { Clock } from '#platform/clock.ts';
import type { Rows } from './rows.ts';
import { slotsBetween, type Streams } from './streams.ts';

/** An own event, and when it happened as well as this device can say. */
export interface OwnEvent {
  readonly event: AnyEvent;
  /** Its bytes, for the case that the browser erases them. */
  readonly row: EventRow;
  readonly stream: string;
  readonly slot: number;
  readonly moment: number;
}

export interface OwnEvents {
  /** In the order of streams and slots. */
  readonly above: (applied: (stream: string) => number) => readonly OwnEvent[];
  /** The bytes of all of them that have a slot. */
  readonly rows: () => readonly EventRow[];
  /** Where an own event stands that was read or appended here. */
  readonly find: (id: string) => { readonly stream: string; readonly slot: number } | undefined;
  /** Ids that pending events name and that stand nowhere we have looked. */
  readonly unplaced: () => readonly string[];
  /** Takes a row of this tab's append (already parsed) or of another tab. */
  readonly take: (row: EventRow, event?: AnyEvent) => void;
  /** Takes an event that the database would not take: shown after all others, until `take` gives it its place. */
  readonly takeAside: (event: Omit<EventRow, 'slot'>, parsed?: AnyEvent) => void;
  /** Reads from storage what is above `applied`, and what those events name. */
  readonly read: (applied: (stream: string) => number) => Promise<Result<void, Fault>>;
  /** Lets go of what the server has applied. */
  readonly forget: (applied: (stream: string) => number) => void;
}

/** Stands for the stream of what is aside: no stream's name sorts after it. */
const ASIDE = '~aside';

const CHUNK = 200;
/** A ref is looked for among so many of the newest own events. */
const LOOK_BACK = 2000;

/** Looks for an event by id from the highest slot downwards, as far as `from`. Fault `storage`. */
export async function findOwn(
  events: Rows<EventRow>,
  stream: string,
  high: number,
  from: number,
  wanted: ReadonlySet<string>,
): Promise<Result<readonly EventRow[], Fault>> {
  const found: EventRow[] = [];
  for (let to = high; to >= from && found.length < wanted.size; to -= CHUNK) {
    const rows = await events.get(slotsBetween(stream, Math.max(from, to - CHUNK + 1), to));
    if (!rows.ok) return rows;
    for (const { row } of rows.value.values()) if (wanted.has(row.id)) found.push(row);
  }
  return ok(found);
}

export function createOwnEvents(rows: Rows<EventRow>, streams: Streams, clock: Clock): OwnEvents {
  /** By stream, in the order of slots. */
  const pending = new Map<string, OwnEvent[]>();
  const pendingIds = new Set<string>();
  const places = new Map<string, { stream: string; slot: number }>();
  /** Looked for and not found: of another device, or too old. Not looked for again. */
  const elsewhere = new Set<string>();
  let asides = 0;

  const take = (row: EventRow, parsed?: AnyEvent): void => {
    const at = parseSlot(row.slot);
    if (!at.ok) return;
    leaveAside(row.id);
    takeAt(row, { stream: at.value.stream, slot: at.value.number }, parsed);
  };
  const leaveAside = (id: string): void => {
    const list = pending.get(ASIDE) ?? [];
    const others = list.filter(({ event }) => event.id !== id);
    if (others.length === list.length) return;
    pendingIds.delete(id);
    pending.set(ASIDE, others);
  };
  const takeAt = (
    row: EventRow,
    place: { stream: string; slot: number },
    parsed?: AnyEvent,
  ): void => {
    if (pendingIds.has(row.id)) return;
    places.set(row.id, place);
    const event = parsed ?? parse(row);
    if (event === null) return; // of a newer build that was here before: it is sent all the same
    const { moment } = momentOf(event, { clock: clock.reading(), now: clock.serverNow() }, null);
    const list = pending.get(place.stream) ?? [];
    const inOrder = place.slot > (list.at(-1)?.slot ?? 0);
    pendingIds.add(row.id);
    list.push({ event, row, ...place, moment });
    if (!inOrder) list.sort((a, b) => a.slot - b.slot);
    pending.set(place.stream, list);
  };
  const unplaced = (): string[] =>
    [...pending.values()].flat().flatMap(({ event }) =>
      event.refs.flatMap((text) => {
        const ref = parseRef(text);
        const isSought = ref?.type === 'event' && !places.has(ref.id) && !elsewhere.has(ref.id);
        return isSought ? [ref.id] : [];
      }),
    );

  return {
    above: (applied) =>
      [...pending.keys()].toSorted().flatMap((stream) => {
        const from = applied(stream);
        return (pending.get(stream) ?? []).filter(({ slot }) => slot > from);
      }),
    rows: () =>
      [...pending].flatMap(([stream, list]) =>
        stream === ASIDE ? [] : list.map(({ row }) => row),
      ),
    find: (id) => places.get(id),
    unplaced,
    take,
    takeAside(event, parsed) {
      if (pendingIds.has(event.id) || places.has(event.id)) return;
      asides += 1;
      takeAt({ slot: '', ...event }, { stream: ASIDE, slot: asides }, parsed);
    },
    forget(applied) {
      for (const [stream, list] of pending) {
        const from = applied(stream);
        const [first] = list;
        if (first === undefined || first.slot > from) continue;
        for (const { slot, event } of list) if (slot <= from) pendingIds.delete(event.id);
        pending.set(
          stream,
          list.filter(({ slot }) => slot > from),
        );
      }
    },
    async read(applied) {
      for (const stream of streams.all()) {
        const high = streams.high(stream);
        for (let from = applied(stream) + 1; from <= high; from += CHUNK) {
          const found = await rows.get(
            slotsBetween(stream, from, Math.min(high, from + CHUNK - 1)),
          );
          if (!found.ok) return found;
          for (const { row } of found.value.values()) take(row);
        }
      }
      const refs = new Set(unplaced());
      for (const stream of refs.size === 0 ? [] : streams.all()) {
        const high = streams.high(stream);
        const found = await findOwn(rows, stream, high, Math.max(1, high - LOOK_BACK), refs);
        if (!found.ok) return found;
        for (const row of found.value) {
          const at = parseSlot(row.slot);
          if (at.ok) places.set(row.id, { stream, slot: at.value.number });
        }
      }
      for (const id of refs) if (!places.has(id)) elsewhere.add(id);
      return ok(undefined);
    },
  };
}

/**
 * Our own bytes, written by this build or one before it: read without the schemas, which the first paint does not wait for.
 * Of a later version of the kind than today's: null. An earlier one is of today's shape as it stands: version 2 of a check
 * only added what may be left out. (Where a version changes more, the earlier one is brought up to it here.)
 */
function parse(row: EventRow): AnyEvent | null {
  const json = parseJson(row.text);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return null;
  const { v, kind, kv, id } = json.value as Partial<AnyEvent>; // looked at on the next lines
  if (v !== ENVELOPE_VERSION || id !== row.id || kind === undefined || !isKind(kind)) return null;
  const isKnown = kv !== undefined && kv <= KINDS[kind].version;
  return isKnown ? (json.value as AnyEvent) : null; // as `makeEvent` wrote it
}

/** The own event as the reducers take it. `short`: the server's number of its stream. */
export function placed(own: OwnEvent, short: number): Placed<AnyEvent> {
  return { event: own.event, moment: own.moment, stream: short, slot: own.slot };
}
