/** One event against what is known: who signed it, whether they may, what it did, and the documents that come of it. */
import { closesCircle, isErased, type Lookup } from '#domain/changes/aliases.ts';
import { applyEvent } from '#domain/changes/apply-event.ts';
import { authorityOf } from '#domain/changes/authority.ts';
import { stampOf } from '#domain/changes/stamp.ts';
import { idIn } from '#domain/changes/world.ts';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { dayIn } from '#domain/mastery/day.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import { placeOf } from '#domain/changes/course-places.ts';
import type { Course } from '#domain/model/course.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import type { AnyEvent, Placed } from '#domain/model/event.ts';
import { asId } from '#domain/model/ids.ts';
import type { Grant } from '#domain/model/role.ts';
import { parseEnvelope, readEvent, type Envelope } from '#protocol/event.ts';
import { verify } from '../crypto/hmac.ts';
import { isBlank, type LogRow } from '../store/rows.ts';
import type { Desk, KnownEvent, KnownGrant } from './desk.ts';
import { gradeCheck, gradePaper, type Graded } from './grade-check.ts';
import { entryOnPaper } from './paper-entry.ts';
import type { Rosters } from './rosters.ts';

export interface Bench {
  readonly school: string;
  readonly desk: Desk;
  readonly rosters: Rosters;
  readonly pack: (course: string) => Course | undefined;
}

export interface Judged {
  readonly documents: readonly AnyDocument[];
  /** About an erased student: it counts as applied, and its text is not kept. */
  readonly erased?: true;
  /** Remembered and without effect for now: a person should know. */
  readonly held?: Fault;
}

/** They name records by their ids and nothing else: read again, they give the same tombstones and the same rights. */
const KEPT = new Set(['student.merge', 'student.erase']);

/** Whether nothing of the event but its id and its place is kept once the student it is about was erased. */
export function isErasable({ kind }: Pick<Envelope, 'kind'>): boolean {
  return !KEPT.has(kind);
}

function isAboutErased(bench: Bench, envelope: Envelope): boolean {
  const student = idIn(envelope.about, 'student');
  return (
    student !== undefined && isErasable(envelope) && isErased(bench.desk.read('student', student))
  );
}

/** A merge that has no effect because it closes a circle. */
function heldMerge(
  bench: Bench,
  placed: Placed,
  documents: readonly AnyDocument[],
): Pick<Judged, 'held'> {
  const id = idIn(placed.event.about, 'student');
  if (placed.event.kind !== 'student.merge' || id === undefined) return {};
  const after: Lookup = (one) => {
    const written = documents.find(({ key }) => key === `student/${one}`);
    return written?.kind === 'student' ? written.body : bench.desk.read('student', one);
  };
  return closesCircle(after, id, stampOf(placed)) ? { held: { code: 'merge-cycle' } } : {};
}

/** Days in the school's time zone; in UTC while the setting is none that this machine knows. */
export function dayOfSchool(desk: Desk): (moment: number) => string {
  const zone = desk.read('school')?.timeZone ?? 'UTC';
  try {
    return dayIn(zone);
  } catch {
    return dayIn('UTC');
  }
}

