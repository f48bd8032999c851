/** What each command does to a world. A command that does not fit (nobody is signed in, no draft is open) counts as skipped. */
import { formOfObjective } from '#domain/items/objective-form.ts';
import { accepted } from '#domain/items/graders.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import {
  asId,
  type CourseId,
  type EventId,
  type MemberId,
  type StudentId,
} from '#domain/model/ids.ts';
import type { Objective } from '#domain/model/course.ts';
import type { CheckDraft, NewEvent } from '#data/services.ts';
import type { Envelope, EventRow } from '#protocol/event.ts';
import { formatSlot, parseSlot } from '#protocol/slot.ts';
import { hmacKey, sign } from '#server/crypto/hmac.ts';
import type { Command, Name } from './commands.ts';
import type { Device } from './device.ts';
import { FAULTS, type Fault } from './link.ts';
import { MATH, SPANISH } from './packs.ts';
import type { Page } from './page.ts';
import { PIN, signInFields, studentEvents, type Places, type World } from './world.ts';

const YEAR_MS = 365 * 86_400_000;
const MONTH_MS = 31 * 86_400_000;
const HOUR_MS = 3_600_000;

interface Acting {
  readonly world: World;
  readonly command: Command;
  readonly device: Device;
  readonly places: Places;
}

/** @returns whether it was done */
type Act = (acting: Acting) => Promise<boolean> | boolean;

const around = <T>(list: readonly T[], at: number): T | undefined =>
  list.length === 0 ? undefined : list[at % list.length];

const course = (id: string): CourseId => asId<CourseId>(id);

/** A page of the device on which staff are unlocked; unlocks where a PIN does it. */
async function unlocked({ world, device, command }: Acting): Promise<Page | undefined> {
  const page = await device.page(command.n);
  const session = page.data.session.current.get();
  if (session.state === 'unlocked') return page;
  if (session.state !== 'locked' || session.members.length === 0) return undefined;
  const [member] = session.members;
  const done = await world.time.waitFor(page.data.session.unlock(PIN, member?.id));
  return done.ok ? page : undefined;
}

/** A device of staff of the same school, counted around. */
function staffDevice({ world, device, command }: Acting): Device | undefined {
  const staff = world.devices.filter(
    ({ kind, school }) => kind === 'staff' && school === device.school,
  );
  return device.kind === 'staff' ? device : around(staff, command.n);
}

/** Does it on a device of staff whose page is unlocked, and does not wait until it is saved. */
const byStaff =
  (make: (acting: Acting, page: Page, student: StudentId) => readonly NewEvent[]): Act =>
  async (acting) => {
    const device = staffDevice(acting);
    const student = around(acting.places.students, acting.command.s);
    if (device === undefined || student === undefined) return false;
    const page = await unlocked({ ...acting, device });
    if (page === undefined) return false;
    const events = make({ ...acting, device }, page, student);
    for (const event of events) void acting.world.append(device, page, event);
    return events.length > 0;
  };

const objectiveOf = (list: readonly Objective[], at: number): Objective => {
  const found = around(list, at);
  if (found === undefined) throw new Error('A course without objectives');
  return found;
};

const mark = byStaff(({ command }, page, student) => {
  const objective = objectiveOf(SPANISH.objectives, command.n);
  return [
    {
      kind: 'interview.mark',
      id: page.data.newId(),
      about: `student/${student}`,
      body: {
        course: course(SPANISH.id),
        objective: objective.id,
        rev: objective.rev,
        mark: { type: command.n % 3 === 0 ? 'not-yet' : 'met' },
        occasion: `o${command.s}`,
        purpose: 'mastery',
        role: 'teacher',
      },
    },
  ];
});

