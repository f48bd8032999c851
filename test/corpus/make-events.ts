/**
 * Makes the corpus of the current version from real clients and the real server: `node test/corpus/make-events.ts`. Once a release, before
 * its protocol or a body changes. It never writes over a file that is there.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { accepted } from '#domain/items/graders.ts';
import { textHash } from '#domain/kernel/content-hash.ts';
import { refToEvent } from '#domain/changes/refs.ts';
import type { Objective } from '#domain/model/course.ts';
import type { CheckBody, InterviewMarkBody } from '#domain/model/event.ts';
import { asId, type GroupId, type StudentId, type UnitId } from '#domain/model/ids.ts';
import type { DataServices, NewEvent } from '#data/services.ts';
import { KINDS } from '#protocol/kinds.ts';
import { formatSlot } from '#protocol/slot.ts';
import { newSetupToken } from '#server/usecases/set-up.ts';
import type { LogRow } from '#server/store/rows.ts';
import { openTestServer, type TestServer } from '#test/support/server-harness.ts';
import { allSent, clientNetwork, openClient, until, type Client } from '#test/sync/client/client-device.ts';
import { cloneProfile } from '#test/sync/client/profile.ts';
import { must } from '#test/sync/client/school.ts';
import { doAroundChecks, judgeAroundChecks, setAroundChecks, type Around } from './around-checks.ts';
import { corpusCourse } from './corpus-course.ts';
import type { Corpus, Line } from './corpus-file.ts';
import { foldOf, replay } from './replay.ts';

const VERSION = 2;
const FILE = join(import.meta.dirname, 'events', `v${VERSION}.ndjson`);
const WORDS = { passphrase: 'paper lantern river drum', pin: '2468' };

const course = corpusCourse();
const objective = (id: string): Objective => {
  const found = course.objectives.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No objective ${id}`);
  return found;
};
const checks = course.objectives.filter(({ check }) => check !== undefined);

/** Appends and gives the id. */
async function say(data: DataServices, event: NewEvent): Promise<string> {
  return must(await data.append(event)).id;
}

interface CheckChoice {
  readonly right?: number;
  readonly change?: Partial<CheckBody>;
  readonly by?: NewEvent['by'];
}

function checkOf(data: DataServices, student: string, one: Objective, choice: CheckChoice): NewEvent {
  const id = data.newId();
  const seed = textHash(id);
  const avoid = choice.change?.form?.avoid ?? [];
  const form = must(formOfObjective(one, seed, avoid));
  const { check } = one;
  if (check === undefined) throw new Error('No check');
  const right = choice.right ?? form.items.length;
  const about = `student/${student}` as const;
  return {
    kind: 'check',
    id,
    about,
    by: choice.by ?? about,
    body: {
      course: course.id,
      objective: one.id,
      rev: one.rev,
      answers: form.items.map((item, i) => ({
        key: String(i + 1),
        raw: i < right ? accepted(item.answer) : i % 2 === 0 ? '99999' : '',
        ms: 2000 + 700 * i,
      })),
      claim: { correct: right, of: form.items.length },
      activeMs: 55_000,
      absences: [],
      supports: [],
      identifiedBy: 'secret',
      purpose: 'mastery',
      occasion: data.newId().slice(0, 8),
      finished: true,
      ...choice.change,
      form: { generator: check.family, version: check.version, seed, avoid, hash: form.hash },
    },
  };
}

function markOf(
  student: string,
  id: string,
  mark: InterviewMarkBody['mark'],
  more: Partial<InterviewMarkBody> & { readonly note?: string } = {},
): NewEvent {
  const { note, ...body } = more;
  return {
    kind: 'interview.mark',
    about: `student/${student}`,
    ...(note === undefined ? {} : { note }),
    body: {
      course: course.id,
      objective: objective(id).id,
      rev: objective(id).rev,
      mark,
      occasion: 'morning',
      purpose: 'mastery',
      role: 'teacher',
      ...body,
    },
  };
}

interface Scene {
  readonly server: TestServer;
  readonly admin: Client;
  readonly groups: readonly [GroupId, GroupId];
  readonly students: readonly StudentId[];
}

const NAMES = ['Ana López', 'Бен Окоро', '林 彩', 'דנה ו׳', 'Zoë 🦊 O’Neil', 'x'.repeat(200)].concat(
  // Two who are there twice, and two who leave for good.
  ['Ana Lopez', 'Cai Lin', 'Erased One', 'Erased Two'],
);
const set = <T>(value: T, was: T | null = null): { set: T; was: T | null } => ({ set: value, was });

