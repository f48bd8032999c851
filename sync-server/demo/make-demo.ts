/**
 * The demo school: invented people and six weeks of history, made by a seeded generator as real events that go through the
 * same ingest and projection as everything else.
 */
import type { About, Kind } from '#domain/model/event.ts';
import {
  asId,
  type CourseId,
  type MemberId,
  type StudentId,
  type UnitId,
} from '#domain/model/ids.ts';
import { seededRandom } from '#domain/kernel/random.ts';
import { hashPassphrase } from '../crypto/passphrase.ts';
import { newId } from '../crypto/tokens.ts';
import type { Writing } from '../store/port.ts';
import type { SchoolRow } from '../store/rows.ts';
import { appendAsServer } from '../usecases/server-events.ts';
import { createSchool } from '../usecases/set-up.ts';
import type { World } from '../usecases/world.ts';
import { makeDecisions, makeHistory, schoolDays, type DemoCourseUse } from './history.ts';
import { DEMO_PASSPHRASE, DEMO_PIN, DEMO_STAFF, makeGroups, type DemoGroup } from './people.ts';
import { makeWriter, send, write, type Act, type Sent, type Writer } from './writer.ts';

const DAY = 24 * 3_600_000;

/** Staff with accounts; everybody has the same passphrase and PIN. @returns who writes for them, in the order of the list */
async function addStaff(
  writing: Writing,
  row: SchoolRow,
  first: string,
  groups: readonly DemoGroup[],
  at: number,
  hashes: { readonly passphrase: string; readonly pin: string },
): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (const { name, email, role, groups: own } of DEMO_STAFF) {
    const id = role === 'admin' ? first : newId();
    if (role !== 'admin') {
      await writing.putAccount(row.id, { email, member: id, ...hashes });
      await appendAsServer(writing, row.id, at, [
        { kind: 'member.add', about: `member/${id}`, body: { name, role } },
      ]);
    }
    const reached = own.flatMap((place) => groups[place]?.id ?? []);
    const who = { name: `${name}, tablet`, groups: reached, member: `member/${id}`, holder: role };
    writers.push(await makeWriter(writing, row.id, at, who));
  }
  return writers;
}

/** The groups, their children, their teachers and the courses they use, as the admin entered them. */
function enterGroups(
  admin: Writer,
  staff: readonly Writer[],
  school: string,
  groups: readonly DemoGroup[],
  uses: readonly DemoCourseUse[],
  at: number,
): Sent[] {
  let moment = at;
  const by = <K extends Kind>(act: Omit<Act<K>, 'at'>): Sent => {
    moment += 1000;
    return { writer: admin, at: moment, event: write(admin, school, { ...act, at: moment }) };
  };
  return groups.flatMap((group, place) => {
    const about: About = `group/${group.id}`;
    const teachers = staff.filter((_, i) => DEMO_STAFF[i]?.groups.includes(place));
    const courses = uses.filter((use) => use.group === place).map((use) => use.course);
    return [
      by({ kind: 'group.add', about, body: { name: group.name } }),
      ...teachers.map(({ grant }) => {
        const member = asId<MemberId>((grant.member ?? '').replace('member/', ''));
        return by({ kind: 'group.staff', about, body: { op: 'add', member } });
      }),
      ...group.students.flatMap(({ id, name, avatar, secret, badge }) => [
        by({ kind: 'student.add', about: `student/${id}`, body: { name, avatar, secret, badge } }),
        by({ kind: 'group.student', about, body: { op: 'add', member: asId<StudentId>(id) } }),
      ]),
      ...courses.map((course) => {
        const set = course.units.map((unit) => asId<UnitId>(unit.id));
        return by({
          kind: 'course.use',
          about,
          body: { course: asId<CourseId>(course.id), set, was: null },
        });
      }),
    ];
  });
}

function usesOf(world: World): DemoCourseUse[] {
  const wanted = [
    [0, 'early-elementary-math'],
    [1, 'early-elementary-math'],
    [1, 'late-elementary-math-1'],
    [2, 'late-elementary-math-1'],
    [2, 'spanish-interpersonal-oral'],
  ] as const;
  return wanted.flatMap(([group, id]) => {
    const course = world.packs.find((pack) => pack.id === id);
    return course === undefined ? [] : [{ group, course }];
  });
}