function draftOf(
  id: EventId,
  student: StudentId,
  at: number,
  now: number,
): { draft: CheckDraft; raws: string[] } {
  const objective = objectiveOf(MATH.objectives, at);
  const seed = textHash(id);
  const form = formOfObjective(objective, seed, []);
  if (!form.ok || objective.check === undefined) throw new Error('No form');
  const draft: CheckDraft = {
    id,
    student,
    course: course(MATH.id),
    objective: objective.id,
    rev: objective.rev,
    form: {
      generator: objective.check.family,
      version: objective.check.version,
      seed,
      avoid: [],
      hash: form.value.hash,
    },
    answers: [],
    position: 0,
    entry: '',
    activeMs: 40_000,
    absences: [],
    supports: [],
    identifiedBy: 'secret',
    purpose: 'mastery',
    occasion: 'today',
    startedAt: now,
    updatedAt: now,
  };
  return { draft, raws: form.value.items.map((item) => accepted(item.answer)) };
}

/** A class tablet of the same school, counted around. */
function tablet({ world, device, command }: Acting): Device | undefined {
  const tablets = world.devices.filter(
    ({ kind, school }) => kind === 'class-tablet' && school === device.school,
  );
  return device.kind === 'class-tablet' ? device : around(tablets, command.n);
}

const check: Act = async (acting) => {
  const { world, places, command } = acting;
  const device = tablet(acting);
  const student = around(places.students, command.s);
  if (device === undefined || student === undefined) return false;
  const page = await device.page(command.n);
  if (page.data.session.current.get().state === 'none') return false;
  const { draft, raws } = draftOf(
    page.data.newId(),
    student,
    command.n,
    Math.floor(world.time.now + device.skew),
  );
  const right = raws.length - (command.n % 3);
  const answers = raws.map((raw, i) => ({
    key: String(i + 1),
    raw: i < right ? raw : '99999',
    ms: 4000,
  }));
  const run = async (): Promise<void> => {
    await page.data.drafts.save(draft);
    for (const given of [4, answers.length]) {
      const saved = {
        ...draft,
        answers: answers.slice(0, given),
        position: given,
        updatedAt: draft.updatedAt + given,
      };
      await page.data.drafts.save(saved);
    }
    if (command.n < 4) return; // left open
    await finish(world, device, page, draft.id, { correct: right, of: raws.length });
  };
  void run();
  return true;
};

async function finish(
  world: World,
  device: Device,
  page: Page,
  id: EventId,
  claim: { correct: number; of: number },
): Promise<void> {
  const tap = world.tapOn(device);
  const result = await page.data.drafts.finish(id, { claim, finished: true });
  if (result.ok) world.said.saved(device, result.value, world.time.now, tap);
  else world.count(`finish: ${result.error.code}`);
}

const finishCheck: Act = async (acting) => {
  const { world } = acting;
  const device = tablet(acting);
  if (device === undefined) return false;
  const page = await device.page(acting.command.n);
  const [draft] = page.data.drafts.open.get();
  if (draft === undefined) return false;
  const correct = draft.answers.length;
  void finish(world, device, page, draft.id, { correct, of: Math.max(1, correct) });
  return true;
};

/** The event and what it says, as far as any device has it. */
function savedEvent(
  world: World,
  school: number,
  pick: (ids: readonly string[]) => string | undefined,
): { id: string; objective: string; course: string; about: `student/${string}` } | undefined {
  const attempts = new Map<
    string,
    { objective: string; course: string; about: `student/${string}` }
  >();
  for (const device of world.devices) {
    if (device.school !== school) continue;
    for (const { id, text } of device.storage.rows<{ id: string; text: string }>('--0--events')) {
      const event = JSON.parse(text) as {
        type: string;
        about: `student/${string}`;
        body: { objective: string; course: string };
      }; // made by this test
      if (event.type === 'attempt') attempts.set(id, { ...event.body, about: event.about });
    }
  }
  const id = pick(world.said.order.filter((one) => attempts.has(one)));
  const found = id === undefined ? undefined : attempts.get(id);
  return id === undefined || found === undefined ? undefined : { id, ...found };
}

