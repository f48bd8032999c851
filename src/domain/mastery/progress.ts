/**
 * The progress document of one student in one course: `d` holds the digests, `st` and `fl` what they fold to (caches that
 * `foldAll` recomputes), `f` the recent forms. Adding a digest parses and folds only the objective it belongs to.
 *
 * `fl` has one character per objective, a set of stored flags (see FLAG_BITS) as a digit of DIGITS. Flags that depend on
 * what day it is are not stored.
 */
import { assert } from '../kernel/assert.ts';
import type { Course } from '../model/course.ts';
import type { ProgressBody } from '../model/documents.ts';
import type { Flag, Status } from '../model/status.ts';
import { STATUS_CHARS, STATUSES } from '../model/status.ts';
import { byPosition, DIGEST_VERSION, packGroup, unpackGroup } from './digest.ts';
import type { Digest } from './entry.ts';
import { foldObjective, type ObjectiveProgress } from './fold.ts';
import { joinedForms, positionsWithForms, withFormIn, withoutFormsUntil } from './recent-forms.ts';

const EMPTY: ProgressBody = { st: '', fl: '', d: '', f: '' };

/** Stored: never change a number. */
const FLAG_BITS: readonly (readonly [Flag, number])[] = [
  ['needs-help', 1],
  ['two-views', 2],
  ['decided', 4],
  ['waiting', 8],
  ['earlier-revision', 16],
  ['ready-to-try', 32],
  ['would-like-help', 64],
];
/** One character for every set of flags: first the 64 of the beginning, then letters of Latin Extended-A and B. */
const DIGITS = `0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_${String.fromCodePoint(
  ...Array.from({ length: 64 }, (_, i) => 0x1_00 + i),
)}`;

const STATUS_OF: ReadonlyMap<string, Status> = new Map(
  STATUSES.map((status) => [STATUS_CHARS[status], status]),
);

/**
 * Adds digests (any order; those already there change nothing) and refolds the objectives they touch. Gives back the same
 * object when nothing changed. A body whose digests are in a format of a later version is left as it is.
 */
export function addDigests(
  course: Course,
  body: ProgressBody | undefined,
  digests: readonly Digest[],
  day: (moment: number) => string,
): ProgressBody {
  if (body !== undefined && !isReadable(body)) return body;
  let { st, fl, d, f } = padded(course, body ?? EMPTY);
  for (const [position, added] of byPosition(digests)) {
    assert(
      Number.isInteger(position) && position >= 0,
      'a digest names the place of its objective',
    );
    const span = findGroup(d, position);
    const before = d.slice(span.from, span.to);
    const group = packGroup(position, [...(before === '' ? [] : unpackGroup(before)), ...added]);
    if (group === before) continue;
    d = d.slice(0, span.from) + group + d.slice(span.to);
    const progress = foldObjective(course, position, unpackGroup(group), day);
    if (progress === null) continue;
    st = replaceAt(st, position, STATUS_CHARS[progress.status]);
    fl = replaceAt(fl, position, flagChar(progress.flags));
    f = withoutFormsOf(f, position, progress);
  }
  return sameOr(body, { st, fl, d, f });
}

/** Recomputes `st` and `fl` of every objective from `d` (after a new edition of the course, or to check the caches). */
export function foldAll(
  course: Course,
  body: ProgressBody,
  day: (moment: number) => string,
): ProgressBody {
  if (!isReadable(body)) return body;
  const { st, fl, d } = padded(course, body);
  const statuses = st.split('');
  const flags = fl.split('');
  let { f } = body;
  for (const position of course.objectives.keys()) {
    const { from, to } = findGroup(d, position);
    const progress = foldObjective(
      course,
      position,
      from === to ? [] : unpackGroup(d.slice(from, to)),
      day,
    );
    if (progress === null) continue;
    statuses[position] = STATUS_CHARS[progress.status];
    flags[position] = flagChar(progress.flags);
    f = withoutFormsOf(f, position, progress);
  }
  return sameOr(body, { st: statuses.join(''), fl: flags.join(''), d, f });
}

/** All about one objective, folded from its digests; null when the course has no objective at `position`. */
export function objectiveProgress(
  course: Course,
  body: ProgressBody | undefined,
  position: number,
  day: (moment: number) => string,
): ObjectiveProgress | null {
  const d = body !== undefined && isReadable(body) ? body.d : '';
  const { from, to } = findGroup(d, position);
  return foldObjective(course, position, from === to ? [] : unpackGroup(d.slice(from, to)), day);
}

/**
 * Positions with a check that carries any of these notes, read off the text without unpacking it: most documents have none.
 * `letters` as the digest format writes them ("r" rapid, "p" pauses ...).
 */
export function positionsNoted({ d }: ProgressBody, letters: string): number[] {
  const noted = new RegExp(`,c(?:[^:,;]*:){11}[a-z]*[${letters}]`, 'u');
  return d
    .split(';')
    .slice(1)
    .flatMap((group) => (noted.test(group) ? [Number.parseInt(group, 36)] : []));
}