async function makeSchool(): Promise<Scene> {
  const server = await openTestServer({ packs: [course], now: Date.now() });
  Object.defineProperty(server.clock, 'now', { get: Date.now });
  const admin = await openClient(clientNetwork(server.app));
  const school = { name: 'Oak School', timeZone: 'Europe/Madrid', language: 'en' } as const;
  const member = { name: 'Ms. Rivera', email: 'rivera@school.example', ...WORDS };
  const token = await newSetupToken(server.store);
  must(await admin.data.session.setUp({ token, school, member, deviceName: 'Tablet of staff' }));
  admin.data.start();
  await until(admin.data.firstSync, ({ state }) => state === 'ready');
  const { data } = admin;
  const groups = [asId<GroupId>(data.newId()), asId<GroupId>(data.newId())] as const;
  for (const [i, group] of groups.entries())
    await say(data, { kind: 'group.add', about: `group/${group}`, body: { name: `Class ${i + 2}B` } });
  const students = NAMES.map(() => asId<StudentId>(data.newId()));
  for (const [i, student] of students.entries()) {
    const about = `student/${student}` as const;
    const secret = [i, i + 1, i + 2] as const;
    const body = { name: NAMES[i] ?? '', avatar: 'fox', secret, badge: data.newId() };
    await say(data, { kind: 'student.add', about, body });
    await say(data, {
      kind: 'group.student',
      about: `group/${groups[i % 2] ?? groups[0]}`,
      body: { op: 'add', member: student },
    });
  }
  return { server, admin, groups, students };
}

/** Every change of shared records, at least twice. */
async function changeRecords({ admin: { data }, groups, students }: Scene): Promise<void> {
  const units = course.units.map(({ id }) => id);
  for (const group of groups) {
    const about = `group/${group}` as const;
    await say(data, { kind: 'course.use', about, body: { course: course.id, ...set<readonly UnitId[]>(units) } });
    await say(data, { kind: 'group.rename', about, body: set('2º B – «mañana»', 'Class 2B') });
  }
  const some = units.slice(0, 2);
  const used = { course: course.id, ...set<readonly UnitId[]>(some, units) };
  await say(data, { kind: 'course.use', about: `group/${groups[1]}`, body: used });
  for (const [i, student] of students.slice(0, 2).entries()) {
    const about = `student/${student}` as const;
    const name = i === 0 ? 'Ana María López' : 'Бен Окоро-Диас';
    await say(data, { kind: 'student.rename', about, body: set(name, NAMES[i] ?? '') });
    await say(data, { kind: 'student.avatar', about, body: set('owl', 'fox') });
    await say(data, { kind: 'student.secret', about, body: set([9, 10, 11] as const) });
    await say(data, { kind: 'student.badge', about, body: set<string>(data.newId()) });
  }
  const moved = students[5] ?? students[0];
  if (moved === undefined) throw new Error('No student');
  for (const [op, group] of [['remove', groups[1]], ['add', groups[0]]] as const)
    await say(data, { kind: 'group.student', about: `group/${group}`, body: { op, member: moved } });
  await say(data, { kind: 'school.name', about: 'school', body: set('Escuela del Río', 'Oak School') });
  await say(data, { kind: 'school.time-zone', about: 'school', body: set('America/Lima') });
  await say(data, { kind: 'school.language', about: 'school', body: set('es' as const) });
  const session = data.session.current.get();
  if (session.state !== 'unlocked') throw new Error('Not unlocked');
  const me = `member/${session.member.id}` as const;
  for (const name of ['Ms. Rivera López', 'Señora Rivera'])
    await say(data, { kind: 'member.rename', about: me, body: set(name) });
}