const takeBack = (which: 'last' | 'any', reason: string): Act =>
  byStaff(({ world, device, command }) => {
    const found = savedEvent(world, device.school, (ids) => {
      const own = ids.filter((id) => world.said.savedIds.get(id)?.device === device.name);
      return which === 'last' ? own.at(-1) : around(ids, command.s + command.n);
    });
    if (found === undefined) return [];
    return [
      {
        kind: 'attempt.withdraw',
        about: found.about,
        refs: [`event/${found.id}`],
        body: { course: course(found.course), objective: asId(found.objective), reason },
      },
    ];
  });

const judge = byStaff(({ command }, _page, student) => {
  const objective = objectiveOf(SPANISH.objectives, command.n);
  const decision = (['mastered', 'excused', 'none'] as const)[command.n % 3] ?? 'none';
  return [
    {
      kind: 'judgement',
      about: `student/${student}`,
      body: {
        course: course(SPANISH.id),
        objective: objective.id,
        rev: objective.rev,
        decision,
        reason: 'seen',
      },
    },
  ];
});

const rename = byStaff(({ command }, _page, student) => [
  {
    kind: 'student.rename',
    about: `student/${student}`,
    body: { set: `Name ${command.n}`, was: null },
  },
]);

const regroup = byStaff(({ places, command }, _page, student) => {
  const group = around(places.groups, command.n);
  if (group === undefined) return [];
  const op = command.n % 4 < 2 ? 'add' : 'remove';
  return [{ kind: 'group.student', about: `group/${group}`, body: { op, member: student } }];
});

const newStudent = byStaff(({ world, device, places, command }, page) => {
  const student = asId<StudentId>(page.data.newId());
  world.places[device.school] = { ...places, students: [...places.students, student] };
  return studentEvents(student, around(places.groups, command.n), command.s, page.data.newId());
});

const scope: Act = byStaff(({ places, command }) => {
  const group = around(places.groups, command.s);
  const member: MemberId | null = places.colleague;
  if (group === undefined || member === null) return [];
  return [
    {
      kind: 'group.staff',
      about: `group/${group}`,
      body: { op: command.n % 2 === 0 ? 'add' : 'remove', member },
    },
  ];
});

const kill: Act = ({ device, command }) => {
  const page = around(device.pages, command.n);
  if (page === undefined) return false;
  device.kill(page);
  return true;
};

const restart: Act = async ({ device }) => {
  for (const page of [...device.pages]) await device.close(page);
  await device.open();
  return true;
};

const secondTab: Act = async ({ device }) => {
  if (device.pages.length > 1) return false;
  await device.page();
  await device.open();
  return true;
};

/** Two tabs of one device of staff write in the same moment, several times: both want the next slot. */
const twoTabs: Act = async (acting) => {
  const { world, places, command } = acting;
  const device = staffDevice(acting);
  const student = around(places.students, command.s);
  if (device === undefined || student === undefined) return false;
  await device.page();
  if (device.pages.length < 2) await device.open();
  const pages = device.pages.slice(0, 2);
  for (const { data } of pages)
    if (data.session.current.get().state === 'locked')
      await world.time.waitFor(data.session.unlock(PIN));
  if (!pages.every(({ data }) => data.session.current.get().state === 'unlocked')) return false;
  for (let times = 0; times < 3; times += 1)
    for (const page of pages) {
      const body = { set: `Name ${times}`, was: null };
      void world.append(device, page, {
        kind: 'student.rename',
        about: `student/${student}`,
        body,
      });
    }
  return true;
};

const closeTab: Act = async ({ device }) => {
  const [page] = device.pages;
  if (page === undefined || device.pages.length < 2) return false;
  await device.close(page);
  return true;
};

const lock: Act = ({ device }) => {
  const page = device.pages.at(-1);
  if (page?.data.session.current.get().state !== 'unlocked') return false;
  page.data.session.lock();
  return true;
};

/** Somebody signs in online: the admin's name on a tablet of the class as well. */
const signIn: Act = async ({ world, device }) => {
  if (!device.link.online || device.kind !== 'staff') return false;
  const page = await device.page();
  const done = await world.time.waitFor(page.data.session.signIn(signInFields(world, device)));
  return done.ok;
};

const erase: Act = async ({ world, device }) => {
  device.killAll();
  await world.said.erased(world, device);
  device.storage = device.storage.blank();
  return true;
};

