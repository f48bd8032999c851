/**
 * A rescue file: what a device has not sent, saved to a file, sealed to the school's public key, and imported by the server's shell or
 * any device of staff through the same ingest, as often as one likes.
 *
 *   {"nineOfTen":"rescue","v":1,"school":...,"device":...,"events":120,"lines":3 ...}     the header, in clear
 *   1.<point>.<iv>.<ciphertext>                                                            JSON of event rows, sealed, one line a batch
 *   1.<point>.<iv>.<ciphertext>                                                            {"draft":{"id","text"}}: a running check that could not be read
 *   ...
 *   {"end":3}                                                                              a file without it was cut
 *
 * Lines stand alone, so that a file that was cut still gives what came before the cut. A draft is for people to look at: whoever
 * brings the file is told that so many lines were not read.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { answerFields, ClockSchema, NonceSchema } from './answer.ts';
import { parseJson } from './json.ts';
import { LIMITS } from './limits.ts';
import { parserOf } from './parser.ts';

/** The newest version of the file that this build reads and writes. */
export const RESCUE_VERSION = 1;

const Count = Type.Integer({ minimum: 0, maximum: 10_000_000 });

export const RescueHeaderSchema = Type.Object({
  nineOfTen: Type.Literal('rescue'),
  v: Type.Literal(RESCUE_VERSION),
  school: Type.String({ maxLength: 60 }),
  /** The device that it was made on, and the clocks of that moment. */
  device: Type.String({ maxLength: 60 }),
  deviceName: Type.String({ maxLength: 120 }),
  clock: ClockSchema,
  /** Server clock minus device clock as last measured, ms, or null. */
  skew: Type.Union([Type.Number(), Type.Null()]),
  app: Type.String({ maxLength: 60 }),
  events: Count,
  lines: Count,
});
export type RescueHeader = Static<typeof RescueHeaderSchema>;
const parseHeader = parserOf(RescueHeaderSchema, 'not-a-rescue-file');

/** The rows of one line, once it is unsealed. They are read one by one, as those of a push. */
export const parseRescueRows = parserOf(
  Type.Array(Type.Unknown(), { minItems: 1, maxItems: LIMITS.pushEvents }),
  'unreadable-line',
);

export interface RescueFile {
  readonly header: RescueHeader;
  /** Sealed lines that are there, in order. */
  readonly lines: readonly string[];
  /** The file ends before its end: some of its lines are missing. */
  readonly cut: boolean;
}

function versionOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('nineOfTen' in value)) return 0;
  return value.nineOfTen === 'rescue' && 'v' in value && typeof value.v === 'number' ? value.v : 0;
}

/** Reads a header. Faults as of `readRescueFile`. */
export function readRescueHeader(value: unknown): Result<RescueHeader, Fault> {
  return versionOf(value) > RESCUE_VERSION ? err({ code: 'newer-version' }) : parseHeader(value);
}

/** Reads the frame of a file. Faults: `not-a-rescue-file`, `newer-version` (made by a newer build than this one). */
export function readRescueFile(text: string): Result<RescueFile, Fault> {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const json = parseJson(first, 'not-a-rescue-file');
  if (!json.ok) return json;
  const header = readRescueHeader(json.value);
  if (!header.ok) return header;
  // Also what stands behind the end: a file that was put together twice, or of two files, loses nothing.
  const lines = rest.filter((line) => line !== '' && !line.startsWith('{'));
  const end = rest.findLast((line) => line !== '');
  const whole = end === `{"end":${header.value.lines}}` && lines.length >= header.value.lines;
  // The last line of a file that was cut may be half a line: it is offered, and found unreadable.
  return ok({ header: header.value, lines, cut: !whole });
}

/** @param lines sealed, in order */
export function writeRescueFile(header: RescueHeader, lines: readonly string[]): string {
  return `${[JSON.stringify(header), ...lines, JSON.stringify({ end: lines.length })].join('\n')}\n`;
}

/** POST /api/import: some lines of one file, at most `LIMITS.importBytes` in one request. */
export const ImportRequestSchema = Type.Object({
  nonce: NonceSchema,
  header: RescueHeaderSchema,
  lines: Type.Array(Type.String({ maxLength: LIMITS.importBytes }), {
    minItems: 1,
    maxItems: LIMITS.importLines,
  }),
});

/** What became of the events of these lines. `unreadable`: lines that were not sealed to this school, or were cut. */
export const ImportAnswerSchema = Type.Object({
  ...answerFields,
  stored: Count,
  duplicate: Count,
  held: Count,
  refused: Count,
  unreadable: Count,
});
export type ImportAnswer = Static<typeof ImportAnswerSchema>;
export const parseImportAnswer = parserOf(ImportAnswerSchema);