/** Every form of a mark, every purpose, sealed notes, withdrawals and decisions. */
async function assess({ admin: { data }, students }: Scene, role: InterviewMarkBody['role']): Promise<void> {
  const [ana = '', ben = '', cai = ''] = students;
  const note = 'Needs glasses: ¿verdad? 🙂';
  const marks: NewEvent[] = [
    markOf(ana, 'greet-and-leave', { type: 'met' }, { prompt: 0, role, note }),
    markOf(ana, 'greet-and-leave', { type: 'met' }, { prompt: 1, role, occasion: 'evening' }),
    markOf(ben, 'greet-and-leave', { type: 'not-yet' }, { role }),
    markOf(ben, 'greet-and-leave', { type: 'not-yet' }, { role, purpose: 'agreement', note }),
    markOf(ana, 'name-with-article', { type: 'rate', hits: 19, of: 20 }, { role }),
    markOf(ben, 'name-with-article', { type: 'rate', hits: 11, of: 20 }, { role, purpose: 'baseline' }),
    markOf(ana, 'tell-about-my-day', { type: 'levels', levels: [3, 3, 4] }, { role }),
    markOf(ben, 'tell-about-my-day', { type: 'levels', levels: [1, 2, 3] }, { role }),
    markOf(ana, 'tidy-up', { type: 'seen' }, { role }),
    markOf(ben, 'tidy-up', { type: 'seen' }, { role, occasion: 'noon' }),
    markOf(ben, 'tidy-up', { type: 'opposite' }, { role }),
    markOf(cai, 'tidy-up', { type: 'opposite' }, { role }),
    markOf(ana, 'listen', { type: 'met' }, { role, part: 'say-it' }),
    markOf(ben, 'listen', { type: 'not-yet' }, { role, part: 'did-it' }),
    ...(objective('say-feelings').interview?.things ?? [])
      .slice(0, 4)
      .map(({ id }) => markOf(cai, 'say-feelings', { type: 'met' }, { role, thing: id })),
  ];
  const ids: string[] = [];
  for (const mark of marks) ids.push(await say(data, mark));
  const target = (id: string) => ({ course: course.id, objective: objective(id).id });
  for (const [place, why] of [[2, 'Wrong child'], [10, 'Mistake']] as const)
    await say(data, {
      kind: 'attempt.withdraw',
      about: `student/${ben}`,
      body: { ...target(place === 2 ? 'greet-and-leave' : 'tidy-up'), reason: why },
      refs: [refToEvent(ids[place] ?? '')],
      note: `${why}: ${note}`,
    });
  const decide = (student: string, id: string, decision: 'mastered' | 'excused' | 'none', refs: string[]) =>
    say(data, {
      kind: 'judgement',
      about: `student/${student}`,
      body: { ...target(id), rev: objective(id).rev, decision, reason: 'Visto en clase' },
      refs,
      note,
    });
  const first = await decide(ben, 'tell-about-my-day', 'mastered', []);
  await decide(ben, 'tell-about-my-day', 'none', [refToEvent(first)]);
  await decide(cai, 'tidy-up', 'excused', []);
  await decide(cai, 'listen', 'mastered', []);
}

/** Checks of a class tablet: right, wrong, left out, slow, interrupted, with supports and absences. */
async function takeChecks(data: DataServices, pupils: readonly string[], { admin }: Scene): Promise<void> {
  const [ana = '', cai = ''] = pupils;
  for (const one of checks) {
    await say(data, checkOf(data, ana, one, {}));
    await say(data, checkOf(data, cai, one, { right: 6 }));
  }
  const [first, second = first] = checks;
  if (first === undefined || second === undefined) throw new Error('No check');
  const absences = [{ at: Date.now() - 60_000, ms: 30_000 }];
  for (const change of [
    { activeMs: 2_000_000 },
    { activeMs: 250_000, supports: ['time-1.5', 'read-aloud'], absences },
    { activeMs: 900_000, supports: ['untimed'], absences: [...absences, { at: Date.now(), ms: 0 }] },
    { identifiedBy: 'badge', purpose: 'retention' },
    { identifiedBy: 'adult', purpose: 'baseline', supports: ['time-2'] },
    { finished: false, answers: [] },
  ] satisfies Partial<CheckBody>[])
    await say(data, checkOf(data, ana, first, { change }));
  const avoided = must(formOfObjective(second, textHash('earlier'), [])).items.map(({ identity }) => identity);
  const form = { generator: '', version: 1, seed: '', hash: '', avoid: avoided.slice(0, 1) };
  await say(data, checkOf(data, cai, second, { right: 9, change: { form } }));
  // Made by the draft of a running check, as a child's is.
  const event = checkOf(data, cai, first, { right: 9 });
  if (event.kind !== 'check') throw new Error('Not a check');
  const { claim, finished, ...draft } = event.body;
  const id = event.id ?? data.newId();
  const times = { startedAt: Date.now() - 60_000, updatedAt: Date.now() };
  must(await data.drafts.save({ ...draft, ...times, id, student: asId(cai), position: 9, entry: '' }));
  must(await data.drafts.finish(id, { claim, finished }));
  // Taken with a member of staff beside the child.
  const by = admin.data.session.current.get();
  if (by.state !== 'unlocked') throw new Error('Not unlocked');
  const change = { identifiedBy: 'member', purpose: 'agreement' } as const;
  await say(admin.data, checkOf(admin.data, ana, first, { by: `member/${by.member.id}`, change }));
}