const clone: Act = async ({ world, device }) => {
  if (world.devices.length > 9) return false;
  device.killAll();
  world.addDevice({
    name: `${device.name}*`,
    kind: device.kind,
    school: device.school,
    storage: device.storage.copy(),
    cookie: device.link.cookie,
    email: world.emails.get(device) ?? '',
  }).skew = device.skew;
  return true;
};

const setRights =
  (ended: boolean): Act =>
  async (acting) => {
    const { world, device } = acting;
    const admin = world.devices.find(
      ({ kind, school }) => kind === 'staff' && school === device.school,
    );
    if (admin === undefined || admin === device || !admin.link.online) return false;
    const own = await device.page();
    const session = own.data.session.current.get();
    if (session.state !== 'locked' && session.state !== 'unlocked') return false;
    const page = await unlocked({ ...acting, device: admin });
    if (page === undefined) return false;
    const { endDevice, returnDevice } = page.data.staff;
    const done = await world.time.waitFor((ended ? endDevice : returnDevice)(session.device.id));
    if (!done.ok) world.count(`rights: ${done.error.code}`);
    return done.ok;
  };

/** Puts a row behind the newest one of the device's stream, as another build or a child with developer tools could have. @returns its slot */
function putRow(
  device: Device,
  last: EventRow | undefined,
  row: Omit<EventRow, 'slot'>,
): string | null {
  device.killAll();
  const at = last === undefined ? undefined : parseSlot(last.slot);
  if (at?.ok !== true) return null;
  const slot = formatSlot(at.value.stream, at.value.number + 1);
  device.storage.put('--0--events', 'docs', slot, { ...last, ...row, slot });
  return slot;
}

function newestRow(device: Device): EventRow | undefined {
  const rows = device.storage.rows<EventRow>('--0--events');
  return rows.toSorted((a, b) => (a.slot < b.slot ? -1 : 1)).at(-1);
}

/** An event of another build of the app: honest, and signed with the key of a right that lies on the device. */
async function putEvent(
  { world, device }: Acting,
  build: 'ahead' | 'ago',
  make: (like: Envelope, id: EventId) => object,
): Promise<boolean> {
  const page = await device.page();
  const id = page.data.newId();
  const last = newestRow(device);
  const like = last === undefined ? null : (JSON.parse(last.text) as Envelope); // made by this test
  if (last === undefined || like === null || !world.server.isUp) return false;
  const school = world.server.schools[device.school] ?? '';
  const [grant] = await world.time.block(
    world.server.store.read((reading) => reading.grants(school, [like.grant])),
  );
  if (grant === undefined) return false;
  const text = JSON.stringify({ ...like, ...make(like, id), id });
  const slot = putRow(device, last, { id, text, mac: sign(hmacKey(grant.key), text) });
  if (slot === null) return false;
  world.builds.set(id, build);
  world.said.savedIds.set(id, {
    school: device.school,
    device: device.name,
    slot,
    at: world.time.now,
    tap: null,
  });
  return true;
}

const AHEAD = [{ v: 2 }, { kv: 99 }, { kind: 'quiz.of-tomorrow' }] as const;

const ofTomorrow: Act = (acting) =>
  putEvent(acting, 'ahead', () => around(AHEAD, acting.command.n) ?? {});

/** A check as the build before this one wrote it. */
const ofYesterday: Act = async (acting) => {
  const { world, places, command } = acting;
  const device = tablet(acting);
  const student = around(places.students, command.s);
  if (device === undefined || student === undefined) return false;
  return putEvent({ ...acting, device }, 'ago', (_like, id) => {
    const now = Math.floor(world.time.now + device.skew);
    const { draft, raws } = draftOf(id, student, command.n, now);
    const { course: taken, objective, rev, form, activeMs, absences, supports } = draft;
    const { identifiedBy, purpose, occasion } = draft;
    const answers = raws.map((raw, i) => ({ key: String(i + 1), raw, ms: 4000 }));
    const claim = { correct: raws.length, of: raws.length };
    const given = { answers, claim, activeMs, absences, supports, identifiedBy };
    const about = `student/${student}`;
    return {
      type: 'attempt',
      kind: 'check',
      kv: 1,
      about,
      by: about,
      refs: [],
      at: now,
      mono: 0,
      boot: 'the build before',
      body: { course: taken, objective, rev, form, ...given, purpose, occasion, finished: true },
    };
  });
};

