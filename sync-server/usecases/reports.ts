/**
 * What devices say of their streams, kept so that an erased browser is noticed (PROTOCOL 16, 17). A browser erases all of a database
 * or nothing of it: streams are gone when the device has lost its database (`resume`), or when a list of all of its streams names none
 * that is as old as they are. A clone that lives on lists an old stream beside its new ones, and erases nothing.
 */
import type { LedgerQuestion } from '#protocol/ledger.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Writing } from '../store/port.ts';
import type { ReportRow } from '../store/rows.ts';
import type { Caller } from './world.ts';

/** Streams that are remembered for one device: a browser has one, a new one after a fork or an erasure. */
const MOST = 200;

interface Heard {
  readonly school: string;
  readonly device: string;
  readonly now: number;
}

function renewed(
  known: ReportRow | undefined,
  { stream, high }: Pick<LedgerQuestion, 'stream' | 'high'>,
  { device, now }: Heard,
): ReportRow {
  if (known === undefined)
    return { device, stream, high, highAt: now, firstAt: now, heardAt: now, goneAt: null };
  // A request that was held up on its way names nothing new: what was erased stays erased.
  if (known.goneAt !== null && high <= known.high) return known;
  const risen = high > known.high ? { high, highAt: now } : {};
  return { ...known, ...risen, heardAt: now, goneAt: null };
}

/** Remembers the streams of one ledger request, and which ones it shows to be gone. */
export async function noteStreams(
  writing: Writing,
  heard: Heard,
  streams: readonly Pick<LedgerQuestion, 'stream' | 'high'>[],
): Promise<void> {
  const { school, device, now } = heard;
  const known = new Map((await writing.reports(school, device)).map((row) => [row.stream, row]));
  const living = [...known.values()].filter(({ goneAt }) => goneAt === null);
  const listed = new Map(
    streams
      .filter(({ stream }) => known.has(stream) || known.size < MOST)
      .map((one) => [one.stream, renewed(known.get(one.stream), one, heard)]),
  );
  const rows = [...listed.values()].filter((row) => row !== known.get(row.stream));
  // More than one request holds are asked about in parts: no part is a list of all.
  const whole =
    listed.size > 0 &&
    streams.length < LIMITS.ledgerStreams &&
    living.length < LIMITS.ledgerStreams;
  const oldest = Math.min(...[...listed.values()].map(({ firstAt }) => firstAt));
  const gone = whole
    ? living.filter(({ stream, heardAt }) => !listed.has(stream) && oldest >= heardAt)
    : [];
  await writing.putReports(school, [...rows, ...gone.map((row) => ({ ...row, goneAt: now }))]);
}

/** Names what is no stream: an erasure of which nothing else may be known. */
const ERASURE = 'erased-';

/**
 * The device has lost its database, with every stream in it; and whatever it did since it was last heard, of which nothing is known.
 * @param lastHeard of this device, before the request that tells
 */
export async function noteErased(
  writing: Writing,
  { school, device, now }: Heard,
  lastHeard: number,
): Promise<void> {
  const living = (await writing.reports(school, device)).filter(({ goneAt }) => goneAt === null);
  const unknown: ReportRow = {
    device,
    stream: `${ERASURE}${now}`,
    high: 0,
    highAt: lastHeard,
    firstAt: lastHeard,
    heardAt: lastHeard,
    goneAt: now,
  };
  await writing.putReports(school, [...living.map((row) => ({ ...row, goneAt: now })), unknown]);
}

/**
 * The browser of this device was erased, says whoever enrols in it anew. Also of a device whose right has ended: what it held had
 * been done at school.
 */
export async function noteErasedCaller(
  writing: Writing,
  caller: Caller | undefined,
  now: number,
): Promise<void> {
  if (caller === undefined) return;
  const school = caller.school.row.id;
  const device = await writing.device(school, caller.device);
  if (device !== undefined)
    await noteErased(writing, { school, device: device.id, now }, device.lastHeard);
}
