/** POST /api/events and POST /api/ledger: what a device sends, and what it may know of it. */
import type { LedgerEntry, LedgerQuestion, LedgerRequest } from '#protocol/ledger.ts';
import type { PushResult } from '#protocol/push.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { DeviceClock } from '#protocol/answer.ts';
import type { Store, Writing } from '../store/port.ts';
import type { Incoming } from './incoming.ts';
import { ingest } from './ingest.ts';
import { answerLedger, keepSafe } from './ledger.ts';
import { noteStreams } from './reports.ts';
import { takeUpRights } from './take-up.ts';
import type { ActiveSchool } from './world.ts';

export interface Carrier {
  readonly school: ActiveSchool;
  readonly device: string;
  readonly now: number;
}

/** The build that made the newest of these events. */
function appOf(events: readonly Incoming[]): { readonly app?: string } {
  const last = events.findLast((one) => one.type === 'event');
  return last === undefined ? {} : { app: last.envelope.app };
}

export interface Pushed {
  readonly receipt: number;
  readonly results: readonly PushResult[];
  readonly ledger: readonly LedgerEntry[];
}

/** Stores events, and after the commit wakes the projection. */
export async function push(
  store: Store,
  { school, device, now }: Carrier,
  clock: DeviceClock,
  events: readonly Incoming[],
): Promise<Pushed> {
  const { floors, epochs } = school;
  const id = school.row.id;
  const streams = [...new Set(events.flatMap(({ at }) => at?.stream ?? []))];
  const pushed = await store.write(async (writing) => {
    const isJudgedAgain = await takeUpRights(writing, id, { device, now }, events);
    const ingested = await ingest(writing, { school: id, device, clock, now, epochs, events });
    await writing.noteDevice(id, {
      id: device,
      lastHeard: now,
      skew: Math.round(now - clock.wall),
      ...appOf(events),
    });
    const asked = { school: id, epochs, receiptNow: ingested.receipt, floors };
    const ledger: LedgerEntry[] = [];
    for (const stream of streams) {
      const question = { stream, high: undefined, highId: '', ack: null };
      ledger.push((await answerLedger(writing, asked, question)).entry);
    }
    return { ...ingested, ledger, isJudgedAgain };
  });
  for (const { stream, through } of pushed.ledger) if (through > 0) floors.set(stream, through);
  school.projector.kick(streams);
  if (pushed.isJudgedAgain) school.projector.again();
  const { receipt } = pushed;
  const ledger = await keepSafe(store, id, { receipt, copied: school.copied() }, pushed.ledger);
  return { ...pushed, ledger };
}

/** Ranges that are kept of one stream: a device that cannot read every other slot has lost them all. */
const MOST_LOST = 2000;

/** Takes down what the device cannot read any more (PROTOCOL 16). @returns the streams that this is about */
async function declareLost(
  writing: Writing,
  { school, device, now }: Carrier,
  questions: readonly LedgerQuestion[],
): Promise<readonly string[]> {
  const id = school.row.id;
  const declared = questions.filter(({ lost }) => lost.length > 0);
  for (const { stream, lost, high } of declared) {
    // A stream that the server has nothing of gets its short number with its first word, even a word of loss.
    const counters = await writing.counters(id);
    if ((await writing.streams(id, [stream])).length === 0) {
      // Who names more wants to fill the disk.
      const had = await writing.streamsOfDevice(id, device);
      if (had.length >= LIMITS.streamsPerDevice) continue;
      await writing.addStream(id, { stream, branch: 0, short: counters.short + 1, device });
      await writing.setCounters(id, { ...counters, short: counters.short + 1 });
    }
    if ((await writing.lostOf(id, stream)).length >= MOST_LOST) continue;
    for (const [from, to] of lost)
      if (from >= 1 && from <= to && to <= high) await writing.addLost(id, stream, [from, to], now);
  }
  return declared.map(({ stream }) => stream);
}

/** A number that a device may mean; JSON can say more than a table keeps. */
const countable = (count: number): number => Math.min(count, 1_000_000);

/** Answers for each stream, and remembers what the device told of itself. */
export async function askLedger(
  store: Store,
  { school, device, now }: Carrier,
  request: LedgerRequest,
): Promise<{ receipt: number; ledger: readonly LedgerEntry[] }> {
  const { floors, epochs } = school;
  const id = school.row.id;
  const { streams, clock, storage, app, aside } = request;
  const answer = await store.write(async (writing) => {
    const declared = await declareLost(writing, { school, device, now }, streams);
    const { receipt } = await writing.counters(id);
    const ledger: LedgerEntry[] = [];
    let waiting = 0;
    for (const question of streams) {
      const asked = { school: id, epochs, receiptNow: receipt, floors };
      const one = await answerLedger(writing, asked, question);
      ledger.push(one.entry);
      waiting += one.waiting;
    }
    await noteStreams(writing, { school: id, device, now }, streams);
    await writing.noteDevice(id, {
      id: device,
      lastHeard: now,
      waiting,
      // Each question names the drafts of the whole device.
      drafts: countable(Math.max(0, ...streams.map((one) => one.drafts))),
      skew: Math.round(now - clock.wall),
      ...(app === undefined ? {} : { app }),
      ...(aside === undefined ? {} : { aside: countable(aside) }),
      ...(storage === undefined ? {} : { storage }),
    });
    return { receipt, ledger, declared };
  });
  for (const { stream, through } of answer.ledger) if (through > 0) floors.set(stream, through);
  if (answer.declared.length > 0) school.projector.kick(answer.declared);
  const { receipt } = answer;
  const ledger = await keepSafe(store, id, { receipt, copied: school.copied() }, answer.ledger);
  return { receipt, ledger };
}