const foreign: Act = async ({ world, device }) => {
  const other = world.devices.find(({ school }) => school !== device.school);
  const row = other?.storage.rows<EventRow>('--0--events').at(-1);
  if (row === undefined) return false;
  world.strange.add(row.id);
  await device.page();
  const { id, text, mac } = row;
  return putRow(device, newestRow(device), { id, text, mac }) !== null;
};

const setOnline =
  (online: boolean): Act =>
  ({ world, device }) => {
    // Whichever it can be done to.
    const other =
      device.link.online === online
        ? world.devices.find(({ link }) => link.online !== online)
        : device;
    if (other === undefined) return false;
    other.link.online = online;
    return true;
  };

const setClock =
  (skew: number): Act =>
  ({ device }) => {
    device.skew = skew;
    return true;
  };

/** The lid is closed for some hours: time goes on, and what counts the time since a page was loaded stands still. */
const sleep: Act = ({ world, device, command }) => {
  const ms = (command.n + 1) * HOUR_MS;
  device.slept += ms;
  world.time.now += ms;
  return true;
};

const serverKill: Act = async ({ world }) => {
  if (!world.server.isUp) return false;
  await world.time.block(world.server.kill());
  world.time.after(world.random() * 30_000, () => world.startServer());
  return true;
};

const serverRestart: Act = async ({ world }) => {
  if (!world.server.isUp) return false;
  await world.time.block(world.server.stop());
  await world.time.block(world.server.start());
  return true;
};

const backup: Act = async ({ world }) => {
  const name = `backup-${world.backups.length}.db`;
  world.backups.push(await world.time.block(world.server.backup(name)));
  return true;
};

const restore =
  (withJournal: boolean): Act =>
  async ({ world, command }) => {
    // The copies of the nights as well as those that somebody asked for.
    const files = around([...world.backups, ...world.server.nights()], command.n);
    if (files === undefined || (withJournal && !world.server.hasSecondDisk)) return false;
    if (!world.backups.includes(files)) world.count('restore of a copy of the night');
    await world.time.block(world.server.kill());
    const whole = await world.time.block(world.server.restore(files, withJournal));
    await world.time.block(world.server.start());
    await world.said.restored(world, whole);
    if (withJournal && !whole) world.count('restore: a hole was told');
    return true;
  };

const merge = byStaff(({ places, command }, _page, student) => {
  const into = around(places.students, command.n);
  const target = into === student || command.n % 5 === 0 ? null : (into ?? null);
  return [{ kind: 'student.merge', about: `student/${student}`, body: { into: target } }];
});

const eraseStudent = byStaff((_acting, _page, student) => [
  { kind: 'student.erase', about: `student/${student}`, body: {} },
]);

const saveRescueFile: Act = async ({ world, device }) => {
  const page = await device.page();
  const made = await world.time.waitFor(page.data.rescue.make());
  if (!made.ok) return false;
  world.files.push(made.value.text);
  return true;
};

/** Brings a file that was saved some time ago, or one of now, twice. */
const bringRescueFile: Act = async (acting) => {
  const { world, command } = acting;
  await saveRescueFile(acting);
  const text = around(world.files.toReversed(), command.s % 3);
  const device = staffDevice(acting);
  if (text === undefined || device === undefined || !device.link.online) return false;
  const page = await unlocked({ ...acting, device });
  if (page === undefined) return false;
  let brought = false;
  for (let times = 0; times < 2; times += 1) {
    const done = await world.time.waitFor(page.data.rescue.bring(text));
    if (done.ok) brought = true;
    else world.count(`rescue: ${done.error.code}`);
  }
  return brought;
};

