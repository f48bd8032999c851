/**
 * Puts the lines of a journal into a copy (`school restore`). Events are told apart by id and bytes, so that lines that the copy
 * has already, or that came twice, change nothing; moment, receipt time, clocks, device and stream stay as they were, numbers of this
 * server (receipts, shorts) are counted anew. People: what is missing is added; ends, returns and new PINs of lines that the
 * copy holds already are left out, so that an old end does not end what was let in again after it.
 */
import { unreachable } from '#domain/kernel/assert.ts';
import type { Reading, Writing } from '../store/port.ts';
import { isBlank, type Counters, type CoverRow, type LogRow } from '../store/rows.ts';
import { isAfter, type JournalLine, type Position } from './journal-line.ts';
import type { KeptOp } from './recording.ts';
import { compareBegin, compareCounts, newSeam, type Seam } from './seam.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What is remembered from line to line, of one school. */
export interface Merge {
  readonly school: string;
  /** The newest commit that the copy holds. */
  readonly position: Position | undefined;
  /** Receipt in the journal -> the event and its receipt here. */
  readonly receipts: Map<number, { readonly id: string; readonly receipt: number }>;
  /** Devices that the copy did not know. */
  readonly newDevices: Set<string>;
  readonly seam: Seam;
  /** The newest commit that is in the copy, or came as a line. */
  newest: Position | undefined;
  known: number;
  added: number;
}

/** @param newest when the copy's newest event came in */
export const newMerge = (
  school: string,
  position: Position | undefined,
  newest: number | undefined,
): Merge => ({
  school,
  position,
  receipts: new Map(),
  newDevices: new Set(),
  seam: newSeam(newest),
  newest: position,
  known: 0,
  added: 0,
});

interface Desk {
  readonly writing: Writing;
  readonly merge: Merge;
  readonly counters: Mutable<Counters>;
  readonly line: JournalLine;
}

async function shortOf(
  { writing, merge, counters, line }: Desk,
  stream: string,
  branch: number,
  otherwise: string,
): Promise<number> {
  const there = await writing.streams(merge.school, [stream]);
  const known = there.find((row) => row.branch === branch);
  if (known !== undefined) return known.short;
  counters.short += 1;
  const told = line.streams.find((row) => row.stream === stream && row.branch === branch);
  const device = told?.device ?? otherwise;
  await writing.addStream(merge.school, { stream, branch, short: counters.short, device });
  return counters.short;
}

function freeBranch(taken: readonly CoverRow[]): number {
  let branch = 0;
  while (taken.some((row) => row.branch === branch)) branch += 1;
  return branch;
}

async function mergeEvent(desk: Desk, row: LogRow): Promise<void> {
  const { writing, merge, counters } = desk;
  const { school } = merge;
  const variants = await writing.eventsById(school, [row.id]);
  const same = variants.find(
    (one) => isBlank(one) || (one.text === row.text && one.mac === row.mac),
  );
  if (same !== undefined) {
    merge.known += 1;
    merge.receipts.set(row.receipt, { id: row.id, receipt: same.receipt });
    return;
  }
  const taken = await writing.coverOf(school, [row]);
  const own = taken.find(({ id }) => id === row.id);
  const branch = own?.branch ?? freeBranch(taken);
  const short = await shortOf(desk, row.stream, branch, row.device);
  counters.receipt += 1;
  const { receipt } = counters;
  await writing.append(school, [{ ...row, receipt, short, variant: variants.length }]);
  const { stream, slot, id } = row;
  if (own === undefined)
    await writing.cover(school, [{ stream, slot, branch, id, receipt, code: '' }]);
  merge.added += 1;
  merge.receipts.set(row.receipt, { id, receipt });
}

/** A slot that was refused, or that holds an event which was there already. The cover of a new event comes with the event. */
async function mergeCover(desk: Desk, row: CoverRow): Promise<void> {
  const { writing, merge } = desk;
  const taken = await writing.coverOf(merge.school, [row]);
  if (taken.some(({ id }) => id === row.id)) return;
  if (row.receipt === 0) {
    if (taken.length > 0) return;
    await shortOf(desk, row.stream, 0, '');
    return writing.cover(merge.school, [{ ...row, branch: 0 }]);
  }
  const [first] = await writing.eventsById(merge.school, [row.id]);
  // Its line is missing: the slot stays a gap, and its device offers it again.
  if (first === undefined) return;
  const mapped = merge.receipts.get(row.receipt);
  const receipt = mapped?.id === row.id ? mapped.receipt : first.receipt;
  const branch = freeBranch(taken);
  await shortOf(desk, row.stream, branch, first.device);
  await writing.cover(merge.school, [{ ...row, branch, receipt }]);
}