function teacherOf(staff: readonly Writer[], group: number): Writer | undefined {
  return staff.find(
    (_, i) => DEMO_STAFF[i]?.role === 'teacher' && DEMO_STAFF[i].groups.includes(group),
  );
}

/** Makes the demo school in an empty store, and folds it. @returns lines that say who can sign in and how */
export async function makeDemo(world: World): Promise<readonly string[]> {
  const { store } = world;
  const now = world.now();
  const random = seededRandom('demo people 1');
  const groups = makeGroups(random);
  const uses = usesOf(world);
  const start = (schoolDays(now)[0] ?? now) - 3 * DAY;
  const hashes = {
    passphrase: await hashPassphrase(DEMO_PASSPHRASE),
    pin: await hashPassphrase(DEMO_PIN),
  };
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const made = await store.write(async (writing) => {
    const [{ name, email } = { name: '', email: '' }] = DEMO_STAFF;
    const member = { name, email, passphrase: '', pin: '' };
    const school = { name: 'Riverside Demo School', timeZone, language: 'en' as const };
    const { row, member: first } = await createSchool(writing, start, { school, member }, hashes);
    const staff = await addStaff(writing, row, first, groups, start, hashes);
    const tablets: Writer[] = [];
    for (const { id, name: group } of groups) {
      const who = { name: `Class tablet ${group}`, groups: [id], holder: 'class-tablet' } as const;
      tablets.push(await makeWriter(writing, row.id, start, who));
    }
    return { row, staff, tablets };
  });
  const { row, staff, tablets } = made;
  const [admin] = staff;
  if (admin === undefined) throw new Error('The demo has no admin');
  const entered = enterGroups(admin, staff, row.id, groups, uses, start);
  const history = makeHistory(groups, uses, now).flatMap((one): Sent[] => {
    const writer = one.type === 'check' ? tablets[one.group] : teacherOf(staff, one.group);
    if (writer === undefined) return [];
    const { at, id } = one;
    const about: About = `student/${one.student}`;
    const event =
      one.type === 'check'
        ? write(writer, row.id, { kind: 'check', about, by: about, at, id, body: one.body })
        : write(writer, row.id, { kind: 'interview.mark', about, at, id, body: one.body });
    return [{ writer, at, event }];
  });
  const decided = makeDecisions(groups, uses, now).flatMap(
    ({ at, group, student, id, body }): Sent[] => {
      const teacher = teacherOf(staff, group);
      if (teacher === undefined) return [];
      const act = { kind: 'judgement', about: `student/${student}`, at, id, body } as const;
      return [{ writer: teacher, at, event: write(teacher, row.id, act) }];
    },
  );
  await send(store, row.id, [...entered, ...history, ...decided]);
  const active = await world.open(row);
  await active.projector.drain();
  return describeDemo(groups);
}

const PICTURES = [
  'sun',
  'boat',
  'key',
  'tree',
  'star',
  'fish',
  'house',
  'drum',
  'kite',
  'cup',
  'moon',
  'bell',
];

/** Who can sign in and how; the same for every demo school. */
export function describeDemo(
  groups: readonly DemoGroup[] = makeGroups(seededRandom('demo people 1')),
): string[] {
  const names = (own: readonly number[]): string =>
    own.length === 0 ? 'whole school' : own.map((place) => groups[place]?.name ?? '').join(', ');
  const [student] = groups[0]?.students ?? [];
  return [
    'Demo school with invented people. Staff sign in at /sign-in:',
    ...DEMO_STAFF.map(
      ({ name, email, role, groups: own }) => `  ${email}  ${name}, ${role}, ${names(own)}`,
    ),
    `  passphrase for all: ${DEMO_PASSPHRASE}   PIN: ${DEMO_PIN}`,
    'A class tablet is enrolled by a teacher; then for example:',
    ...(student === undefined
      ? []
      : [
          `  ${student.name}, group ${groups[0]?.name}: pictures ${student.secret.map((one) => PICTURES[one]).join(', ')}`,
        ]),
  ];
}
