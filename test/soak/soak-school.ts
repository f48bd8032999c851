/** A school for the soak: the real server process, its first person, a class, and class tablets that speak the wire. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInCourses } from '#content/courses.ts';
import { pick, type Random } from '#domain/kernel/random.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import type { EventRow } from '#protocol/event.ts';
import { checkEvent, type TestClass } from '#test/support/server-class.ts';
import { TestDevice } from '#test/support/server-device.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { httpTransport } from '#test/support/server-transport.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface SoakSchool {
  readonly server: () => ServerProcess;
  readonly port: number;
  readonly dataDir: string;
  /** Journal and copies, on what stands for another disk. */
  readonly backupDir: string;
  readonly admin: TestDevice;
  /** SIGKILL; the data stays. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port. */
  readonly start: () => Promise<void>;
  /** SIGTERM: everything that was stored is folded. */
  readonly stop: () => Promise<void>;
  /** `npm run school -- ...` in a process of its own. Throws with what it said where it fails. */
  readonly shell: (...words: readonly string[]) => Promise<string>;
  /** The disk of DATA_DIR is gone: everything of the school that was on it. The server is dead. */
  readonly loseDisk: () => Promise<void>;
  /** What the server has logged as errors, over all of its starts. */
  readonly errors: () => readonly string[];
  /** A class tablet of the group, enrolled past every fault. */
  readonly tablet: (group: string) => Promise<TestDevice>;
  readonly close: () => Promise<void>;
}

export interface SoakSchoolOptions {
  /** The built app to serve; unless said none: these devices need no screens. */
  readonly dist?: string;
  /** Journal and copies are written to `backupDir`. */
  readonly backup?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export async function openSoakSchool(options: SoakSchoolOptions = {}): Promise<SoakSchool> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nine-of-ten-soak-'));
  const backupDir = await mkdtemp(join(tmpdir(), 'nine-of-ten-soak-copy-'));
  const env = {
    LOG_LEVEL: 'error',
    DIST_DIR: options.dist ?? join(dataDir, 'no-app'),
    ...(options.backup === true ? { BACKUP_DIR: backupDir } : {}),
    ...options.env,
  };
  let server = await startServer({ dataDir, env });
  const admin = new TestDevice(httpTransport(server.url), Date.now);
  await admin.become('/api/setup', {
    token: server.setupToken,
    school: { name: 'Soak School', timeZone: 'UTC', language: 'en' },
    member: {
      name: 'Soak Person',
      email: 'soak@school.example',
      passphrase: 'nine filled dots and one',
      pin: '2468',
    },
  });
  const port = Number(new URL(server.url).port);
  const processes = [server];
  return {
    server: () => server,
    port,
    dataDir,
    backupDir,
    admin,
    kill: () => server.kill(),
    async start() {
      server = await startServer({ dataDir, env: { ...env, PORT: String(port) } });
      processes.push(server);
    },
    async stop() {
      const code = await server.stop();
      if (code !== 0) throw new Error(`The server ended with ${code}:\n${server.output()}`);
    },
    shell: (...words) => runShell({ ...env, DATA_DIR: dataDir }, words),
    async loseDisk() {
      for (const name of await readdir(dataDir))
        if (name.startsWith('school.db')) await rm(join(dataDir, name));
    },
    errors: () =>
      processes.flatMap(({ output }) =>
        output()
          .split('\n')
          .filter((line) => line.includes('"level":"error"')),
      ),
    async tablet(group) {
      const code = await tabletCode(admin, group);
      const tablet = new TestDevice(httpTransport(server.url), Date.now);
      await tablet.become('/api/enrol', { code });
      return tablet;
    },
    async close() {
      await server.kill();
      await rm(dataDir, { recursive: true, force: true });
      await rm(backupDir, { recursive: true, force: true });
    },
  };
}

/** As a person who is told to come again does: staff may ask so much in a minute. */
async function tabletCode(admin: TestDevice, group: string): Promise<string> {
  for (;;) {
    const request = admin.staffRequest({ action: 'tablet-code', groups: [group] });
    const reply = await admin.send('POST', '/api/staff', request);
    // the server's own answer, in a test
    if (reply.status === 200) return (JSON.parse(reply.text) as CodeAnswer).code;
    if (reply.status !== 429) throw new Error(`/api/staff: ${reply.status} ${reply.text}`);
    await new Promise((done) => setTimeout(done, 2000));
  }
}

function runShell(
  env: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<string> {
  const script = join(ROOT, 'sync-server', 'cli', 'school.ts');
  const child = spawn(process.execPath, [script, ...words], { env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise((done, failed) => {
    child.on('close', (code) => {
      if (code === 0) done(said);
      else failed(new Error(`school ${words.join(' ')} ended with ${code}: ${said}`));
    });
  });
}

interface Target {
  readonly course: Course;
  readonly objective: Objective;
}

/** What a class works at: the objectives of the first course that are shown by a check. */
export function targets(): readonly Target[] {
  const course = builtInCourses().find((one) =>
    one.objectives.some(({ check }) => check !== undefined),
  );
  if (course === undefined) throw new Error('No course has a check');
  return course.objectives
    .filter(({ check }) => check !== undefined)
    .map((objective) => ({ course, objective }));
}

/** A check of some child of the class, with real items and real answers, right or wrong. */
export function takeCheck(
  random: Random,
  tablet: TestDevice,
  { students }: TestClass,
  all: readonly Target[],
  at?: number,
): EventRow {
  return checkEvent(tablet, pick(random, students), {
    target: pick(random, all),
    right: Math.floor(random() * 11),
    ...(at === undefined ? {} : { at }),
  });
}
