/**
 * A model world: a server with two schools, their devices, and everything that was ever said about an event. It begins as a
 * copy of a template that was made once through the real ways in: set-up, invitation, tablet codes.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  asId,
  type CourseId,
  type GroupId,
  type MemberId,
  type StudentId,
  type UnitId,
} from '#domain/model/ids.ts';
import type { NewEvent } from '#data/services.ts';
import type { EventRow } from '#protocol/event.ts';
import { newSetupToken } from '#server/usecases/set-up.ts';
import { scriptsWith, type Change, type Scripts } from './bundle.ts';
import { Device } from './device.ts';
import { DeviceStorage, loadIndexedDb, type FakeIndexedDb } from './device-storage.ts';
import type { Fault } from './link.ts';
import { copyDatabase, ModelServer, type Ask, type Reply } from './model-server.ts';
import { MATH, SPANISH } from './packs.ts';
import type { Page } from './page.ts';
import { takeOverChance } from './quick-hashes.ts';
import { seeded, type Random } from './random.ts';
import { Record as Said, type Tap } from './record.ts';
import { VirtualTime } from './virtual-time.ts';

const START = Date.UTC(2026, 10, 2, 8);
export const PIN = '1234';
const PASSPHRASE = 'correct horse battery';
const EMAILS = ['admin@oak.example', 'admin@elm.example', 'teacher@oak.example'] as const;

/** Ids of what the template made in each school. */
export interface Places {
  readonly groups: readonly GroupId[];
  readonly students: readonly StudentId[];
  readonly colleague: MemberId | null;
}

interface DeviceTemplate {
  readonly name: string;
  readonly kind: 'staff' | 'class-tablet';
  readonly school: number;
  readonly storage: DeviceStorage;
  readonly cookie: string;
  readonly email: string;
}

interface Template {
  readonly scripts: Scripts;
  readonly fake: FakeIndexedDb;
  readonly holder: { time: VirtualTime };
  readonly folder: string;
  readonly files: string;
  readonly schools: readonly string[];
  readonly now: number;
  readonly devices: readonly DeviceTemplate[];
  readonly places: readonly Places[];
}

export class World {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly server: ModelServer;
  readonly said = new Said();
  readonly devices: Device[] = [];
  readonly places: Places[] = [];
  /** Copies of the server's files, oldest first. */
  readonly backups: string[] = [];
  readonly counts = new Map<string, number>();
  /** Ids of rows that another build or a forger has put into a device. */
  readonly strange = new Set<string>();
  /** Ids of honest events of another build, and which. */
  readonly builds = new Map<string, 'ahead' | 'ago'>();
  /** By device: what lay on it before it was put into a cupboard. */
  readonly beforeMonth = new Map<Device, readonly EventRow[]>();
  /** Rescue files that somebody has saved. */
  readonly files: string[] = [];
  readonly emails = new Map<Device, string>();
  readonly #scripts: Scripts;
  readonly fake: FakeIndexedDb;
  /** Whether each page has a realm of its own. */
  readonly alone: boolean;
  readonly #giveBack: () => void;

  constructor(setting: {
    readonly seed: number;
    readonly folder: string;
    readonly now: number;
    readonly journal: boolean;
    readonly scripts: Scripts;
    readonly fake: FakeIndexedDb;
    readonly holder: { time: VirtualTime };
    readonly alone?: boolean;
  }) {
    this.time = new VirtualTime(setting.now);
    setting.holder.time = this.time;
    this.alone = setting.alone ?? false;
    this.random = seeded(setting.seed);
    this.#giveBack = takeOverChance(this.random);
    this.#scripts = setting.scripts;
    this.fake = setting.fake;
    this.server = new ModelServer({
      time: this.time,
      random: this.random,
      folder: setting.folder,
      packs: [MATH, SPANISH],
      journal: setting.journal,
    });
  }

