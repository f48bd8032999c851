/**
 * Puts the lines of a journal into a copy (`school restore`). Events are told apart by id and bytes, so that lines that the copy
 * has already, or that came twice, change nothing; moment, receipt time, clocks, device and stream stay as they were, numbers of this
 * server (receipts, shorts) are counted anew. People: what is missing is added; ends, returns and new PINs of lines that the
 * copy holds already are left out, so that an old end does not end what was let in again after it.
 */
import { unreachable } from '#domain/kernel/assert.ts';
import type { Writing } from '../store/port.ts';
import { isBlank, type Counters, type CoverRow, type LogRow } from '../store/rows.ts';
import { isAfter, type JournalLine, type Position } from './journal-line.ts';
import type { KeptOp } from './recording.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What is remembered from line to line. */
export interface Merge {
  readonly school: string;
  /** The newest commit that the copy holds. */
  readonly position: Position | undefined;
  /** Receipt in the journal -> the event and its receipt here. */
  readonly receipts: Map<number, { readonly id: string; readonly receipt: number }>;
  /** Devices that the copy did not know. */
  readonly newDevices: Set<string>;
  known: number;
  added: number;
  /** Writes of another school than the copy's. */
  foreign: number;
}

export const newMerge = (school: string, position: Position | undefined): Merge => ({
  school,
  position,
  receipts: new Map(),
  newDevices: new Set(),
  known: 0,
  added: 0,
  foreign: 0,
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
      for (const row of op[2]) await mergeEvent(desk, row);
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

/** Merges lines, oldest first, inside one write. */
export async function mergeLines(
  writing: Writing,
  merge: Merge,
  lines: readonly JournalLine[],
): Promise<void> {
  const { school } = merge;
  for (const { ops } of lines)
    for (const op of ops)
      if (op[0] === 'addSchool' && op[1].id === school) {
        const there = (await writing.schools()).some(({ id }) => id === school);
        if (!there) await writing.addSchool(op[1]);
      }
  // The copy is of the time before the set-up, and these lines are as well.
  if (!(await writing.schools()).some(({ id }) => id === school)) return;
  const counters = { ...(await writing.counters(school)) };
  for (const line of lines) {
    const desk: Desk = { writing, merge, counters, line };
    for (const op of line.ops) {
      if ((op[0] === 'addSchool' ? op[1].id : op[1]) === school) await mergeOp(desk, op);
      else merge.foreign += 1;
    }
  }
  await writing.setCounters(school, counters);
}
