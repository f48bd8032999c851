/**
 * The school of the bench: one class of 30, two courses of 150 objectives, 10,000 attempts in six weeks. All of it goes
 * through the server's own routes and projection, in this process, with a clock that is turned; the file is then served by
 * the real server. Only the two courses are not the product's own: they are handed to the world in place of the packs.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UnitId } from '#domain/model/ids.ts';
import type { Course } from '#domain/model/course.ts';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import { createApp } from '#server/http/app.ts';
import { createLog } from '#server/log.ts';
import { DATABASE } from '#server/data-folder.ts';
import { openSchool } from '#server/server.ts';
import { openSqliteStore } from '#server/store/sqlite/open.ts';
import { newSetupToken } from '#server/usecases/set-up.ts';
import type { ActiveSchool, World } from '#server/usecases/world.ts';
import { asId, type StudentId } from '#domain/model/ids.ts';
import { newId, TestDevice } from '#test/support/server-device.ts';
import { injectTransport, type Transport } from '#test/support/server-transport.ts';
import { historyOf } from './history.ts';
import { syntheticCourse } from './synthetic-course.ts';

export const ACCOUNT = {
  name: 'Bench Person',
  email: 'bench@school.example',
  passphrase: 'nine filled dots and one',
  pin: '2468',
} as const;

/** The secret of every child: the numbers, and what a screen reader calls the pictures. */
const SECRET = [0, 1, 2] as const;
export const SECRET_PICTURES = ['sun', 'boat', 'key'] as const;

const STUDENTS = 30;
const OBJECTIVES = 150;
const DAY_MS = 24 * 3_600_000;
const DAYS = 42;
const BATCH = 100;

export interface BenchSchool {
  readonly group: string;
  /** One of checks, one of interviews. */
  readonly courses: readonly [Course, Course];
  readonly students: readonly string[];
  readonly attempts: number;
  /** The first person's device, which asks for codes; over HTTP once `reach` was told how. */
  readonly admin: TestDevice;
  readonly reach: (transport: Transport) => void;
}

/** Makes the school in `dataDir`, where no server runs. */
export async function seedSchool(dataDir: string, attempts = 10_000): Promise<BenchSchool> {
  const clock: { now: number | null } = { now: Date.now() - DAYS * DAY_MS };
  const now = (): number => clock.now ?? Date.now();
  const courses = [
    syntheticCourse('bench-check', 'check', OBJECTIVES),
    syntheticCourse('bench-interview', 'interview', OBJECTIVES),
  ] as const;
  const { world, close, transport } = await openWorldWith(courses, dataDir, now);
  let reach: Transport = transport;
  const newDevice = (): TestDevice => new TestDevice((ask) => reach(ask), now);

  const admin = newDevice();
  await admin.become('/api/setup', {
    token: await newSetupToken(world.store),
    school: { name: 'Bench School', timeZone: 'UTC', language: 'en' },
    member: ACCOUNT,
  });
  const group = newId();
  const students = Array.from({ length: STUDENTS }, newId);
  await pushAll(admin, classEvents(admin, group, students, courses));
  const tablet = newDevice();
  const { code } = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [group] });
  await tablet.become('/api/enrol', { code });

  const history = historyOf(students, courses, { tablet, teacher: admin });
  for (let day = 1; day <= DAYS; day += 1) {
    const count = Math.floor((attempts * day) / DAYS) - Math.floor((attempts * (day - 1)) / DAYS);
    const rows = history.next(count, now());
    await pushAll(tablet, rows.tablet);
    await pushAll(admin, rows.teacher);
    clock.now = now() + DAY_MS;
  }
  await close();
  clock.now = null;
  return {
    group,
    courses,
    students,
    attempts,
    admin,
    reach: (next) => {
      reach = next;
    },
  };
}

async function openWorldWith(packs: readonly Course[], dataDir: string, now: () => number) {
  const store = openSqliteStore(join(dataDir, DATABASE));
  const log = createLog('error', (line) => process.stderr.write(line), now);
  const timers = {
    now,
    random: () => 0,
    after: (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
  let active: ActiveSchool | undefined;
  const base = { store, now, log, packs, publicUrl: () => 'http://localhost' };
  const world: World = {
    ...base,
    secondCopy: () => false,
    failingSince: () => undefined,
    school: () => active,
    open: async (row) => {
      active = await openSchool(base, row, timers);
      return active;
    },
  };
  const nowhere = join(tmpdir(), 'nine-of-ten-no-such-folder');
  const app = await createApp({
    world,
    publicUrl: undefined,
    tls: undefined,
    files: { dist: nowhere, kept: nowhere },
    version: 'bench',
    tlsEnds: () => undefined,
  });
  const close = async (): Promise<void> => {
    await active?.projector.drain();
    await app.close();
    await active?.projector.stop();
    await store.close();
  };
  return { world, close, transport: injectTransport(app) };
}

function classEvents(
  staff: TestDevice,
  group: string,
  students: readonly string[],
  courses: readonly Course[],
) {
  const about = `group/${group}` as const;
  return [
    staff.event('group.add', about, { name: 'Class 4B' }),
    ...students.flatMap((student, i) => [
      staff.event('student.add', `student/${student}`, {
        name: `Child Number${i + 1}`,
        avatar: 'fox',
        secret: SECRET,
        badge: newId(),
      }),
      staff.event('group.student', about, { op: 'add', member: asId<StudentId>(student) }),
    ]),
    ...courses.map(({ id, units }) =>
      staff.event('course.use', about, {
        course: id,
        set: units.map((unit): UnitId => unit.id),
        was: null,
      }),
    ),
  ];
}

async function pushAll(device: TestDevice, rows: Parameters<TestDevice['push']>[0]) {
  for (let from = 0; from < rows.length; from += BATCH) {
    const { results } = await device.push(rows.slice(from, from + BATCH));
    const bad = results.find(({ outcome }) => outcome !== 'stored');
    if (bad !== undefined) throw new Error(`An event of the bench was not stored: ${bad.code}`);
  }
}
