/**
 * Ingest: stores events and says what became of each (PROTOCOL 2 to 5, 9). It runs no domain code: nothing that a reducer
 * could choke on keeps an event from being stored.
 */
import type { DeviceClock } from '#protocol/answer.ts';
import { momentOf, type Moment } from '#domain/changes/moment.ts';
import type { Envelope } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { PushResult } from '#protocol/push.ts';
import { hmacKey, verify } from '../crypto/hmac.ts';
import type { Writing } from '../store/port.ts';
import {
  isBlank,
  type Counters,
  type CoverRow,
  type EpochRow,
  type LogRow,
  type StreamRow,
} from '../store/rows.ts';
import { commitOfSeen } from './history.ts';
import type { Incoming, IncomingEvent, IncomingRefused } from './incoming.ts';

export interface Push {
  readonly school: string;
  /** The device whose credential carries the events. */
  readonly device: string;
  /** Whose the streams are that nobody knows yet; the carrier's unless said. */
  readonly owner?: string;
  readonly clock: DeviceClock;
  readonly now: number;
  /** When `clock` was read, by the server's clock; `now` unless said. */
  readonly readAt?: number;
  readonly epochs: readonly EpochRow[];
  readonly events: readonly Incoming[];
}

export interface Ingested {
  readonly results: readonly PushResult[];
  /** Newest receipt after this push. */
  readonly receipt: number;
}

/** Of the owner of the push's new streams. */
interface Repeats {
  /** Slots beyond the one of their event. */
  slots: number;
  streams: number;
}

/** What is known of the ids, slots and streams of one push, kept up to date while its events are placed. */
interface Desk {
  readonly writing: Writing;
  readonly push: Push;
  readonly counters: { -readonly [field in keyof Counters]: Counters[field] };
  readonly byId: Map<string, LogRow[]>;
  readonly cover: Map<string, CoverRow[]>;
  readonly streams: Map<string, StreamRow[]>;
  readonly seenAt: Map<string, number | null>;
  readonly rows: LogRow[];
  readonly covered: CoverRow[];
  /** Events of the carrier that are held, or may turn out to be. */
  held: number;
  /** Refused slots of the carrier. */
  refused: number;
  /** What was taken by events that came again; counted when the first one comes. */
  repeats: Repeats | undefined;
}

function gather<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const list = map.get(keyOf(row));
    if (list === undefined) map.set(keyOf(row), [row]);
    else list.push(row);
  }
  return map;
}

const slotKey = ({ stream, slot }: { stream: string; slot: number }): string => `${stream}.${slot}`;

const ownerOf = ({ owner, device }: Push): string => owner ?? device;

/** Held events of the carrier, with those that nobody has judged yet: a burst must not outrun the projection. */
async function mayBeHeld(
  writing: Writing,
  { school, device }: Push,
  { receipt, projected }: Counters,
): Promise<number> {
  const held = await writing.heldCount(school, device);
  if (held + receipt - projected <= LIMITS.heldPerDevice) return held;
  return held + (await writing.carriedAfter(school, device, projected));
}

async function openDesk(writing: Writing, push: Push): Promise<Desk> {
  const { school, events } = push;
  const slots = events.flatMap(({ at }) =>
    at === undefined ? [] : [{ stream: at.stream, slot: at.number }],
  );
  const streams = [...new Set(slots.map(({ stream }) => stream))];
  const counters = await writing.counters(school);
  const bad = events.some(({ type }) => type === 'refused');
  return {
    writing,
    push,
    counters: { ...counters },
    byId: gather(
      await writing.eventsById(school, [...new Set(events.map(({ row }) => row.id))]),
      ({ id }) => id,
    ),
    cover: gather(await writing.coverOf(school, slots), slotKey),
    streams: gather(await writing.streams(school, streams), ({ stream }) => stream),
    seenAt: new Map(),
    rows: [],
    covered: [],
    held: await mayBeHeld(writing, push, counters),
    refused: bad ? await writing.refusedCount(school, ownerOf(push)) : 0,
    repeats: undefined,
  };
}

/** The stream's short number on this branch; a branch that is new gets the next one of the school. */
async function shortOf(desk: Desk, stream: string, branch: number): Promise<number> {
  const rows = desk.streams.get(stream) ?? [];
  const known = rows.find((row) => row.branch === branch);
  if (known !== undefined) return known.short;
  desk.counters.short += 1;
  const row: StreamRow = {
    stream,
    branch,
    short: desk.counters.short,
    device: ownerOf(desk.push),
  };
  desk.streams.set(stream, [...rows, row]);
  await desk.writing.addStream(desk.push.school, row);
  return row.short;
}

function coverSlot(desk: Desk, row: CoverRow): void {
  desk.covered.push(row);
  const key = slotKey(row);
  desk.cover.set(key, [...(desk.cover.get(key) ?? []), row]);
}

/** The first branch of the stream on which this slot is free: another id in a taken slot is a fork (PROTOCOL 3). */
function freeBranch(taken: readonly CoverRow[]): number {
  let branch = 0;
  while (taken.some((row) => row.branch === branch)) branch += 1;
  return branch;
}

async function seenAt(desk: Desk, seen: string): Promise<number | null> {
  const known = desk.seenAt.get(seen);
  if (known !== undefined) return known;
  const { push, counters, writing } = desk;
  const commit = await commitOfSeen(writing, push.school, push.epochs, seen, counters.seq);
  const at = commit?.at ?? null;
  desk.seenAt.set(seen, at);
  return at;
}

async function momentIn(desk: Desk, envelope: Envelope): Promise<Moment> {
  const { clock, readAt, now } = desk.push;
  const seen = await seenAt(desk, envelope.seen);
  return momentOf(envelope, { clock, now: readAt ?? now }, seen);
}

