/**
 * The format of a journal, version 1: lines of JSON, the first names the segment, each other one is one commit of the store.
 *
 *   ["<16 hex digits>",{"nineOfTen":"journal","v":1,"segment":3,"startedAt":...}]
 *   ["<16 hex digits>",{"at":[3,1],"ops":[["append","<school>",[...rows]],...],"streams":[...]}]
 *
 * The digits are the beginning of the SHA-256 of the bytes between the comma and the last bracket, so that a line that was cut by
 * a power failure, or rotted, is recognised and left out. A line stands alone: `streams` names every stream its rows are of. Arguments are the rows
 * of the store's port (`store/rows.ts`): fields are only ever added, and a reader gives what an older line lacks its default.
 *
 * 1  the first
 */
import { createHash } from 'node:crypto';
import type { KeptOp } from './recording.ts';
import type { StreamRow } from '../store/rows.ts';

export const JOURNAL_VERSION = 1;

/** Which commit: segment, and number within it. Every commit writes it into the database as well: a copy knows what it holds. */
export type Position = readonly [segment: number, line: number];

export interface JournalHeader {
  readonly nineOfTen: 'journal';
  readonly v: number;
  readonly segment: number;
  /** ms of the server's clock. */
  readonly startedAt: number;
}

export interface SchoolStream extends StreamRow {
  readonly school: string;
}

/** What the database held when a segment was begun: what is before it has to be in a copy or in the segments before. */
export interface Begin {
  /** Its newest commit that has a line; null: it knows of none. */
  readonly after: Position | null;
  /** By school: how many events it had counted. */
  readonly receipts: Readonly<Record<string, number>>;
  /** ms of the server's clock. */
  readonly at: number;
}

export interface JournalLine {
  readonly at: Position;
  readonly ops: readonly KeptOp[];
  readonly streams: readonly SchoolStream[];
  /** In the first line of a segment; the segments of earlier builds lack it. */
  readonly begin?: Begin;
}

const SUM = 16;
const sumOf = (body: string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, SUM);

/** @returns the line with its end */
export function writeLine(value: JournalHeader | JournalLine): string {
  const body = JSON.stringify(value);
  return `["${sumOf(body)}",${body}]\n`;
}

/** @returns undefined where the line is not whole */
export function readLine(line: string): unknown {
  const body = line.slice(SUM + 4, -1);
  const whole = line === `["${sumOf(body)}",${body}]`;
  return whole ? JSON.parse(body) : undefined;
}

/** Whether a is later than b, in one history of the school. */
export function isAfter(a: Position, b: Position | undefined): boolean {
  return b === undefined || a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
}

/** The setting of the store that holds the position of its newest journaled commit. */
export const POSITION = 'journal';

export const writePosition = ([segment, line]: Position): string => `${segment}.${line}`;

export function readPosition(text: string | undefined): Position | undefined {
  const match = /^(\d+)\.(\d+)$/.exec(text ?? '');
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}