async function addTablet({ server, admin, groups }: Scene): Promise<Client> {
  const { code } = must(await admin.data.staff.tabletCode([groups[0]]));
  const tablet = await openClient(clientNetwork(server.app));
  must(await tablet.data.session.enrolTablet({ code, deviceName: 'Tablet 1' }));
  tablet.data.start();
  await until(tablet.data.firstSync, ({ state }) => state === 'ready');
  return tablet;
}

/** A colleague in the first group who marks, and whose membership ends and begins again. */
async function addColleague(scene: Scene, role: 'teacher' | 'volunteer'): Promise<Client> {
  const { server, admin, groups } = scene;
  const email = `${role}@school.example`;
  const who = { name: `A ${role}`, email, role, groups: [groups[0]] };
  const { code } = must(await admin.data.staff.invite(who));
  const client = await openClient(clientNetwork(server.app));
  must(await client.data.session.join({ code, ...WORDS, deviceName: `Phone of the ${role}` }));
  client.data.start();
  await until(client.data.firstSync, ({ state }) => state === 'ready');
  const [ana = ''] = scene.students;
  await say(client.data, markOf(ana, 'listen', { type: 'met' }, { part: 'did-it', role }));
  await settled(scene, client);
  const session = client.data.session.current.get();
  if (session.state !== 'unlocked') throw new Error('Not unlocked');
  for (const op of ['remove', 'add'] as const)
    await say(admin.data, {
      kind: 'group.staff',
      about: `group/${groups[0]}`,
      body: { op, member: session.member.id },
    });
  return client;
}

/** Two pairs of records become one each, one of them is parted again; two children are erased. @returns the log before that */
async function mergeAndErase(scene: Scene): Promise<readonly LogRow[]> {
  const { admin, server, students } = scene;
  const [ana = '', , cai = ''] = students;
  const [doubleOfAna = '', doubleOfCai = '', ...leaving] = students.slice(6);
  const [feeling] = objective('say-feelings').interview?.things ?? [];
  if (feeling === undefined) throw new Error('No feeling');
  for (const student of [doubleOfAna, doubleOfCai, ...leaving]) {
    const seen = markOf(student, 'say-feelings', { type: 'met' }, { thing: feeling.id, note: 'So.' });
    await say(admin.data, seen);
  }
  for (const [from, into] of [
    [doubleOfAna, ana],
    [doubleOfCai, cai],
    [doubleOfCai, null],
  ] as const)
    await say(admin.data, {
      kind: 'student.merge',
      about: `student/${from}`,
      body: { into: into === null ? null : asId<StudentId>(into) },
    });
  await settled(scene, admin);
  const before = await logOf(server);
  for (const student of leaving)
    await say(admin.data, { kind: 'student.erase', about: `student/${student}`, body: {} });
  await settled(scene, admin);
  return before;
}

const logOf = (server: TestServer): Promise<readonly LogRow[]> =>
  server.store.read((reading) => reading.eventsAfter(server.school().row.id, 0, 100_000));

async function settled({ server }: Scene, ...clients: readonly Client[]): Promise<void> {
  for (const client of clients) {
    client.data.syncNow();
    await allSent(client);
  }
  await server.settle();
}

/** The tablet's profile is copied to another machine: both go on in one stream. */
async function fork(scene: Scene, tablet: Client): Promise<Client[]> {
  const [first] = checks;
  const [ana = '', , cai = ''] = scene.students;
  if (first === undefined) throw new Error('No check');
  await tablet.stop();
  const name = `clone-of-${tablet.name}`;
  await cloneProfile(tablet.name, name);
  const network = clientNetwork(scene.server.app);
  network.cookie = tablet.network.cookie;
  const both = [await openClient(tablet.network, tablet.name), await openClient(network, name)];
  for (const [i, { data }] of both.entries()) {
    await say(data, checkOf(data, ana, first, { right: 7 + i }));
    await say(data, checkOf(data, cai, first, { right: 8 + i }));
  }
  for (const { data } of both) data.start();
  await settled(scene, ...both);
  return both;
}

async function closeStreams(scene: Scene, clients: readonly Client[]): Promise<void> {
  for (const client of clients) {
    const [ana = ''] = scene.students;
    const { slot } = must(await client.data.append(markOf(ana, 'tidy-up', { type: 'seen' })));
    const about = `stream/${slot.split('.')[0] ?? ''}` as const;
    await say(client.data, { kind: 'stream.close', about, body: {} });
  }
  await settled(scene, ...clients);
}

/**
 * What the server has in the end: who signed, and every event as it came.
 * @param before the log before children were erased: what is erased is overwritten
 */
