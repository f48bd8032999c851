/**
 * What attempts and decisions do to a student's progress: each becomes a digest at the place of its objective, and the
 * place is folded again (mastery/). The order of arrival does not matter.
 */
import { fault, ok, type Fault, type Result } from '../kernel/result.ts';
import type { CheckBody, InterviewMarkBody, Kind } from '../model/event.ts';
import { timeFactorOf } from '../model/supports.ts';
import { addDigests, withForm } from '../mastery/progress.ts';
import type { CheckNote, Digest, Entry } from '../mastery/entry.ts';
import { placeOf, revisionPlace } from './course-places.ts';
import { parseRef } from './refs.ts';
import {
  idIn,
  missing,
  write,
  type Address,
  type Effect,
  type Facts,
  type PlacedOf,
  type Read,
  type Reducer,
} from './world.ts';

type ProgressKind =
  | 'check'
  | 'interview.mark'
  | 'paper.result'
  | 'attempt.withdraw'
  | 'attempt.restore'
  | 'attempt.review'
  | 'retake.allow'
  | 'student.signal'
  | 'judgement';
type Target = Pick<CheckBody, 'course' | 'objective'> & { readonly rev?: string };

/** Writes one digest for the objective that the event names. Faults: `unknown-objective`, `unknown-revision`, `missing`. */
function addEntry(
  placed: PlacedOf<ProgressKind>,
  target: Target,
  entry: Entry,
  read: Read,
  facts: Facts,
  identities: readonly string[] = [],
): Effect {
  const student = idIn(placed.event.about, 'student');
  if (student === undefined) return fault('bad-about');
  if (read('student', student) === undefined) return missing(`student/${student}`);
  const course = read('course', target.course);
  if (course === undefined) return missing(`course/${target.course}`);
  const position = placeOf(course, target.objective);
  if (position === undefined) return fault('unknown-objective', undefined, target.objective);
  const rev = revisionPlace(course, position, target.rev);
  if (rev === undefined) return fault('unknown-revision', undefined, target.rev);
  const { stream, slot, moment } = placed;
  const unsure = placed.unsure === true ? { unsure: placed.unsure } : {};
  const digest: Digest = { position, stream, slot, moment, rev, entry, ...unsure };
  const before = read('progress', student, target.course);
  const after = addDigests(course, before, [digest], facts.day);
  const body =
    identities.length > 0
      ? withForm(course, after, position, identities, moment, facts.day)
      : after;
  return write('progress', [student, target.course], body);
}

/** Places of what `refs` name; a fault parks (`missing`: the event has not come) or holds (`unknown-ref`). */
function addressesOf(refs: readonly string[], facts: Facts): Result<readonly Address[], Fault> {
  const addresses: Address[] = [];
  for (const text of refs) {
    const ref = parseRef(text);
    if (ref === undefined) return fault('unknown-ref', undefined, text);
    const address = ref.type === 'slot' ? ref.address : facts.place(ref.id);
    if (address === undefined) return fault('missing', undefined, text);
    addresses.push({ stream: address.stream, slot: address.slot });
  }
  return ok(addresses);
}

/** More pauses than this are worth a look: a fact for the teacher, never a penalty. */
const MANY_PAUSES = 3;

function notesOf({ absences, rapid = 0, stopped }: CheckBody): readonly CheckNote[] {
  const notes: CheckNote[] = [];
  if (rapid > 0) notes.push('rapid');
  if (absences.length > MANY_PAUSES) notes.push('pauses');
  if (stopped === true) notes.push('stopped');
  return notes;
}

const applyCheck: Reducer<'check'> = (placed, read, facts) => {
  const { body } = placed.event;
  const { graded } = facts;
  if (graded === undefined) return fault('not-graded');
  const { activeMs, purpose, finished, supports, sure } = body;
  const { correct, of } = graded;
  const notes = notesOf(body);
  const entry: Entry = {
    type: 'check',
    correct,
    of,
    activeMs,
    timeFactor: timeFactorOf(supports),
    purpose,
    finished,
    ...(sure === undefined ? {} : { sure }),
    ...(notes.length === 0 ? {} : { notes }),
  };
  return addEntry(placed, body, entry, read, facts, graded.identities);
};

/** Graded by a member of staff on paper; that the form is a real one, the server has looked at. */
const applyPaper: Reducer<'paper.result'> = (placed, read, facts) => {
  const { body } = placed.event;
  const { graded } = facts;
  if (graded === undefined) return fault('not-graded');
  const { minutes, purpose, supports } = body;
  const { correct, of } = graded;
  const entry: Entry = {
    type: 'check',
    correct,
    of,
    activeMs: Math.round((minutes ?? 0) * 60_000),
    timeFactor: timeFactorOf(supports),
    purpose,
    finished: true,
    notes: ['paper'],
  };
  return addEntry(placed, body, entry, read, facts, graded.identities);
};

/** A mark as an entry; absent fields stay absent. */
function markEntry(body: InterviewMarkBody): Entry {
  const { mark, purpose, role, occasion, thing, part } = body;
  return {
    type: 'mark',
    mark,
    purpose,
    role,
    occasion,
    ...(thing === undefined ? {} : { thing }),
    ...(part === undefined ? {} : { part }),
  };
}

const applyMark: Reducer<'interview.mark'> = (placed, read, facts) =>
  addEntry(placed, placed.event.body, markEntry(placed.event.body), read, facts);

const applyWithdrawal: Reducer<'attempt.withdraw'> = (placed, read, facts) => {
  const targets = addressesOf(placed.event.refs, facts);
  if (!targets.ok) return targets;
  return addEntry(
    placed,
    placed.event.body,
    { type: 'withdraw', targets: targets.value },
    read,
    facts,
  );
};

/** Withdrawals that are taken back, or attempts whose mistakes were looked at: digests that name what they are about. */
function naming<K extends 'attempt.restore' | 'attempt.review'>(
  type: 'restore' | 'review',
): Reducer<K> {
  return (placed, read, facts) => {
    const targets = addressesOf(placed.event.refs, facts);
    if (!targets.ok) return targets;
    return addEntry(placed, placed.event.body, { type, targets: targets.value }, read, facts);
  };
}

const applyAllowance: Reducer<'retake.allow'> = (placed, read, facts) =>
  addEntry(placed, placed.event.body, { type: 'allow' }, read, facts);

const applySignal: Reducer<'student.signal'> = (placed, read, facts) => {
  const { signal } = placed.event.body;
  return addEntry(placed, placed.event.body, { type: 'signal', signal }, read, facts);
};

const applyJudgement: Reducer<'judgement'> = (placed, read, facts) => {
  const replaces = addressesOf(placed.event.refs, facts);
  if (!replaces.ok) return replaces;
  const { decision } = placed.event.body;
  return addEntry(
    placed,
    placed.event.body,
    { type: 'judgement', decision, replaces: replaces.value },
    read,
    facts,
  );
};

export const ATTEMPTS: { readonly [K in ProgressKind & Kind]: Reducer<K> } = {
  check: applyCheck,
  'interview.mark': applyMark,
  'paper.result': applyPaper,
  'attempt.withdraw': applyWithdrawal,
  'attempt.restore': naming('restore'),
  'attempt.review': naming('review'),
  'retake.allow': applyAllowance,
  'student.signal': applySignal,
  judgement: applyJudgement,
};
