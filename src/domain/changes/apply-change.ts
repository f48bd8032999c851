/**
 * One pure reducer per kind of change. Each is a fold that does not mind the order of arrival: a field keeps its latest
 * setting, a set the latest word on each member. Taking a record's first event as its birth: what comes before is parked.
 */
import { err, ok } from '../kernel/result.ts';
import type { Bodies, Kind } from '../model/event.ts';
import type {
  BodyOf,
  CredentialBody,
  GroupBody,
  MemberBody,
  SchoolBody,
  StudentBody,
} from '../model/documents.ts';
import { isErased } from './aliases.ts';
import { offerName } from '../mastery/offers.ts';
import type { ATTEMPTS } from './apply-attempt.ts';
import { setField, setMember, stampOf } from './stamp.ts';
import { idIn, missing, write, type Effect, type Read, type Reducer } from './world.ts';
import { proofOf } from './proof.ts';

const misdirected: Effect = err({ code: 'bad-about' });

const NO_SCHOOL: SchoolBody = { name: '', timeZone: 'UTC', language: 'en', key: '', stamps: {} };

/** A setting of one field of the school. */
function schoolField<K extends Kind, F extends Exclude<keyof SchoolBody, 'stamps'>>(
  field: F,
  value: (body: Bodies[K]) => SchoolBody[F],
): Reducer<K> {
  return (placed, read) => {
    if (placed.event.about !== 'school') return misdirected;
    const before = read('school') ?? NO_SCHOOL;
    return write('school', [], setField(before, field, value(placed.event.body), stampOf(placed)));
  };
}

interface RecordOf {
  member: MemberBody;
  student: StudentBody;
  group: GroupBody;
}

/** A setting of one field of a record that must be there. */
function recordField<
  K extends Kind,
  D extends keyof RecordOf,
  F extends keyof RecordOf[D] & string,
>(document: D, field: F, value: (body: Bodies[K]) => RecordOf[D][F]): Reducer<K> {
  return (placed, read) => {
    const id = idIn(placed.event.about, document);
    if (id === undefined) return misdirected;
    // An erased student does not come here: `applyEvent` sees to it.
    const body = read(document, id) as RecordOf[D] | undefined;
    if (body === undefined) return missing(`${document}/${id}`);
    const after = setField<RecordOf[D], F>(body, field, value(placed.event.body), stampOf(placed));
    return write<keyof RecordOf>(document, [id], after);
  };
}

/** A new picture secret or badge: the sheet for staff, and the proof that class tablets hold. */
function credentialField<K extends Kind, F extends 'secret' | 'badge'>(
  field: F,
  value: (body: Bodies[K]) => CredentialBody[F],
): Reducer<K> {
  return (placed, read) => {
    const id = idIn(placed.event.about, 'student');
    if (id === undefined) return misdirected;
    const before = read('credential', id);
    if (before === undefined) return missing(`credential/${id}`);
    return writeCredential(id, setField(before, field, value(placed.event.body), stampOf(placed)));
  };
}

function writeCredential(id: string, body: BodyOf['credential']): Effect {
  const sheet = write('credential', [id], body);
  const proof = write('proof', [id], proofOf(id, body));
  return sheet.ok && proof.ok ? ok([...sheet.value, ...proof.value]) : sheet;
}

const addMember: Reducer<'member.add'> = (placed, read) => {
  const id = idIn(placed.event.about, 'member');
  if (id === undefined) return misdirected;
  const { name, role } = placed.event.body;
  const stamp = stampOf(placed);
  const before = read('member', id) ?? { name: '', role, stamps: {} };
  return write(
    'member',
    [id],
    setField(setField(before, 'name', name, stamp), 'role', role, stamp),
  );
};

/** The record as it stands; empty while it has not come. An erased one does not come here (`applyEvent`). */
function studentOf(read: Read, id: string): StudentBody {
  const body = read('student', id);
  return body === undefined || isErased(body) ? { name: '', avatar: '', stamps: {} } : body;
}

const addStudent: Reducer<'student.add'> = (placed, read) => {
  const id = idIn(placed.event.about, 'student');
  if (id === undefined) return misdirected;
  const { name, avatar, secret, badge } = placed.event.body;
  const stamp = stampOf(placed);
  const student = setField(
    setField(studentOf(read, id), 'name', name, stamp),
    'avatar',
    avatar,
    stamp,
  );
  const empty = { secret, badge, stamps: {} };
  const credential = setField(
    setField(read('credential', id) ?? empty, 'secret', secret, stamp),
    'badge',
    badge,
    stamp,
  );
  const record = write('student', [id], student);
  const credentials = writeCredential(id, credential);
  return record.ok && credentials.ok ? ok([...record.value, ...credentials.value]) : record;
};

/**
 * Remembers which record stands for the child, and no more: who reads follows it (aliases.ts). A merge that came before its
 * records is in effect when they come, one that closes a circle never; it is remembered all the same, so that the order in
 * which merges arrive makes no difference. Fault: `merge-cycle` for a record that is to stand for itself.
 */
const mergeStudent: Reducer<'student.merge'> = (placed, read) => {
  const id = idIn(placed.event.about, 'student');
  if (id === undefined) return misdirected;
  const { into } = placed.event.body;
  if (into === id) return err({ code: 'merge-cycle' });
  const body = setField(studentOf(read, id), 'alias', into, stampOf(placed));
  return write('student', [id], body);
};