/**
 * The progress of a child who has several records, in one course: the evidence of all, each once, folded together. The order
 * of the bodies makes no difference. A body in a format of a later version is left out, unless it is the only one.
 */
export function joinProgress(
  course: Course,
  bodies: readonly ProgressBody[],
  day: (moment: number) => string,
): ProgressBody | undefined {
  if (bodies.length < 2) return bodies[0];
  const readable = bodies.filter(isReadable);
  const digests = readable.flatMap(({ d }) =>
    d
      .split(';')
      .slice(1)
      .flatMap((group) => unpackGroup(`;${group}`)),
  );
  const joined = addDigests(course, undefined, digests, day);
  const forms = readable.map((body) => body.f).reduce(joinedForms, '');
  const f = positionsWithForms(forms).reduce(
    (kept, position) =>
      withoutFormsOf(kept, position, objectiveProgress(course, joined, position, day)),
    forms,
  );
  return { ...joined, f };
}

/** The status of one objective, from the cache. */
export function statusAt(body: ProgressBody | undefined, position: number): Status {
  return STATUS_OF.get(body?.st.charAt(position) ?? '') ?? 'not-started';
}

/** The stored flags of one objective, from the cache. */
export function flagsAt(body: ProgressBody | undefined, position: number): Flag[] {
  // A character of a later version says nothing here.
  const bits = Math.max(0, DIGITS.indexOf(body?.fl.charAt(position) || '0'));
  return FLAG_BITS.flatMap(([flag, bit]) => ((bits & bit) === 0 ? [] : flag));
}

/** The body with one more form of an objective, taken at `moment` (ms); it keeps none of before it was last met. */
export function withForm(
  course: Course,
  body: ProgressBody,
  position: number,
  identities: readonly string[],
  moment: number,
  day: (moment: number) => string,
): ProgressBody {
  const f = withFormIn(body.f, position, identities, moment);
  const progress = NEVER_MET.has(statusAt(body, position))
    ? null
    : objectiveProgress(course, body, position, day);
  return sameOr(body, { ...body, f: withoutFormsOf(f, position, progress) });
}

/** A status that says without a fold that no form is too old. */
const NEVER_MET: ReadonlySet<Status> = new Set(['nearly', 'working', 'not-started']);

/**
 * `f` without the forms of an objective that were taken before it was last met, or decided to be mastered: what was asked since then
 * (a look that was missed, and its answers shown) is not to be asked again in the next try.
 */
function withoutFormsOf(f: string, position: number, progress: ObjectiveProgress | null): string {
  if (progress === null || progress.masteredAt === null) return f;
  const { masteredAt, decidedBy, outcomes } = progress;
  const met = outcomes.find(
    ({ outcome, entry }) => outcome === 'met' && entry.purpose !== 'agreement',
  );
  const decided = decidedBy?.decision === 'mastered' ? decidedBy.moment : masteredAt;
  return withoutFormsUntil(f, position, Math.max(masteredAt, decided, met?.moment ?? masteredAt));
}

/** Mastered or check again: counts as mastered everywhere. */
export function isMastered(status: Status): boolean {
  return status === 'mastered' || status === 'check-again';
}

function isReadable({ d }: ProgressBody): boolean {
  return d === '' || d === DIGEST_VERSION || d.startsWith(`${DIGEST_VERSION};`);
}

/** `st` and `fl` as long as the course, `d` with its version mark. */
function padded(course: Course, body: ProgressBody): ProgressBody {
  const length = course.objectives.length;
  return {
    st: body.st.padEnd(length, STATUS_CHARS['not-started']),
    fl: body.fl.padEnd(length, '0'),
    d: body.d === '' ? DIGEST_VERSION : body.d,
    f: body.f,
  };
}

/**
 * Where the group of `position` lies in `d`, or where it belongs (from = to). ";" begins a group and stands nowhere else, so
 * that nothing has to be parsed to find it.
 */
function findGroup(d: string, position: number): { readonly from: number; readonly to: number } {
  const found = d.indexOf(`;${position.toString(36)},`);
  if (found >= 0) {
    const next = d.indexOf(';', found + 1);
    return { from: found, to: next < 0 ? d.length : next };
  }
  let at = d.indexOf(';');
  // parseInt reads up to the comma behind the position.
  while (at >= 0 && Number.parseInt(d.slice(at + 1, at + 8), 36) < position)
    at = d.indexOf(';', at + 1);
  return at < 0 ? { from: d.length, to: d.length } : { from: at, to: at };
}

function replaceAt(text: string, at: number, char: string): string {
  return text.slice(0, at) + char + text.slice(at + 1);
}

function flagChar(flags: readonly Flag[]): string {
  const bits = FLAG_BITS.reduce((sum, [flag, bit]) => (flags.includes(flag) ? sum + bit : sum), 0);
  return DIGITS.charAt(bits);
}

function sameOr(body: ProgressBody | undefined, next: ProgressBody): ProgressBody {
  const same =
    body !== undefined &&
    body.st === next.st &&
    body.fl === next.fl &&
    body.d === next.d &&
    body.f === next.f;
  return same ? body : next;
}