async function corpusOf(
  server: TestServer,
  before: readonly LogRow[],
): Promise<Omit<Corpus, 'fold' | 'issues'>> {
  const { row: school } = server.school();
  return server.store.read(async (reading) => {
    const devices = await reading.devices(school.id);
    const grants = [];
    for (const { id } of devices) grants.push(...(await reading.grantsOfDevice(school.id, id)));
    const rest = await reading.eventsAfter(school.id, before.at(-1)?.receipt ?? 0, 100_000);
    const log = [...before, ...rest];
    const sent = log.map((row) => ({
      is: 'event' as const,
      device: row.device,
      now: row.receivedAt,
      clock: JSON.parse(row.clock) as { wall: number; mono: number; boot: string }, // written by the server
      row: { slot: formatSlot(row.stream, row.slot), id: row.id, text: row.text, mac: row.mac },
      outcome: row.variant === 0 ? 'stored' : 'held id-conflict',
    }));
    // The answer was lost, and they came again.
    const again = sent.slice(-2).map((one) => ({ ...one, outcome: 'duplicate' }));
    return { school, courses: [course], devices, grants, sent: [...sent, ...again] };
  });
}

/** Throws where something that the corpus is for is not in it. */
function lookThrough(corpus: Pick<Corpus, 'sent'>): void {
  const kinds = new Map<string, number>();
  for (const { row } of corpus.sent) {
    const { kind } = JSON.parse(row.text) as { kind: string }; // written by a client of ours
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const rare = Object.keys(KINDS).filter((kind) => (kinds.get(kind) ?? 0) < 2);
  if (rare.length > 0) throw new Error(`Less than twice: ${rare.join(', ')}`);
  const slots = corpus.sent.map(({ row }) => row.slot);
  if (new Set(slots).size === slots.length) throw new Error('No stream was forked');
}

async function make(): Promise<void> {
  if (existsSync(FILE)) throw new Error(`${FILE} is there, and never changes. A new version is a new file.`);
  const scene = await makeSchool();
  await settled(scene, scene.admin);
  await changeRecords(scene);
  await settled(scene, scene.admin);
  await assess(scene, 'admin');
  const tablet = await addTablet(scene);
  const [ana = '', , cai = ''] = scene.students;
  await takeChecks(tablet.data, [ana, cai], scene);
  const [one, another] = checks;
  if (one === undefined || another === undefined) throw new Error('No check');
  const around: Around = {
    course,
    checks: [one, another],
    group: scene.groups[0],
    students: [asId(ana), asId(cai)],
    checkOf,
  };
  await setAroundChecks(scene.admin.data, around);
  const missed = await doAroundChecks(tablet.data, around);
  await settled(scene, scene.admin, tablet);
  await judgeAroundChecks(scene.admin.data, around, missed);
  await settled(scene, scene.admin, tablet);
  const people = [await addColleague(scene, 'teacher'), await addColleague(scene, 'volunteer')];
  await settled(scene, scene.admin, ...people);
  await closeStreams(scene, people);
  // The library opens no more than 13 collections in one process: four devices.
  for (const client of people) await client.stop();
  const tablets = await fork(scene, tablet);
  const before = await mergeAndErase(scene);
  // Only the server may: held, which is an outcome like others.
  await say(scene.admin.data, { kind: 'school.key', about: 'school', body: set('another') });
  await closeStreams(scene, [scene.admin]);
  for (const client of [...tablets, scene.admin]) await client.stop();
  const corpus = await corpusOf(scene.server, before);
  lookThrough(corpus);
  const happened = await foldOf(scene.server);
  await scene.server.close();
  const again = await replay(corpus);
  await again.server.close();
  const first = JSON.stringify({ happened, outcomes: corpus.sent.map(({ outcome }) => outcome) });
  const second = JSON.stringify({
    happened: { fold: again.fold, issues: again.issues },
    outcomes: again.outcomes,
  });
  if (first !== second) throw new Error('The events, sent again, made something else');
  const { school, courses, devices, grants, sent } = corpus;
  const lines: Line[] = [
    { is: 'corpus', version: VERSION, made: new Date().toISOString().slice(0, 10), from: '0.1.0' },
    { is: 'school', row: school },
    ...courses.map((one): Line => ({ is: 'course', course: one })),
    ...devices.map((row): Line => ({ is: 'device', row })),
    ...grants.map((row): Line => ({ is: 'grant', row })),
    ...sent,
    ...again.fold,
    ...again.issues,
  ];
  writeFileSync(FILE, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  process.stdout.write(`${FILE}: ${sent.length} events, ${again.fold.length} documents\n`);
}

await make();
