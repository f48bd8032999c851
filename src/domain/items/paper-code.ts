/**
 * The code on a sheet of paper: 13 characters that name the attempt which the sheet becomes, on any device, without a network.
 *
 *   code = random (8) target (4) check (1)
 *
 * Characters are Crockford's base 32 (no I, L, O, U). `random` is 40 bits. `target` is a hash of course and objective (20 bits): who
 * knows the courses finds them by it. The attempt's id is the hash of the first 12 characters, and the form's seed the hash of the
 * id, as for every check. `check` is a hash of all that and of the form: a slip in typing, and a sheet of another version of the
 * questions, are noticed.
 */
import { textHash } from '../kernel/content-hash.ts';
import { hash128 } from '../kernel/hash128.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM = 8;
const TARGET = 4;
const BODY = RANDOM + TARGET;
const WHOLE = /^[0-9A-HJKMNP-TV-Z]{13}$/;

/** What a QR code on paper begins with, so that a badge or a link is not taken for a sheet. */
const PREFIX = 'n10p.';

export interface PaperTarget {
  readonly course: string;
  readonly objective: string;
}

/** The first 12 characters for a new sheet. @param random any text that no other sheet had */
export function newPaperBody(random: string, target: PaperTarget): string {
  const [a, b] = hash128(`paper ${random}`);
  return letters(a, 4) + letters(b, RANDOM - 4) + targetLetters(target);
}

/** Id of the attempt that the sheet becomes: 22 characters, as every event's. */
export function paperId(body: string): string {
  return textHash(`paper ${body}`);
}

/** The whole code of a sheet. @param formHash names the form that its id gives */
export function paperCode(body: string, formHash: string): string {
  return body + letters(hash128(`check ${body} ${formHash}`)[0], 1);
}

/** The code in what somebody typed or a camera read; null where there is none. Look-alikes are read as what they look like. */
export function readPaperCode(text: string): string | null {
  const own = text.startsWith(PREFIX) ? (text.slice(PREFIX.length).split('.')[0] ?? '') : text;
  const code = own
    .toUpperCase()
    .replaceAll(/[\s\-–]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  return WHOLE.test(code) ? code : null;
}

/** The part of a code from which everything else follows. */
export function bodyOfCode(code: string): string {
  return code.slice(0, BODY);
}

/** Whether a code is of a sheet of this objective. */
export function isOfTarget(code: string, target: PaperTarget): boolean {
  return code.slice(RANDOM, BODY) === targetLetters(target);
}

/** The text of the QR code. @param student whose sheet it is, "" for nobody's */
export function paperQr(code: string, student: string): string {
  return student === '' ? `${PREFIX}${code}` : `${PREFIX}${code}.${student}`;
}

/** The student that a QR code names, "" for none. */
export function studentInQr(text: string): string {
  return text.startsWith(PREFIX) ? (text.slice(PREFIX.length).split('.')[1] ?? '') : '';
}

/** A code as it is printed: "K7QM 2XFD 9TRA5". */
export function writtenCode(code: string): string {
  return [code.slice(0, 4), code.slice(4, 8), code.slice(8)].join(' ');
}

function targetLetters({ course, objective }: PaperTarget): string {
  return letters(hash128(`target ${course} ${objective}`)[0], TARGET);
}

/** So many characters, five bits each, of a word of 32 bits. */
function letters(word: number, count: number): string {
  let text = '';
  for (let i = 0; i < count; i += 1) text += LETTERS.charAt((word >>> (5 * i)) & 31);
  return text;
}
