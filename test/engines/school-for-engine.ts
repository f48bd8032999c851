/** The real server with a class of four, made over the wire, behind a cable that can be cut. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { ProgressBody } from '#domain/model/documents.ts';
import { asId, type StudentId, type UnitId } from '#domain/model/ids.ts';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import { openLink } from '#test/support/link.ts';
import { newId, TestDevice } from '#test/support/server-device.ts';
import { startServer } from '#test/support/server-process.ts';
import { httpTransport } from '#test/support/server-transport.ts';
import { TEACHER } from '#test/support/actions-staff.ts';

export const CLASS = ['Ana López', 'Бен Окоро', '林 彩', 'Dana Weiss'] as const;
/** The pictures of everybody's secret. */
export const SECRET = ['boat', 'key', 'tree'] as const;
const SECRET_NUMBERS = [1, 2, 3] as const;

const USED = [
  ['late-elementary-math-1', 'multiplication'],
  ['spanish-interpersonal-oral', 'who-i-am'],
] as const;

export interface EngineSchool {
  /** The address of the school: the near end of the cable. */
  readonly url: string;
  readonly tabletCode: string;
  readonly cut: () => void;
  readonly mend: () => void;
  /** SIGKILL to the server, and a new one on the same data. */
  readonly killServer: () => Promise<void>;
  /** Kind and id of every event that came from a device; in the order of receipts. */
  readonly attempts: () => readonly { readonly id: string; readonly kind: string }[];
  /** What the server holds without counting it. */
  readonly held: () => number;
  /** Status characters of a student, by course. */
  readonly statuses: (name: string) => ReadonlyMap<string, string>;
  readonly close: () => Promise<void>;
}

async function makeClass(admin: TestDevice): Promise<ReadonlyMap<string, string>> {
  const group = `group/${newId()}` as const;
  const students = new Map(CLASS.map((name) => [name as string, newId()]));
  const rows = [
    admin.event('group.add', group, { name: '2B' }),
    ...[...students].flatMap(([name, student]) => [
      admin.event('student.add', `student/${student}`, {
        name,
        avatar: 'fox',
        secret: SECRET_NUMBERS,
        badge: newId(),
      }),
      admin.event('group.student', group, { op: 'add', member: asId<StudentId>(student) }),
    ]),
    ...USED.map(([course, unit]) =>
      admin.event('course.use', group, {
        course: asId(course),
        set: [asId<UnitId>(unit)],
        was: null,
      }),
    ),
  ];
  await admin.push(rows);
  while (admin.state.size < 3 * CLASS.length) await admin.pull();
  return new Map([...students, ['', group.slice('group/'.length)]]);
}

/** Starts everything. The class is there; nobody has taken or marked anything. */
export async function openEngineSchool(): Promise<EngineSchool> {
  const link = await openLink(0);
  const url = `http://localhost:${link.port}`;
  let server = await startServer({ env: { PUBLIC_URL: url } });
  const point = (): void => link.pointAt(Number(new URL(server.url).port));
  point();
  const admin = new TestDevice(httpTransport(url), Date.now);
  const { name, email, passphrase, pin } = TEACHER;
  await admin.become('/api/setup', {
    token: server.setupToken,
    school: { name: 'Riverside School', timeZone: 'Europe/Madrid', language: 'en' },
    member: { name, email, passphrase, pin },
  });
  const students = await makeClass(admin);
  const groups = [students.get('') ?? ''];
  const { code } = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups });
  const rows = (sql: string): Readonly<Record<string, unknown>>[] => {
    const db = new DatabaseSync(join(server.dataDir, 'school.db'), { readOnly: true });
    try {
      return db.prepare(sql).all();
    } finally {
      db.close();
    }
  };
  return {
    url,
    tabletCode: code,
    cut: link.cut,
    mend: link.mend,
    async killServer() {
      await server.kill();
      server = await server.restart();
      point();
    },
    attempts: () =>
      rows('SELECT id, text FROM log ORDER BY receipt')
        .map(({ id, text }) => ({ id: String(id), ...kindOf(String(text)) }))
        .filter(({ type }) => type === 'attempt'),
    held: () => rows('SELECT receipt FROM issues').length,
    statuses(who) {
      const start = `progress/${students.get(who) ?? ''}/`;
      const found = rows("SELECT key, body FROM state WHERE kind = 'progress'").filter(({ key }) =>
        String(key).startsWith(start),
      );
      return new Map(
        found.map(({ key, body }) => [
          String(key).slice(start.length),
          (JSON.parse(String(body)) as ProgressBody).st, // written by the reducers alone
        ]),
      );
    },
    async close() {
      await link.close();
      await server.stop();
    },
  };
}

const kindOf = (text: string): { kind: string; type: string } =>
  JSON.parse(text) as { kind: string; type: string }; // an envelope that was stored