  count(name: string, by = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  addDevice(made: Omit<DeviceTemplate, 'cookie'> & { readonly cookie?: string }): Device {
    const device = new Device({
      ...made,
      client: this.#scripts.client,
      alone: this.alone,
      time: this.time,
      random: this.random,
      server: this.server,
      happened: (fault: Fault) => {
        this.count(fault);
        if (fault === 'kill-before-answer')
          this.time.after(this.random() * 20_000, () => this.startServer());
      },
      answered: (ask: Ask, reply: Reply) => this.said.takeAnswer(made.school, ask, reply),
    });
    device.link.cookie = made.cookie ?? '';
    this.emails.set(device, made.email);
    this.devices.push(device);
    return device;
  }

  startServer(): void {
    void this.time.block(this.server.start());
  }

  /** Appends without waiting; what the screen was told is kept in mind. */
  append(device: Device, page: Page, event: NewEvent): Promise<boolean> {
    const tap = this.tapOn(device);
    return page.data.append(event).then((result) => {
      if (!result.ok) {
        this.count(`append: ${result.error.code}`);
        return false;
      }
      this.said.saved(device, result.value, this.time.now, tap);
      return true;
    });
  }

  tapOn({ skew }: Device): Tap {
    return { at: this.time.now, skew };
  }

  /** Chance and hashes are the machine's own again. */
  release(): void {
    this.#giveBack();
  }

  /** Ends everything: nothing of this world runs any more. */
  async close(): Promise<void> {
    for (const device of this.devices) device.killAll();
    await this.server.kill();
    this.#giveBack();
    rmSync(this.server.setting.folder, { recursive: true, force: true });
  }
}

const ROOT = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const newFolder = (): string => mkdtempSync(join(ROOT, 'nine-of-ten-model-'));
const templates = new Map<string, Promise<Template>>();

/** A world as the template left it. @param changes planted bugs of the client */
export async function openWorldOf(
  seed: number,
  changes: readonly Change[] = [],
  alone = seed % 10 === 0,
): Promise<World> {
  const key = JSON.stringify(changes);
  let making = templates.get(key);
  if (making === undefined) {
    making = makeTemplate(changes);
    templates.set(key, making);
  }
  const template = await making;
  const world = new World({
    ...template,
    seed,
    journal: seed % 2 === 0,
    folder: newFolder(),
    alone,
  });
  copyDatabase(template.files, world.server.path);
  world.server.schools.push(...template.schools);
  world.places.push(...template.places);
  for (const device of template.devices)
    world.addDevice({ ...device, storage: device.storage.copy() });
  await world.server.start();
  await world.said.begin(world.server);
  return world;
}

async function makeTemplate(changes: readonly Change[]): Promise<Template> {
  const scripts = await scriptsWith(changes);
  const holder = { time: new VirtualTime(START) };
  const fake = loadIndexedDb(scripts.indexedDb, holder);
  const folder = newFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const world = new World({ seed: 1, folder, now: START, journal: false, scripts, fake, holder });
  const fresh = (name: string, kind: Device['kind'], school: number, email = ''): Device =>
    world.addDevice({ name, kind, school, email, storage: new DeviceStorage(fake) });
  await world.server.start();
  for (const school of [0, 1]) {
    const admin = fresh(`admin-${school}`, 'staff', school, EMAILS[school] ?? '');
    world.places.push(await makeSchool(world, admin));
    const { groups } = world.places[school] ?? { groups: [] };
    const page = await admin.page();
    for (const [i, group] of (school === 0 ? groups : groups.slice(0, 1)).entries()) {
      const tablet = fresh(`tablet-${school}-${i}`, 'class-tablet', school);
      const { code } = must(await world.time.waitFor(page.data.staff.tabletCode([group])));
      const opened = await tablet.page();
      must(
        await world.time.waitFor(
          opened.data.session.enrolTablet({ code, deviceName: tablet.name }),
        ),
      );
    }
  }
  await addColleague(world, fresh('teacher-0', 'staff', 0, EMAILS[2]));
  await world.time.run({ ms: 60_000 });
  await world.server.settle();
  await world.time.run({ ms: 60_000 });
  for (const device of world.devices) {
    for (const page of [...device.pages]) await device.close(page);
  }
  await world.server.stop();
  const files = join(folder, 'template.db');
  copyDatabase(world.server.path, files);
  if (world.time.crashes.length > 0) throw world.time.crashes[0];
  const template: Template = {
    scripts,
    fake,
    holder,
    folder,
    files,
    schools: world.server.schools,
    now: world.time.now,
    places: world.places,
    devices: world.devices.map(({ name, kind, school, storage, link }, i) => ({
      name,
      kind,
      school,
      storage,
      cookie: link.cookie,
      email: world.emails.get(world.devices[i] as Device) ?? '', // of the same list
    })),
  };
  world.release();
  return template;
}

/** The value, or an error that names the fault. */
export function must<T>(
  result: { ok: true; value: T } | { ok: false; error: { code: string; detail?: string } },
): T {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
}

async function makeSchool(world: World, admin: Device): Promise<Places> {
  const { time } = world;
  const page = await admin.page();
  const { data } = page;
  const token = await time.block(newSetupToken(world.server.store));
  const school = {
    name: `School ${admin.school}`,
    timeZone: 'Europe/Madrid',
    language: 'en',
  } as const;
  const member = {
    name: 'First',
    email: EMAILS[admin.school] ?? '',
    passphrase: PASSPHRASE,
    pin: PIN,
  };
  must(await time.waitFor(data.session.setUp({ token, school, member, deviceName: admin.name })));
  const groups = [0, 1].map(() => asId<GroupId>(data.newId()));
  const students = Array.from({ length: 4 }, () => asId<StudentId>(data.newId()));
  const events: NewEvent[] = [
    ...groups.map((group, i): NewEvent => ({
      kind: 'group.add',
      about: `group/${group}`,
      body: { name: `Class ${i}` },
    })),
    ...students.flatMap((student, i) =>
      studentEvents(student, groups[i === 3 ? 1 : 0], i, data.newId()),
    ),
    ...groups.flatMap((group) =>
      [MATH, SPANISH].map(({ id, units }): NewEvent => ({
        kind: 'course.use',
        about: `group/${group}`,
        body: {
          course: asId<CourseId>(id),
          set: units.map((unit) => asId<UnitId>(unit.id)),
          was: null,
        },
      })),
    ),
  ];
  for (const event of events) must(await time.waitFor(data.append(event)));
  await time.run({ ms: 20_000 });
  return { groups, students, colleague: null };
}

/** What makes a child of a group. */
export function studentEvents(
  student: StudentId,
  group: GroupId | undefined,
  i: number,
  badge: string,
): NewEvent[] {
  const made: NewEvent = {
    kind: 'student.add',
    about: `student/${student}`,
    body: { name: `Child ${i}`, avatar: 'fox', secret: [1, 2, 3], badge },
  };
  return group === undefined
    ? [made]
    : [
        made,
        { kind: 'group.student', about: `group/${group}`, body: { op: 'add', member: student } },
      ];
}

async function addColleague(world: World, device: Device): Promise<void> {
  const [admin] = world.devices;
  const [places] = world.places;
  if (admin === undefined || places === undefined) throw new Error('No school');
  const page = await admin.page();
  const invited = await world.time.waitFor(
    page.data.staff.invite({
      name: 'Colleague',
      email: EMAILS[2],
      role: 'teacher',
      groups: places.groups.slice(0, 1),
    }),
  );
  const { code } = must(invited);
  const own = await device.page();
  must(
    await world.time.waitFor(
      own.data.session.join({ code, passphrase: PASSPHRASE, pin: PIN, deviceName: device.name }),
    ),
  );
  const session = own.data.session.current.get();
  if (session.state !== 'unlocked') throw new Error('Not signed in');
  world.places[0] = { ...places, colleague: session.member.id };
}

export const signInFields = (world: World, device: Device) => ({
  email: world.emails.get(device) ?? '',
  passphrase: PASSPHRASE,
  pin: PIN,
  deviceName: device.name,
});