function mayGroups(bench: Bench, grant: KnownGrant, at: number | undefined): ReadonlySet<string> {
  if (grant.member === null) return new Set(grant.scope === 'school' ? [] : grant.scope);
  return bench.rosters.groupsOf('staff', grant.member.replace(/^member\//, ''), at);
}

/** Whether the grant reaches what the event is about, as things are now or as they were at receipt `at`. */
function reaches(bench: Bench, grant: KnownGrant, about: string, at: number | undefined): boolean {
  const groups = mayGroups(bench, grant, at);
  const [kind, id = ''] = about.split('/');
  if (kind === 'group') return groups.has(id);
  if (kind !== 'student') return false;
  const own = bench.rosters.groupsOf('students', id, at);
  // A student whom nobody has put into a group yet is in the hands of all teachers.
  if (own.size === 0) return grant.holder === 'teacher' && at === undefined;
  return [...own].some((group) => groups.has(group));
}

function checkSignature(
  bench: Bench,
  row: LogRow,
  event: { school: string; grant: string },
): Result<KnownGrant, Fault> {
  if (event.school !== bench.school) return err({ code: 'wrong-school' });
  const grant = bench.desk.grant(event.grant);
  if (grant === undefined) return err({ code: 'unknown-grant' });
  if (!verify(grant.secret, row.text, row.mac)) return err({ code: 'bad-mac' });
  const ends = Math.min(grant.until ?? Infinity, grant.endedAt ?? Infinity);
  // An ended right still signs what was done while it lasted.
  return row.moment > ends ? err({ code: 'grant-ended' }) : { ok: true, value: grant };
}

function checkAuthority(
  bench: Bench,
  row: LogRow,
  known: KnownGrant,
  event: AnyEvent,
): Result<true, Fault> {
  const grant: Grant = {
    id: asId(known.id),
    device: asId(known.device),
    holder: known.holder,
    member: known.member,
    scope: known.scope,
    until: known.until,
  };
  return authorityOf(grant, event, {
    reaches: (about) => {
      if (known.scope === 'school' || reaches(bench, known, about, undefined)) return true;
      const at = bench.desk.receiptOfSeen(event.seen);
      return at !== undefined && reaches(bench, known, about, at);
    },
    authorOf: (id) => bench.desk.event(id, row.receipt)?.by,
  });
}

function grade(bench: Bench, event: AnyEvent): Result<Graded | undefined, Fault> {
  if (event.kind !== 'check' && event.kind !== 'paper.result')
    return { ok: true, value: undefined };
  const course = bench.desk.read('course', event.body.course);
  // Without the course the reducer parks the event until it comes.
  if (course === undefined) return { ok: true, value: { correct: 0, of: 0, identities: [] } };
  return event.kind === 'check' ? gradeCheck(event, course) : gradePaper(event, course);
}

/**
 * Other bytes under an id that was taken: held. A sheet of paper has its id from its code, so that two devices enter it under the
 * same one (SPEC C4): said the same, it is the result that stands there already.
 */
function judgeSecond(bench: Bench, row: LogRow, envelope: Envelope): Result<Judged, Fault> {
  const said = entryOnPaper(envelope);
  const first = bench.desk.event(row.id, row.receipt);
  if (said === undefined || first?.onPaper === undefined) return err({ code: 'id-conflict' });
  const stands = said === first.onPaper && countsOnPaper(bench, envelope, first);
  return stands ? ok({ documents: [] }) : err({ code: 'sheet-entered-before' });
}

/** Whether the first entry of a sheet is among the results, and was not set aside. */
function countsOnPaper(bench: Bench, envelope: Envelope, first: KnownEvent): boolean {
  const event = readEvent(envelope);
  const student = idIn(envelope.about, 'student');
  if (!event.ok || event.value.kind !== 'paper.result' || student === undefined) return false;
  const { body } = event.value;
  const course = bench.desk.read('course', body.course);
  const position = course === undefined ? undefined : placeOf(course, body.objective);
  if (course === undefined || position === undefined) return false;
  const progress = bench.desk.read('progress', student, body.course);
  const outcomes = objectiveProgress(course, progress, position, dayOfSchool(bench.desk))?.outcomes;
  const found = outcomes?.find(
    ({ address }) => address.stream === first.stream && address.slot === first.slot,
  );
  return found !== undefined && found.outcome !== 'set-aside';
}

/**
 * What becomes of one row of the log. `missing` (detail: what) parks it, any other fault holds it. Answers that the desk
 * did not have are noted there: the caller loads them and judges again.
 * @param cursor the receipt that the projection has come to: refs to later events are not there yet
 */
export function judge(bench: Bench, row: LogRow, cursor: number): Result<Judged, Fault> {
  const nothing: Judged = { documents: [], erased: true };
  if (isBlank(row)) return ok(nothing);
  const envelope = parseEnvelope(row.text);
  if (!envelope.ok) return envelope;
  if (isAboutErased(bench, envelope.value)) return ok(nothing);
  if (row.variant > 0) return judgeSecond(bench, row, envelope.value);
  const grant = checkSignature(bench, row, envelope.value);
  if (!grant.ok) return grant;
  const read = readEvent(envelope.value);
  if (!read.ok) return read;
  const event = read.value;
  const may = checkAuthority(bench, row, grant.value, event);
  if (!may.ok) return may;
  const graded = grade(bench, event);
  if (!graded.ok) return graded;
  const placed: Placed = {
    event,
    moment: row.moment,
    stream: row.short,
    slot: row.slot,
    ...(row.clamped ? { unsure: true } : {}),
  };
  const effect = applyEvent(placed, bench.desk.read, {
    ...(graded.value === undefined ? {} : { graded: graded.value }),
    place: (id) => bench.desk.event(id, cursor),
    day: dayOfSchool(bench.desk),
    pack: bench.pack,
  });
  if (!effect.ok) return effect;
  return ok({ documents: effect.value, ...heldMerge(bench, placed, effect.value) });
}