/**
 * An event that a grant of the school signed while it lasted is stored even over the cap: nobody can make such without the key, and a
 * device whose rights ended may hold thousands.
 */
async function isSigned(desk: Desk, { row, envelope }: IncomingEvent): Promise<boolean> {
  const [grant] = await desk.writing.grants(desk.push.school, [envelope.grant]);
  if (grant === undefined || !verify(hmacKey(grant.key), row.text, row.mac)) return false;
  const { moment } = await momentIn(desk, envelope);
  return moment <= (grant.endedAt ?? Infinity);
}

async function refuse(
  desk: Desk,
  { row, at, code }: Omit<IncomingRefused, 'type'>,
): Promise<PushResult> {
  const known = at === undefined || desk.cover.has(slotKey({ stream: at.stream, slot: at.number }));
  // Over the cap nothing is written down any more: its slot stays open.
  if (!known && desk.refused < LIMITS.heldPerDevice) {
    desk.refused += 1;
    await shortOf(desk, at.stream, 0);
    coverSlot(desk, {
      stream: at.stream,
      slot: at.number,
      branch: 0,
      id: row.id,
      receipt: 0,
      code,
      at: desk.push.now,
    });
  }
  return { slot: row.slot, id: row.id, outcome: 'refused', code };
}

/**
 * Whether one more slot may be taken by an event that is there already, on this branch: whoever has one event could fill the disk with it.
 * A slot that may not stays open.
 */
async function mayRepeat(desk: Desk, stream: string, branch: number): Promise<boolean> {
  const { writing, push } = desk;
  const owner = ownerOf(push);
  desk.repeats ??= {
    slots: await writing.repeatedCount(push.school, owner),
    streams: (await writing.streamsOfDevice(push.school, owner)).length,
  };
  const isNew = !(desk.streams.get(stream) ?? []).some((row) => row.branch === branch);
  if (desk.repeats.slots >= LIMITS.heldPerDevice) return false;
  if (isNew && desk.repeats.streams >= LIMITS.streamsPerDevice) return false;
  desk.repeats.slots += 1;
  if (isNew) desk.repeats.streams += 1;
  return true;
}

/** The same bytes again, perhaps in another slot: that slot is accounted for as well, the event is counted once. */
async function repeat(desk: Desk, event: IncomingEvent, known: LogRow): Promise<PushResult> {
  const { row, at } = event;
  const taken = desk.cover.get(slotKey({ stream: at.stream, slot: at.number })) ?? [];
  const branch = freeBranch(taken);
  if (!taken.some(({ id }) => id === row.id) && (await mayRepeat(desk, at.stream, branch))) {
    await shortOf(desk, at.stream, branch);
    coverSlot(desk, {
      stream: at.stream,
      slot: at.number,
      branch,
      id: row.id,
      receipt: known.receipt,
      code: '',
    });
  }
  const said = { slot: row.slot, id: row.id };
  return known.variant === 0
    ? { ...said, outcome: 'duplicate' }
    : { ...said, outcome: 'held', code: 'id-conflict' };
}

async function store(desk: Desk, event: IncomingEvent, variant: number): Promise<PushResult> {
  const { row, at, envelope } = event;
  const { push, counters } = desk;
  const taken = desk.cover.get(slotKey({ stream: at.stream, slot: at.number })) ?? [];
  // Other bytes under an id that has this slot already are no fork: the slot keeps its first event.
  const own = taken.find(({ id }) => id === row.id);
  const branch = own?.branch ?? freeBranch(taken);
  const short = await shortOf(desk, at.stream, branch);
  const { moment, clamped } = await momentIn(desk, envelope);
  counters.receipt += 1;
  const receipt = counters.receipt;
  const stored: LogRow = {
    receipt,
    stream: at.stream,
    short,
    slot: at.number,
    id: row.id,
    variant,
    text: row.text,
    mac: row.mac,
    device: push.device,
    receivedAt: push.now,
    clock: JSON.stringify(push.clock),
    moment,
    clamped,
  };
  desk.rows.push(stored);
  desk.byId.set(row.id, [...(desk.byId.get(row.id) ?? []), stored]);
  if (own === undefined) {
    coverSlot(desk, { stream: at.stream, slot: at.number, branch, id: row.id, receipt, code: '' });
  }
  const said = { slot: row.slot, id: row.id };
  return variant === 0
    ? { ...said, outcome: 'stored' }
    : { ...said, outcome: 'held', code: 'id-conflict' };
}

async function place(desk: Desk, incoming: Incoming): Promise<PushResult> {
  if (incoming.type === 'refused') return refuse(desk, incoming);
  const { row, at } = incoming;
  const variants = desk.byId.get(row.id) ?? [];
  // Of an erased event nothing is left that bytes could differ from.
  const same = variants.find(
    (one) => isBlank(one) || (one.text === row.text && one.mac === row.mac),
  );
  if (same !== undefined) return repeat(desk, incoming, same);
  if (variants.length > 0) desk.held += 1;
  if (
    desk.held > LIMITS.heldPerDevice &&
    (variants.length > 0 || !(await isSigned(desk, incoming)))
  ) {
    return refuse(desk, { row, at, code: 'held-cap' });
  }
  return store(desk, incoming, variants.length);
}

/** Stores what is new. To be called inside a write: the caller answers after its commit (PROTOCOL 4). */
export async function ingest(writing: Writing, push: Push): Promise<Ingested> {
  const desk = await openDesk(writing, push);
  const results: PushResult[] = [];
  for (const incoming of push.events) results.push(await place(desk, incoming));
  await writing.append(push.school, desk.rows);
  await writing.cover(push.school, desk.covered);
  await writing.setCounters(push.school, desk.counters);
  return { results, receipt: desk.counters.receipt };
}
