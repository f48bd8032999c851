/**
 * Numbers that will never come (PROTOCOL 16, 17): those that a device declared lost because it cannot read them, and those that
 * it had named before its browser erased them. What comes after all (a rescue file, a disk that was found) is lost no more.
 */
import type { DevicesAnswer } from '#protocol/staff-request.ts';
import type { Reading } from '../store/port.ts';
import type { DeviceRow, Range, ReportRow } from '../store/rows.ts';

type Loss = DevicesAnswer['devices'][number]['losses'][number];

/** Ranges that are named for one device; the screen needs no more to say that something is badly wrong. */
const MOST = 64;

interface Missing {
  readonly stream: string;
  readonly range: Range;
  /** When it was noticed. */
  readonly noticedAt: number;
}

/** `range` without the slots that are there, in order. */
async function without(
  reading: Reading,
  school: string,
  stream: string,
  [first, last]: Range,
): Promise<Range[]> {
  const there = await reading.arrived(school, stream, [first, last], MOST);
  const missing: Range[] = [];
  let next = first;
  for (const [from, to] of there) {
    if (next < from) missing.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= last && there.length < MOST) missing.push([next, last]);
  return missing;
}

/** Joins what touches or overlaps; it was noticed when the first part of it was. */
function join(all: readonly Missing[]): Missing[] {
  const joined: Missing[] = [];
  for (const one of all.toSorted((a, b) => a.range[0] - b.range[0])) {
    const last = joined.at(-1);
    if (last === undefined || one.range[0] > last.range[1] + 1) joined.push(one);
    else {
      const range: Range = [last.range[0], Math.max(last.range[1], one.range[1])];
      const noticedAt = Math.min(last.noticedAt, one.noticedAt);
      joined.splice(-1, 1, { ...last, range, noticedAt });
    }
  }
  return joined;
}

/** When the lost ones were made: after the one before them, and before a device first named so high a number. */
async function hoursOf(
  reading: Reading,
  school: string,
  device: DeviceRow,
  report: ReportRow | undefined,
  { stream, range: [first, last], noticedAt }: Missing,
): Promise<{ since: number; until: number }> {
  const named = report !== undefined && report.high >= last ? report.highAt : noticedAt;
  const until = Math.min(named, noticedAt);
  const before = await reading.momentBefore(school, stream, first);
  // A stream that was named when it was shorter has begun before.
  const began = report !== undefined && report.firstAt < until ? report.firstAt : device.createdAt;
  return { since: Math.min(before ?? began, until), until };
}

/** Erasures are told for so long, ms; after it a class has done again what it missed. */
const TOLD_MS = 60 * 24 * 3_600_000;
const MOST_ERASURES = 8;
/** A request names what was there when it left, and can come this much later: what was done on its way has no number either. */
const ON_ITS_WAY_MS = 60_000;

/**
 * When the browser of a device erased what was on it: between `since` (it was last heard, less what a request may take) and `until`
 * (it was noticed). What was done on it in those hours and not sent has no number that anybody knows. Newest first.
 */
export async function erasuresOf(
  reading: Reading,
  school: string,
  device: DeviceRow,
  now: number,
): Promise<DevicesAnswer['devices'][number]['erasures']> {
  const heard = new Map<number, number>();
  for (const { goneAt, heardAt } of await reading.reports(school, device.id))
    if (goneAt !== null && now - goneAt < TOLD_MS)
      heard.set(goneAt, Math.max(heardAt, heard.get(goneAt) ?? 0));
  return [...heard]
    .map(([until, since]) => ({ since: Math.min(since - ON_ITS_WAY_MS, until), until }))
    .toSorted((a, b) => b.until - a.until)
    .slice(0, MOST_ERASURES);
}

/** What is lost of one device's results, by stream and number. */
export async function lossesOf(
  reading: Reading,
  school: string,
  device: DeviceRow,
): Promise<Loss[]> {
  const reports = new Map(
    (await reading.reports(school, device.id)).map((row) => [row.stream, row]),
  );
  const streams = await reading.streamsOfDevice(school, device.id);
  const shorts = new Map(streams.map(({ stream, short }) => [stream, short]));
  const losses: Loss[] = [];
  for (const stream of new Set([...shorts.keys(), ...reports.keys()])) {
    const report = reports.get(stream);
    const claims: Missing[] = (await reading.lostOf(school, stream)).map(
      ({ first, last, declaredAt }) => ({ stream, range: [first, last], noticedAt: declaredAt }),
    );
    if (report !== undefined && report.goneAt !== null && report.high > 0)
      claims.push({ stream, range: [1, report.high], noticedAt: report.goneAt });
    for (const claim of join(claims)) {
      for (const range of await without(reading, school, stream, claim.range)) {
        const { since, until } = await hoursOf(reading, school, device, report, {
          ...claim,
          range,
        });
        losses.push({
          stream: shorts.get(stream) ?? 0,
          first: range[0],
          last: range[1],
          since,
          until,
        });
      }
    }
  }
  return losses.toSorted((a, b) => b.until - a.until).slice(0, MOST);
}
