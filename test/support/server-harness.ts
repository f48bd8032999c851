/** The server inside the test's own process, with a clock that the test turns. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Course } from '#domain/model/course.ts';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import { createApp } from '#server/http/app.ts';
import { createLog } from '#server/log.ts';
import type { Journal } from '#server/safety/journal.ts';
import { openWorld } from '#server/server.ts';
import type { Store } from '#server/store/port.ts';
import { openSqliteStore } from '#server/store/sqlite/open.ts';
import type { ActiveSchool, World } from '#server/usecases/world.ts';
import { addCredential, addDevice, issueGrant, toIssued } from '#server/usecases/enrolment.ts';
import { createSchool, newSetupToken } from '#server/usecases/set-up.ts';
import { TestDevice } from './server-device.ts';
import { injectTransport } from './server-transport.ts';

export const PASSPHRASE = 'correct horse battery';
export const PIN = '1234';
export const EMAIL = 'admin@school.example';
const START = Date.UTC(2026, 10, 2, 8);

export interface TestServer {
  readonly app: FastifyInstance;
  readonly world: World;
  readonly store: Store;
  readonly lines: readonly string[];
  readonly clock: { now: number };
  readonly newDevice: (now?: () => number) => TestDevice;
  readonly school: () => ActiveSchool;
  /** Everything stored is folded. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A server over ':memory:' or a database file. Nothing is set up yet. */
export async function openTestServer(
  options: {
    readonly path?: string;
    readonly store?: Store;
    readonly publicUrl?: string;
    readonly now?: number;
    readonly packs?: readonly Course[];
    /** Behind `store`, where there is one. */
    readonly journal?: Journal;
    /** One that something else looks at as well. */
    readonly clock?: { now: number };
  } = {},
): Promise<TestServer> {
  const clock = options.clock ?? { now: options.now ?? START };
  const now = (): number => clock.now;
  const lines: string[] = [];
  const log = createLog('info', (line) => lines.push(line), now);
  const store = options.store ?? openSqliteStore(options.path ?? ':memory:');
  const timers = {
    now,
    random: () => 0,
    after: (ms: number, run: () => void) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
  const world = await openWorld({
    store,
    ambient: { now, log, timers },
    publicUrl: () => options.publicUrl ?? 'http://localhost',
    journal: options.journal,
    ...(options.packs === undefined ? {} : { packs: options.packs }),
  });
  const nowhere = join(tmpdir(), 'nine-of-ten-no-such-folder');
  const app = await createApp({
    world,
    publicUrl: options.publicUrl,
    tls: undefined,
    files: { dist: nowhere, kept: nowhere },
    version: 'test',
    tlsEnds: () => undefined,
  });
  const transport = injectTransport(app);
  const school = (): ActiveSchool => {
    const active = world.school();
    if (active === undefined) throw new Error('No school is set up');
    return active;
  };
  return {
    app,
    world,
    store,
    lines,
    clock,
    newDevice: (device = now) => new TestDevice(transport, device),
    school,
    settle: async () => {
      await school().projector.drain();
    },
    close: async () => {
      await app.close();
      await world.school()?.projector.stop();
      await store.close();
    },
  };
}

/**
 * A school with its first person signed in on a device: what the route of the set-up does, without its slow hashes (nobody
 * can sign in again; use `setUpByRoute` for that).
 */
export async function setUpSchool(server: TestServer): Promise<TestDevice> {
  const device = server.newDevice();
  const now = server.clock.now;
  const request = {
    school: { name: 'Oak School', timeZone: 'Europe/Madrid', language: 'en' as const },
    member: { name: 'First Person', email: EMAIL, passphrase: PASSPHRASE, pin: PIN },
  };
  const made = await server.store.write(async (writing) => {
    const { row, member } = await createSchool(writing, now, request, { passphrase: '', pin: '' });
    const own = await addDevice(writing, row.id, now, { kind: 'staff', name: 'test', groups: [] });
    const token = await addCredential(writing, row.id, now, own.id);
    const right = {
      device: own.id,
      holder: 'admin',
      member: `member/${member}`,
      scope: 'school',
    } as const;
    return {
      row,
      member,
      own,
      token,
      grant: toIssued(await issueGrant(writing, row.id, now, right)),
    };
  });
  const school = await server.world.open(made.row);
  await school.projector.drain();
  device.cookie = `nine-of-ten=${made.row.id}.${made.token}`;
  device.grant = made.grant ?? undefined;
  device.enrolment = {
    nonce: '',
    epoch: school.epoch,
    now,
    seq: school.seq(),
    device: { id: made.own.id, kind: 'staff', name: 'test' },
    deviceKey: made.own.key,
    school: { id: made.row.id, ...request.school },
    grant: made.grant,
    member: { id: made.member, name: request.member.name },
  };
  // What follows comes later: two settings of one moment would be decided by their ids.
  server.clock.now += 1000;
  return device;
}

export async function setUpByRoute(server: TestServer): Promise<TestDevice> {
  const device = server.newDevice();
  await device.become('/api/setup', {
    token: await newSetupToken(server.store),
    school: { name: 'Oak School', timeZone: 'Europe/Madrid', language: 'en' },
    member: { name: 'First Person', email: EMAIL, passphrase: PASSPHRASE, pin: PIN },
  });
  server.clock.now += 1000;
  return device;
}

/** A class tablet of these groups. */
export async function enrolTablet(
  server: TestServer,
  staff: TestDevice,
  groups: readonly string[],
): Promise<TestDevice> {
  const { code } = await staff.staff<CodeAnswer>({ action: 'tablet-code', groups });
  const tablet = server.newDevice();
  await tablet.become('/api/enrol', { code });
  return tablet;
}

/** A colleague who was invited and joined on a device of their own. */
export async function joinStaff(
  server: TestServer,
  admin: TestDevice,
  person: {
    readonly role: 'teacher' | 'volunteer' | 'principal';
    readonly groups?: readonly string[];
    readonly email?: string;
  },
): Promise<TestDevice> {
  const {
    role,
    groups = [],
    email = `${role}-${Math.random().toString(36).slice(2)}@school.example`,
  } = person;
  const { code } = await admin.staff<CodeAnswer>({
    action: 'invite',
    name: 'A Colleague',
    email,
    role,
    groups,
  });
  const device = server.newDevice();
  await device.become('/api/join', { code, passphrase: PASSPHRASE, pin: PIN });
  return device;
}
