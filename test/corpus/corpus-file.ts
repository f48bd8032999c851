/**
 * The corpus of real events: one file a released version, lines of JSON. A file that is here never changes; a release adds one.
 *
 *   {"is":"corpus"}   what made it, once, first
 *   {"is":"school"}   the school with the key that sealed notes open with (an invented school)
 *   {"is":"course"}   the courses as they were published then
 *   {"is":"device"}, {"is":"grant"}   who signed, with the keys that verify what was signed
 *   {"is":"event"}    a row as it was sent, when, by whom, by which clock, and what the server said to it
 *   {"is":"fold"}     what the events make of a document: hash of its canonical JSON, and a summary for people
 *   {"is":"issue"}    what was held or parked in the end
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Course } from '#domain/model/course.ts';
import type { DeviceClock } from '#protocol/answer.ts';
import type { EventRow } from '#protocol/event.ts';
import type { DeviceRow, GrantRow, SchoolRow } from '#server/store/rows.ts';

export interface SentLine {
  readonly is: 'event';
  readonly device: string;
  /** Server clock at the receipt, ms. */
  readonly now: number;
  readonly clock: DeviceClock;
  readonly row: EventRow;
  /** `stored`, or `held id-conflict` ... */
  readonly outcome: string;
}
export interface FoldLine {
  readonly is: 'fold';
  readonly key: string;
  /** SHA-256 of the canonical JSON of the body, hex. */
  readonly hash: string;
  readonly says: string;
}
export interface IssueLine {
  readonly is: 'issue';
  readonly id: string;
  readonly state: string;
  readonly code: string;
}
export type Line =
  | { readonly is: 'corpus'; readonly version: number; readonly made: string; readonly from: string }
  | { readonly is: 'school'; readonly row: SchoolRow }
  | { readonly is: 'course'; readonly course: Course }
  | { readonly is: 'device'; readonly row: DeviceRow }
  | { readonly is: 'grant'; readonly row: GrantRow }
  | SentLine
  | FoldLine
  | IssueLine;

/** What the lines say, sorted by what they are. */
export interface Corpus {
  readonly school: SchoolRow;
  readonly courses: readonly Course[];
  readonly devices: readonly DeviceRow[];
  readonly grants: readonly GrantRow[];
  readonly sent: readonly SentLine[];
  readonly fold: readonly FoldLine[];
  readonly issues: readonly IssueLine[];
}

export function readCorpus(path: string): Corpus {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line); // written by make-events.ts alone
  const school = lines.find((line) => line.is === 'school');
  if (school === undefined) throw new Error(`No school in ${path}`);
  const rows = <K extends Line['is']>(is: K): Extract<Line, { is: K }>[] =>
    lines.filter((line): line is Extract<Line, { is: K }> => line.is === is);
  return {
    school: school.row,
    courses: rows('course').map(({ course }) => course),
    devices: rows('device').map(({ row }) => row),
    grants: rows('grant').map(({ row }) => row),
    sent: rows('event'),
    fold: rows('fold'),
    issues: rows('issue'),
  };
}

/** JSON with the keys of every object in order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
  return `{${fields.join(',')}}`;
}

export const hashOf = (body: string): string =>
  createHash('sha256')
    .update(canonical(JSON.parse(body)))
    .digest('hex');

const SAYS_MOST = 300;

/** A document in a line for people; what takes long is cut. */
export function summaryOf(body: string): string {
  const value = JSON.parse(body) as Record<string, unknown>; // every document is an object
  const { stamps: _, ...rest } = value;
  // Status and flag of every objective first, then the evidence.
  if ('st' in value) return ['st', 'fl', 'd'].map((name) => `${name} ${String(value[name])}`).join(' | ');
  const text = canonical(rest);
  return text.length > SAYS_MOST ? `${text.slice(0, SAYS_MOST)} ...` : text;
}