/** What else there is of the student is taken away by who keeps it: the projection, and on a device the next pull. */
const eraseStudent: Reducer<'student.erase'> = (placed) => {
  const id = idIn(placed.event.about, 'student');
  return id === undefined ? misdirected : write('student', [id], { erased: true });
};

/** Who makes a group belongs to its staff. */
const addGroup: Reducer<'group.add'> = (placed, read) => {
  const id = idIn(placed.event.about, 'group');
  if (id === undefined) return misdirected;
  const stamp = stampOf(placed);
  const before: GroupBody = read('group', id) ?? { name: '', stamps: {}, students: {}, staff: {} };
  const author = idIn(placed.event.by, 'member');
  const staff = author === undefined ? before.staff : setMember(before.staff, author, true, stamp);
  return write('group', [id], {
    ...setField(before, 'name', placed.event.body.name, stamp),
    staff,
  });
};

function groupOf(about: string, read: Read): { id: string; body: GroupBody } | Effect {
  const id = idIn(about, 'group');
  if (id === undefined) return misdirected;
  const body = read('group', id);
  return body === undefined ? missing(`group/${id}`) : { id, body };
}

function groupMembers<K extends 'group.student' | 'group.staff'>(
  list: 'students' | 'staff',
): Reducer<K> {
  return (placed, read) => {
    const group = groupOf(placed.event.about, read);
    if ('ok' in group) return group;
    const { op, member } = placed.event.body;
    const members = setMember(group.body[list], member, op === 'add', stampOf(placed));
    return write('group', [group.id], { ...group.body, [list]: members });
  };
}

const useCourse: Reducer<'course.use'> = (placed, read, facts) => {
  const group = groupOf(placed.event.about, read);
  if ('ok' in group) return group;
  const { course, set } = placed.event.body;
  const stamp = stampOf(placed);
  const before = read('use', group.id) ?? { courses: {} };
  const last = before.courses[course];
  const courses =
    last !== undefined && last.stamp >= stamp
      ? before.courses
      : { ...before.courses, [course]: { units: set, stamp } };
  const use = write('use', [group.id], { ...before, courses });
  if (!use.ok || facts.pack === undefined || read('course', course) !== undefined) return use;
  const pack = facts.pack(course);
  if (pack === undefined) return err({ code: 'unknown-course', detail: course });
  const document = write('course', [course], pack);
  return document.ok ? ok([...use.value, ...document.value]) : document;
};

const setTimer: Reducer<'course.timer'> = (placed, read) => {
  const group = groupOf(placed.event.about, read);
  if ('ok' in group) return group;
  const { course, set } = placed.event.body;
  const stamp = stampOf(placed);
  const before = read('use', group.id) ?? { courses: {} };
  const last = before.timers?.[course];
  if (last !== undefined && last.stamp >= stamp) return write('use', [group.id], before);
  const timers = { ...before.timers, [course]: { set, stamp } };
  return write('use', [group.id], { ...before, timers });
};

const offerCheck: Reducer<'check.offer'> = (placed, read) => {
  const group = groupOf(placed.event.about, read);
  if ('ok' in group) return group;
  const { course, objective, set } = placed.event.body;
  const stamp = stampOf(placed);
  const before = read('offers', group.id) ?? { offers: {} };
  const name = offerName(course, objective);
  const last = before.offers[name];
  if (last !== undefined && last.stamp >= stamp) return write('offers', [group.id], before);
  const offers = { ...before.offers, [name]: { set, at: placed.moment, stamp } };
  return write('offers', [group.id], { offers });
};

export type ChangeKind = Exclude<Kind, keyof typeof ATTEMPTS>;

export const CHANGES: { readonly [K in ChangeKind]: Reducer<K> } = {
  'school.name': schoolField('name', (body) => body.set),
  'school.time-zone': schoolField('timeZone', (body) => body.set),
  'school.language': schoolField('language', (body) => body.set),
  'school.key': schoolField('key', (body) => body.set),
  'school.retakes': schoolField('retakes', (body) => body.set),
  'school.retention': schoolField('retention', (body) => body.set),
  'school.how-sure': schoolField('howSure', (body) => body.set),
  'member.add': addMember,
  'member.rename': recordField('member', 'name', (body) => body.set),
  'student.add': addStudent,
  'student.rename': recordField('student', 'name', (body) => body.set),
  'student.avatar': recordField('student', 'avatar', (body) => body.set),
  'student.supports': recordField('student', 'supports', (body) => body.set),
  'student.secret': credentialField('secret', (body) => body.set),
  'student.badge': credentialField('badge', (body) => body.set),
  'student.merge': mergeStudent,
  'student.erase': eraseStudent,
  'group.add': addGroup,
  'group.rename': recordField('group', 'name', (body) => body.set),
  'group.student': groupMembers('students'),
  'group.staff': groupMembers('staff'),
  'course.use': useCourse,
  'course.timer': setTimer,
  'check.offer': offerCheck,
  // The stream's end is a matter of the ledger; nothing is derived from it.
  'stream.close': () => ok([]),
};