const leave: Act = async (acting) => {
  const { world, device } = acting;
  const page = device.kind === 'staff' ? await unlocked(acting) : await device.page();
  if (page === undefined) return false;
  void page.data.leaving
    .leave()
    .then((done) => world.count(done.ok ? 'left' : `leave: ${done.error.code}`));
  return true;
};

/** What was saved a moment ago goes to the school before anything is erased. */
const leaveAtWork: Act = async (acting) => {
  const at = tablet(acting);
  if (at === undefined) return false;
  const n = Math.max(4, acting.command.n);
  const command = { ...acting.command, n };
  if (!(await check({ ...acting, device: at, command }))) return false;
  await acting.world.time.run({ steps: 200 });
  return leave({ ...acting, device: at });
};

const signOut: Act = async (acting) => {
  const device = staffDevice(acting);
  const page = device === undefined ? undefined : await unlocked({ ...acting, device });
  const session = page?.data.session.current.get();
  if (page === undefined || session?.state !== 'unlocked') return false;
  void page.data.leaving
    .signOut(session.member.id)
    .then((done) => acting.world.count(done.ok ? 'signed out' : `sign out: ${done.error.code}`));
  return true;
};

/** The device lies in a cupboard for a month: then it prunes what the school has twice. */
const month: Act = async ({ world, device }) => {
  for (const one of world.devices) {
    one.killAll();
    world.beforeMonth.set(one, one.storage.rows<EventRow>('--0--events'));
  }
  world.time.now += MONTH_MS;
  await device.open();
  return true;
};

const fault =
  (which: Fault): Act =>
  ({ device }) => {
    device.link.bend(which);
    return true;
  };

const ACTS: Readonly<Record<Name, Act>> = {
  mark,
  check,
  'finish a check': finishCheck,
  undo: takeBack('last', 'undo'),
  withdraw: takeBack('any', 'mistake'),
  judge,
  rename,
  regroup,
  'new student': newStudent,
  'widen or narrow a scope': scope,
  offline: setOnline(false),
  online: setOnline(true),
  'try now': ({ device }) => {
    for (const page of device.pages) page.data.syncNow();
    return device.pages.length > 0;
  },
  'clock forward a year': setClock(YEAR_MS),
  'clock back a year': setClock(-YEAR_MS),
  'clock right': setClock(0),
  sleep,
  kill,
  restart,
  'second tab': secondTab,
  'write in two tabs at once': twoTabs,
  'close a tab': closeTab,
  lock,
  'sign in': signIn,
  'erase a device': erase,
  'clone a device': clone,
  'revoke a device': setRights(true),
  'return a device': setRights(false),
  'envelope of a version ahead': ofTomorrow,
  'envelope of a version ago': ofYesterday,
  'event of the other school': foreign,
  'server kill': serverKill,
  'server restart': serverRestart,
  backup,
  'restore without journal': restore(false),
  'restore with journal': restore(true),
  'second disk away': ({ world }) => world.server.setSecondDisk(false),
  'second disk back': ({ world }) => world.server.setSecondDisk(true),
  'merge students': merge,
  'erase a student': eraseStudent,
  'save a rescue file': saveRescueFile,
  'bring a rescue file twice': bringRescueFile,
  'hand back': leave,
  'hand back in the middle of work': leaveAtWork,
  'sign out': signOut,
  'a month in a cupboard': month,
  ...(Object.fromEntries(FAULTS.map((which) => [which, fault(which)])) as Record<Fault, Act>),
};

const isFault = (name: Name): name is Fault => (FAULTS as readonly string[]).includes(name);

/** Does one command and waits as it says. Faults count when a request has met them. */
export async function act(world: World, command: Command): Promise<void> {
  const device = around(world.devices, command.d);
  const places = device === undefined ? undefined : world.places[device.school];
  if (device === undefined || places === undefined) throw new Error('No device');
  const done = await ACTS[command.do]({ world, command, device, places });
  if (!isFault(command.do)) world.count(done ? command.do : 'skipped');
  await world.time.run(command.wait);
}