async function mergeOp(desk: Desk, op: KeptOp): Promise<void> {
  const { writing, merge, line } = desk;
  const isNew = isAfter(line.at, merge.position);
  const isLiving = (device: string): boolean => isNew || merge.newDevices.has(device);
  switch (op[0]) {
    case 'addSchool':
      return; // see `mergeLines`
    case 'append':
      for (const row of op[2]) {
        await mergeEvent(desk, row);
        compareCounts(merge.seam, row.receipt, desk.counters.receipt, row.receivedAt);
      }
      return;
    case 'cover':
      for (const row of op[2]) await mergeCover(desk, row);
      return;
    case 'addStream':
      await shortOf(desk, op[2].stream, op[2].branch, op[2].device);
      return;
    case 'addLost':
      await shortOf(desk, op[2], 0, '');
      return writing.addLost(op[1], op[2], op[3], op[4]);
    case 'addDevice': {
      if ((await writing.device(op[1], op[2].id)) !== undefined) return;
      merge.newDevices.add(op[2].id);
      return writing.addDevice(op[1], op[2]);
    }
    case 'addCredential': {
      const there = await writing.credential(op[1], op[2].tokenHash);
      if (there === undefined && isLiving(op[2].device)) await writing.addCredential(op[1], op[2]);
      return;
    }
    case 'addGrant': {
      const [there] = await writing.grants(op[1], [op[2].id]);
      if (there === undefined && isLiving(op[2].device)) await writing.addGrant(op[1], op[2]);
      return;
    }
    case 'endCredentials':
      return isLiving(op[2]) ? writing.endCredentials(op[1], op[2], op[3]) : undefined;
    case 'endGrants':
      return isLiving(op[2]) ? writing.endGrants(op[1], op[2], op[3]) : undefined;
    case 'returnDevice':
      return isLiving(op[2]) ? writing.returnDevice(op[1], op[2]) : undefined;
    case 'putAccount': {
      const there = isNew ? undefined : await writing.account(op[1], op[2].email);
      return there === undefined ? writing.putAccount(op[1], op[2]) : undefined;
    }
    case 'addCode': {
      const there = await writing.code(op[1], op[2].hash);
      return there === undefined ? writing.addCode(op[1], op[2]) : undefined;
    }
    case 'useCode':
      await writing.useCode(op[1], op[2], op[3]);
      return;
    case 'putReports':
      return isNew ? writing.putReports(op[1], op[2]) : undefined;
    default:
      return unreachable(op);
  }
}

function follow(merge: Merge, { at, begin }: JournalLine): void {
  if (begin !== undefined) compareBegin(merge.seam, begin, merge.newest);
  if (isAfter(at, merge.newest)) merge.newest = at;
}

/** Holds what is counted here against what the server had counted when it began the segment. */
function compareDue({ seam, school }: Merge, here: number): void {
  const { due } = seam;
  seam.due = undefined;
  if (due !== undefined) compareCounts(seam, due.receipts[school] ?? 0, here, due.at);
}

async function mergeSchool(
  writing: Writing,
  merge: Merge,
  lines: readonly JournalLine[],
): Promise<void> {
  const { school } = merge;
  const isThere = async (): Promise<boolean> =>
    (await writing.schools()).some(({ id }) => id === school);
  for (const { ops } of lines)
    for (const op of ops)
      if (op[0] === 'addSchool' && op[1].id === school && !(await isThere()))
        await writing.addSchool(op[1]);
  // The copy is of the time before the set-up, and these lines are as well.
  if (!(await isThere())) return lines.forEach((line) => follow(merge, line));
  const counters = { ...(await writing.counters(school)) };
  for (const line of lines) {
    // Lines without a number of their own belong to what the segment begins with.
    if (line.at[1] > 0) compareDue(merge, counters.receipt);
    follow(merge, line);
    const desk: Desk = { writing, merge, counters, line };
    for (const op of line.ops) if (schoolOf(op) === school) await mergeOp(desk, op);
  }
  await writing.setCounters(school, counters);
}

const schoolOf = (op: KeptOp): string => (op[0] === 'addSchool' ? op[1].id : op[1]);

/** After the last line. */
export async function endMerge(reading: Reading, merge: Merge): Promise<void> {
  const { school } = merge;
  if ((await reading.schools()).some(({ id }) => id === school))
    compareDue(merge, (await reading.counters(school)).receipt);
}

/**
 * Merges lines, oldest first, inside one write.
 * @returns how many writes were of none of these schools, and left out
 */
export async function mergeLines(
  writing: Writing,
  merges: readonly Merge[],
  lines: readonly JournalLine[],
): Promise<number> {
  for (const merge of merges) await mergeSchool(writing, merge, lines);
  const ours = new Set(merges.map(({ school }) => school));
  return lines.flatMap(({ ops }) => ops).filter((op) => !ours.has(schoolOf(op))).length;
}
