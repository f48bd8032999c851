/**
 * A list of names as a teacher has it (pasted lines, CSV, cells of a spreadsheet) becomes students to confirm. Nothing is
 * refused as a whole: each line that cannot be read is reported with its number and reason beside the good ones.
 */
import Papa from 'papaparse';
import { readHeader, type Column } from './roster-columns.ts';

/** Longest name in characters: it has to fit on a tile and a badge. */
export const MAX_NAME = 60;
/** Most students in one list. */
export const MAX_ROWS = 400;

export interface RosterRow {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly name: string;
  /** The name stands already: in this line of the list, or in the group. */
  readonly twin: number | 'group' | null;
}

export type RowFaultCode =
  | 'no-name'
  | 'too-long'
  | 'too-many-columns'
  | 'unreadable'
  | 'open-quote'
  | 'too-many-rows';

export interface RowFault {
  readonly line: number;
  readonly code: RowFaultCode;
  /** The line as it stood, shortened. */
  readonly text: string;
}

export interface Roster {
  readonly rows: readonly RosterRow[];
  readonly faults: readonly RowFault[];
  /** Headers of columns that are not used and not kept. */
  readonly unused: readonly string[];
}

const LINE_END = /\r\n|\r|\n/u;

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  readonly openQuote: boolean;
}

/**
 * @param text as pasted or read from a file
 * @param known names that are in the group already
 */
export function parseRoster(text: string, known: readonly string[] = []): Roster {
  const lines = readLines(text.replace(/^\uFEFF/u, '')).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  const [first] = lines;
  const columns = first === undefined ? null : readHeader(first.cells);
  const body = columns === null ? lines : lines.slice(1);
  const headless = columns === null ? headlessOrder(body) : 'first-last';
  const seen = new Map<string, number | 'group'>(known.map((name) => [sameName(name), 'group']));
  const rows: RosterRow[] = [];
  const faults: RowFault[] = [];
  for (const [index, { line, cells, openQuote }] of body.entries()) {
    const read =
      index >= MAX_ROWS ? 'too-many-rows' : readName(cells, columns, headless, openQuote);
    if (typeof read === 'string') {
      faults.push({ line, code: read, text: shorten(cells.join(', ')) });
      continue;
    }
    const key = sameName(read.name);
    rows.push({ line, name: read.name, twin: seen.get(key) ?? null });
    if (!seen.has(key)) seen.set(key, line);
  }
  return { rows, faults, unused: unusedHeaders(first, columns) };
}

/** Two names that a teacher would call the same: case, accents' encoding and spaces do not count. */
export function sameName(name: string): string {
  return tidy(name).normalize('NFC').toLocaleLowerCase('en');
}

function tidy(name: string): string {
  return name.replaceAll(/\s+/gu, ' ').trim();
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** Lines of the text that one quoted cell may run over. */
const MAX_CELL_LINES = 20;

/**
 * Lines with their numbers. A quoted cell may run over several lines: then the number is that of its first. A quote that is
 * never closed costs its own line and no other.
 */
function readLines(text: string): Line[] {
  const physical = text.split(LINE_END);
  const delimiter = delimiterOf(physical);
  const lines: Line[] = [];
  for (let at = 0; at < physical.length;) {
    const { cells, size } = readRecord(physical, at, delimiter);
    const openQuote = cells === null;
    lines.push({ line: at + 1, cells: cells ?? [physical[at] ?? ''], openQuote });
    at += size;
  }
  return lines;
}

/** The record that begins at a line, and how many lines it takes; no cells when its quotes are never closed. */
function readRecord(
  physical: readonly string[],
  at: number,
  delimiter: string,
): { readonly cells: readonly string[] | null; readonly size: number } {
  const most = Math.min(MAX_CELL_LINES, physical.length - at);
  for (let size = 1; size <= most; size += 1) {
    const text = physical.slice(at, at + size).join('\n');
    const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
    if (!errors.some(({ type }) => type === 'Quotes')) return { cells: data[0] ?? [''], size };
  }
  return { cells: null, size: 1 };
}

/** The mark between cells: whichever of tab, semicolon and comma is in most lines. */
function delimiterOf(lines: readonly string[]): string {
  const count = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  const marks = ['\t', ';', ','];
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best), marks[0] ?? ',');
}

type Order = 'first-last' | 'last-first';

/** Without a header, "García, Ana" (a space after every comma) is a surname first; "Ana,García" is not. */
function headlessOrder(body: readonly Line[]): Order {
  const pairs = body.filter(({ cells }) => cells.length === 2);
  const spaced = pairs.filter(({ cells }) => /^\s/u.test(cells[1] ?? ''));
  return pairs.length > 0 && spaced.length === pairs.length ? 'last-first' : 'first-last';
}

function readName(
  cells: readonly string[],
  columns: readonly Column[] | null,
  headless: Order,
  openQuote: boolean,
): { readonly name: string } | RowFaultCode {
  if (openQuote) return 'open-quote';
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (filled > (columns?.length ?? 2)) return 'too-many-columns';
  const order: readonly Column[] =
    columns ?? (headless === 'last-first' ? ['last', 'first'] : ['first', 'last']);
  const part = (wanted: Column) => cells.filter((_, index) => order[index] === wanted).join(' ');
  const name = tidy(part('name')) || tidy(`${part('first')} ${part('last')}`);
  if (name === '') return 'no-name';
  if (name.length > MAX_NAME) return 'too-long';
  // Control characters and U+FFFD, the mark of a character that was lost when a file was read in the wrong encoding.
  if (/[\p{Cc}\uFFFD]/u.test(name) || !/[\p{L}\p{N}]/u.test(name)) return 'unreadable';
  return { name };
}

function unusedHeaders(first: Line | undefined, columns: readonly Column[] | null): string[] {
  if (first === undefined || columns === null) return [];
  const hasName = columns.includes('name');
  return first.cells
    .filter((_, index) => {
      const column = columns[index] ?? 'other';
      return column === 'other' || (hasName && column !== 'name');
    })
    .map(tidy)
    .filter((header) => header !== '');
}
