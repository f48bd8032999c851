/** Copies that are put back, with a journal and without. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { builtInCourses } from '#content/courses.ts';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import type { SchoolBody } from '#domain/model/documents.ts';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { hmacKey, sign } from '#server/crypto/hmac.ts';
import { copyDatabase } from '#server/safety/copies.ts';
import { restore, type Restored } from '#server/safety/restore.ts';
import type { GrantRow } from '#server/store/rows.ts';
import { addCredential, issueGrant, toIssued } from '#server/usecases/enrolment.ts';
import { compareState, deriveState } from '#server/usecases/rebuild.ts';
import { rescueOf } from '#test/support/rescue-files.ts';
import { openSafeServer, type SafeServer } from '#test/support/safe-server.ts';
import { checkEvent, makeClass } from '#test/support/server-class.ts';
import { enrolTablet, joinStaff, setUpSchool } from '#test/support/server-harness.ts';
import { newId, TestDevice } from '#test/support/server-device.ts';
import { injectTransport } from '#test/support/server-transport.ts';

let folder: string;
let server: SafeServer;
const data = (): string => join(folder, 'data');
const backup = (): string => join(folder, 'backup');
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-restore-'));
  for (const name of ['data', 'backup']) mkdirSync(join(folder, name));
  server = await openSafeServer(folder);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The same device with another server behind its wire. */
function moved(device: TestDevice): TestDevice {
  const again = new TestDevice(injectTransport(server.app), () => server.clock.now);
  const { cookie, enrolment, grant, stream, slot, checkpoint, state } = device;
  Object.assign(again, { cookie, enrolment, grant, stream, slot, checkpoint: { ...checkpoint } });
  for (const [key, document] of state) again.state.set(key, document);
  return again;
}

/** Stops the server, puts `file` in place and starts again. */
async function putBack(file: string, journal?: string, acceptMissing = false): Promise<Restored> {
  await server.settle();
  const now = (server.clock.now += 60_000);
  await server.close();
  const done = await restore({ file, dataDir: data(), journal, acceptMissing, now });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  server = await openSafeServer(folder, { now: now + 1000 });
  await server.settle();
  return done.value;
}

async function copyNow(name: string): Promise<string> {
  const path = join(folder, name);
  await copyDatabase(join(data(), 'school.db'), path, server.clock.now);
  return path;
}

/** What a restore must not change of an event, by id. */
async function eventsNow(): Promise<Map<string, unknown>> {
  const rows = await server.store.read((reading) =>
    reading.eventsAfter(server.school().row.id, 0, 100_000),
  );
  const facts = rows.map(
    ({ id, variant, text, mac, moment, clamped, receivedAt, clock, device, stream, slot }) =>
      [
        `${id}.${variant}`,
        { text, mac, moment, clamped, receivedAt, clock, device, stream, slot },
      ] as const,
  );
  expect(new Set(facts.map(([key]) => key)).size).toBe(facts.length);
  return new Map(facts);
}

async function expectRebuilt(): Promise<void> {
  const { id } = server.school().row;
  const rebuilt = await deriveState(server.store, id, builtInCourses(), server.world.log);
  expect(await compareState(server.store, id, rebuilt)).toEqual({
    documents: [],
    extra: [],
    issues: 0,
    memberships: 0,
  });
}

const rename = (device: TestDevice) =>
  device.event(
    'school.name',
    'school',
    { set: newId(), was: null },
    { at: (server.clock.now += 10) },
  );

const OLD_KEY = newId();

/** A right whose key follows from nothing, as earlier builds made them. Under `id` it is stored, otherwise only signed with. */
async function newTabletRight(device: TestDevice, group: string, id?: string): Promise<GrantRow> {
  const row: GrantRow = {
    id: id ?? newId(),
    device: device.enrolment?.device.id ?? '',
    holder: 'class-tablet',
    member: null,
    scope: [asId<GroupId>(group)],
    until: null,
    endedAt: null,
    key: OLD_KEY,
    issuedAt: server.clock.now,
  };
  if (id !== undefined) await server.store.write((writing) => writing.addGrant(device.school, row));
  return row;
}

test('[P17] an old copy and the journal give every event exactly once, with the same moments, and the state that follows from it', async () => {
  const admin = await setUpSchool(server);
  const copy = await copyNow('copy.db');
  const { group, students } = await makeClass(admin, 3);
  const tablet = await enrolTablet(server, admin, [group]);
  const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [group] });
  const [student = ''] = students;
  for (let i = 0; i < 5; i += 1) {
    server.clock.now += 5000;
    await tablet.push([checkEvent(tablet, student, { right: i })]);
    await teacher.push([
      teacher.event('student.rename', `student/${student}`, { set: `Name ${i}`, was: null }),
    ]);
  }
  // The same event in another slot, other bytes under a known id, a forked slot, something that is no event, a lost slot.
  const again = checkEvent(tablet, student);
  await tablet.push([again, { ...again, slot: `${tablet.stream}.000000050` }]);
  await tablet.push([checkEvent(tablet, student, { id: again.id, slot: 51 })]);
  await tablet.push([checkEvent(tablet, student, { slot: 1 })]);
  await tablet.push([{ slot: `${tablet.stream}.000000052`, id: newId(), text: 'no', mac: '' }]);
  await tablet.ledger({ high: 60, lost: [[53, 55]] });
  await server.settle();
  await tablet.pull();
  const before = await eventsNow();
  const [streams, covered] = await server.store.read(async (reading) => [
    await reading.allStreams(server.school().row.id),
    await reading.covered(server.school().row.id, tablet.stream, 0, 100),
  ]);

  const { journal, copy: facts } = await putBack(copy, backup());
  expect(facts.events + (journal?.added ?? 0)).toBe(before.size);
  expect(journal).toMatchObject({ damaged: 0, newer: 0, foreign: 0 });
  expect(await eventsNow()).toEqual(before);
  await server.store.read(async (reading) => {
    expect(await reading.allStreams(server.school().row.id)).toEqual(streams);
    expect(await reading.covered(server.school().row.id, tablet.stream, 0, 100)).toEqual(covered);
  });
  await expectRebuilt();
  // Devices that enrolled after the copy are known, and what they offer again is there already.
  const back = moved(tablet);
  const offered = await back.push([again]);
  expect(offered.results).toMatchObject([{ outcome: 'duplicate' }]);
  expect((await back.pull()).reset).toBe(true);
  expect(back.body(`applied/${tablet.stream}`)).toBeDefined();
});

test('[P17] the journal alone brings a school back that has no copy but the empty one of its first start', async () => {
  const [first = ''] = readdirSync(join(backup(), 'copies'));
  const admin = await setUpSchool(server);
  await admin.push([rename(admin), rename(admin)]);
  const before = await eventsNow();
  const done = await putBack(join(backup(), 'copies', first), backup());
  expect([done.copy.events, done.journal?.added]).toEqual([0, before.size]);
  expect(await eventsNow()).toEqual(before);
  expect((await moved(admin).ledger()).ledger[0]).toMatchObject({ through: 2, safe: 2 });
});

test.each([
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['a next line', '\u0085'],
  ['line ends of every system', '\r\n\r\n'],
])(
  '[P17] text that was pasted with %s costs no result and no tablet: the journal gives all of it back',
  async (_, mark) => {
    const admin = await setUpSchool(server);
    const copy = await copyNow('copy.db');
    const { group, students } = await makeClass(admin, 1);
    const [student = ''] = students;
    const set = `Oak${mark}`;
    await admin.push([
      admin.event('school.name', 'school', { set, was: null }, { at: (server.clock.now += 10) }),
      admin.event('student.rename', `student/${student}`, { set: `Ana${mark}B`, was: null }),
    ]);
    const { code } = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [group] });
    const tablet = server.newDevice();
    await tablet.become('/api/enrol', { code, deviceName: `Tablet${mark}1` });
    const typed = checkEvent(tablet, student, {
      change: (body) => ({
        ...body,
        answers: body.answers.map((answer) => ({ ...answer, raw: `${mark}7` })),
      }),
    });
    await tablet.push([typed, checkEvent(tablet, student)]);
    await tablet.push([checkEvent(tablet, student)]);
    const before = await eventsNow();
    const { journal, copy: facts } = await putBack(copy, backup());
    expect(journal).toMatchObject({ damaged: 0, hole: undefined });
    expect(facts.events + (journal?.added ?? 0)).toBe(before.size);
    expect(await eventsNow()).toEqual(before);
    // The tablet of that name is known, and so is its right.
    const back = moved(tablet);
    expect((await back.push([checkEvent(back, student)])).results).toMatchObject([
      { outcome: 'stored' },
    ]);
    await server.settle();
    expect(await server.store.read((reading) => reading.issues(tablet.school))).toEqual([]);
  },
);

test('[P7] after a restore with a journal that has a hole, acknowledgements above the copy are offered again', async () => {
  const admin = await setUpSchool(server);
  await admin.push([rename(admin)]);
  const copy = await copyNow('copy.db');
  const lost = await admin.push([rename(admin)]);
  const segments = join(backup(), 'journal');
  const [name = ''] = readdirSync(segments);
  const lines = readFileSync(join(segments, name), 'utf8').trimEnd().split('\n');
  await admin.push([rename(admin)]);
  await admin.push([rename(admin)]);
  const all = readFileSync(join(segments, name), 'utf8').trimEnd().split('\n');
  // Everything but the line of `lost`.
  const holed = [...lines.slice(0, -1), ...all.slice(lines.length)];
  mkdirSync(join(folder, 'holed'));
  writeFileSync(join(folder, 'holed', name), `${holed.join('\n')}\n`);
  await putBack(copy, join(folder, 'holed'), true);
  const ack = { epoch: lost.epoch, receipt: lost.receipt };
  expect((await moved(admin).ledger({ ack })).ledger[0]).toMatchObject({
    through: 1,
    gaps: [[2, 2]],
    reoffer: true,
  });
});

test('[G7] what a tablet and a teacher made under rights from after the copy counts once they are let in again, without a journal', async () => {
  const admin = await setUpSchool(server);
  const { group, students } = await makeClass(admin, 2);
  const teacher = await joinStaff(server, admin, { role: 'teacher', groups: [group] });
  await server.settle();
  const copy = await copyNow('copy.db');
  server.clock.now += 1000;
  const tablet = await enrolTablet(server, admin, [group]);
  const [student = ''] = students;
  const check = checkEvent(tablet, student);
  await tablet.push([check]);
  // The teacher signs in on the tablet, as on one that is shared.
  const own = await server.store.write((writing) =>
    issueGrant(writing, admin.school, server.clock.now, {
      device: tablet.enrolment?.device.id ?? '',
      holder: 'teacher',
      member: `member/${teacher.member}`,
      scope: [asId<GroupId>(group)],
    }),
  );
  const grant = toIssued(own) ?? undefined;
  if (grant === undefined) throw new Error('No grant');
  const renamed = tablet.event(
    'student.rename',
    `student/${student}`,
    { set: 'Renamed', was: null },
    { grant },
  );
  await tablet.push([renamed]);
  await putBack(copy);

  const back = moved(tablet);
  await expect(back.push([check])).rejects.toThrow('no-credential');
  const fresh = await enrolTablet(server, moved(admin), [group]);
  back.cookie = fresh.cookie;
  const forged = checkEvent(tablet, student, { mac: sign(hmacKey(newId()), 'other') });
  const { results } = await back.push([check, renamed, forged]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored']);
  await server.settle();
  const issues = await server.store.read((reading) => reading.issues(admin.school));
  expect(issues.map(({ id, code }) => [id, code])).toEqual([[forged.id, 'bad-mac']]);
  await fresh.pull();
  expect(fresh.body(`student/${student}`)).toMatchObject({ name: 'Renamed' });
  expect([...fresh.state.keys()].some((key) => key.startsWith(`progress/${student}/`))).toBe(true);
  await expectRebuilt();
});

test('[G7] a right from after the copy is taken up for what it was, and not by a device whose own right has ended', async () => {
  const admin = await setUpSchool(server);
  const { group, students } = await makeClass(admin, 1);
  const other = await makeClass(admin, 1);
  const copy = await copyNow('copy.db');
  const tablet = await enrolTablet(server, admin, [group]);
  const [student = ''] = students;
  const check = checkEvent(tablet, student);
  const later = checkEvent(tablet, student);
  // Signed with the key of a tablet: it makes no teacher of whoever holds it.
  const asAdmin = tablet.event(
    'school.name',
    'school',
    { set: 'Taken', was: null },
    { by: `member/${admin.member}` },
  );
  const elsewhere = checkEvent(tablet, other.students[0] ?? '');
  await putBack(copy);
  const boss = moved(admin);
  const back = moved(tablet);
  const fresh = await enrolTablet(server, boss, [group]);
  await boss.staff({ action: 'end-device', device: fresh.enrolment?.device.id ?? '' });
  back.cookie = fresh.cookie;
  const heldNow = async () => {
    await server.settle();
    const issues = await server.store.read((reading) => reading.issues(admin.school));
    return issues.map(({ id, code }) => [id, code]);
  };
  await back.push([check]);
  expect(await heldNow()).toEqual([[check.id, 'unknown-grant']]);
  // Another tablet of the class brings the rest: what was held for want of the right counts now.
  back.cookie = (await enrolTablet(server, boss, [group])).cookie;
  await back.push([later, asAdmin, elsewhere]);
  expect((await heldNow()).map(([id]) => id)).toEqual([asAdmin.id, elsewhere.id]);
  await expectRebuilt();
});

test.each([
  ['before', 'nobody'],
  ['before', 'the tablet'],
  ['before', 'the carrier'],
  ['after', 'nobody'],
  ['after', 'the carrier'],
] as const)(
  '[G7] a rescue file of a tablet that came %s the copy and whose right is younger counts, unless the rights have ended of: %s',
  async (came, ended) => {
    const admin = await setUpSchool(server);
    await admin.pull();
    const key = admin.body<SchoolBody>('school')?.key ?? '';
    const { group, students } = await makeClass(admin, 1);
    const early = await copyNow('early.db');
    const tablet = await enrolTablet(server, admin, [group]);
    const idOf = (device: TestDevice): string => device.enrolment?.device.id ?? '';
    const copy = came === 'after' ? early : await copyNow('copy.db');
    const right = await server.store.write((writing) =>
      issueGrant(writing, admin.school, server.clock.now, {
        device: idOf(tablet),
        holder: 'class-tablet',
        member: null,
        scope: [asId<GroupId>(group)],
      }),
    );
    const grant = toIssued(right);
    if (grant === null) throw new Error('No grant');
    const check = checkEvent(tablet, students[0] ?? '', { grant });
    await putBack(copy);
    const boss = moved(admin);
    const carrier = await joinStaff(server, boss, { role: 'teacher', groups: [group] });
    const gone = { nobody: undefined, 'the tablet': tablet, 'the carrier': carrier }[ended];
    if (gone !== undefined) await boss.staff({ action: 'end-device', device: idOf(gone) });
    const file = await rescueOf(moved(tablet), key, [[check]]);
    const brought = { nonce: newId(), header: file.header, lines: file.lines };
    expect((await carrier.send('POST', '/api/import', brought)).status).toBe(200);
    await server.settle();
    const issues = await server.store.read((reading) => reading.issues(admin.school));
    expect(issues.map(({ id, code }) => [id, code])).toEqual(
      gone === undefined ? [] : [[check.id, 'unknown-grant']],
    );
    await boss.pull();
    const counted = [...boss.state.keys()].some((name) => name.startsWith('progress/'));
    expect(counted).toBe(gone === undefined);
    await expectRebuilt();
  },
);

test('[P12] an event whose right came into the data while the server was stopped counts from the next start on', async () => {
  const admin = await setUpSchool(server);
  const { group, students } = await makeClass(admin, 1);
  const tablet = await enrolTablet(server, admin, [group]);
  const right = toIssued(await newTabletRight(tablet, group));
  if (right === null) throw new Error('No grant');
  const check = checkEvent(tablet, students[0] ?? '', { grant: right });
  await tablet.push([check]);
  await server.settle();
  const codes = () => server.store.read((reading) => reading.issues(admin.school));
  expect(await codes()).toMatchObject([{ id: check.id, code: 'unknown-grant' }]);
  await newTabletRight(tablet, group, right.id);
  const { now } = server.clock;
  await server.close();
  server = await openSafeServer(folder, { now: now + 1000 });
  await server.settle();
  expect(await codes()).toEqual([]);
  await expectRebuilt();
});

test('[P12] who waits for the fold waits for what a right that was given back makes count, also while new events are folded', async () => {
  const admin = await setUpSchool(server);
  const { group, students } = await makeClass(admin, 1);
  const tablet = await enrolTablet(server, admin, [group]);
  const right = toIssued(await newTabletRight(tablet, group));
  if (right === null) throw new Error('No grant');
  const check = checkEvent(tablet, students[0] ?? '', { grant: right });
  await tablet.push([check]);
  await server.settle();
  await newTabletRight(tablet, group, right.id);
  const { projector } = server.school();
  const kick = vi.spyOn(projector, 'kick').mockImplementation(() => {});
  await tablet.push([checkEvent(tablet, students[0] ?? '')]);
  kick.mockRestore();
  projector.kick();
  projector.again();
  await server.settle();
  expect(await server.store.read((reading) => reading.issues(admin.school))).toEqual([]);
});

test('a journal may be merged again, into a copy that has it already: nothing is there twice', async () => {
  const admin = await setUpSchool(server);
  await admin.push([rename(admin), rename(admin)]);
  const copy = await copyNow('copy.db');
  const before = await eventsNow();
  const { journal } = await putBack(copy, backup());
  expect(journal).toMatchObject({ added: 0, known: before.size });
  const twice = await copyNow('twice.db');
  expect((await putBack(twice, backup())).journal).toMatchObject({ added: 0 });
  expect(await eventsNow()).toEqual(before);
});

test('a device that was let in again after its rights had ended stays let in, and one that was ended after the copy is ended', async () => {
  const admin = await setUpSchool(server);
  const { group } = await makeClass(admin, 1);
  const [one, two] = [
    await enrolTablet(server, admin, [group]),
    await enrolTablet(server, admin, [group]),
  ];
  const idOf = (device: TestDevice): string => device.enrolment?.device.id ?? '';
  await admin.staff({ action: 'end-device', device: idOf(one) });
  const { id } = server.school().row;
  const token = await server.store.write((writing) =>
    addCredential(writing, id, server.clock.now, idOf(one)),
  );
  one.cookie = `nine-of-ten=${id}.${token}`;
  const copy = await copyNow('copy.db');
  await admin.staff({ action: 'end-device', device: idOf(two) });
  await putBack(copy, backup());
  await moved(one).page();
  await expect(moved(two).page()).rejects.toThrow('credential-ended');
});

test('a last line that was cut is left out and said; the lines before it count', async () => {
  const admin = await setUpSchool(server);
  const copy = await copyNow('copy.db');
  await admin.push([rename(admin)]);
  const before = await eventsNow();
  const segments = join(backup(), 'journal');
  const [name = ''] = readdirSync(segments);
  const lines = readFileSync(join(segments, name), 'utf8').trimEnd().split('\n');
  appendFileSync(join(segments, name), (lines.at(-1) ?? '').slice(0, 200));
  const { journal } = await putBack(copy, backup());
  expect(journal).toMatchObject({ added: 1, damaged: 1 });
  expect(await eventsNow()).toEqual(before);
});

test('[P5] without a journal the older copy says what it does not have, and keeps what was there before aside', async () => {
  const admin = await setUpSchool(server);
  await admin.push([rename(admin)]);
  const copy = await copyNow('copy.db');
  const later = await admin.push([rename(admin), rename(admin)]);
  const { replaced } = await putBack(copy);
  const ack = { epoch: later.epoch, receipt: later.receipt };
  expect((await moved(admin).ledger({ ack })).ledger[0]).toMatchObject({
    through: 1,
    gaps: [[2, 3]],
    reoffer: true,
  });
  const aside = new DatabaseSync(replaced ?? '', { readOnly: true });
  expect(aside.prepare('SELECT COUNT(*) AS n FROM log').get()).toEqual({ n: 5 + 3 });
  aside.close();
});

test.each([
  ['is not there', () => join(folder, 'nowhere.db')],
  [
    `is no copy of a school's data`,
    () => {
      const path = join(folder, 'letter.db');
      writeFileSync(path, 'Dear all, this is not a database.');
      return path;
    },
  ],
  [
    `is no copy of a school's data`,
    () => {
      const path = join(folder, 'other.db');
      const other = new DatabaseSync(path);
      other.exec('CREATE TABLE notes (text); PRAGMA user_version = 1;');
      other.close();
      return path;
    },
  ],
  [
    'newer version',
    () => {
      const path = join(folder, 'newer.db');
      cpSync(join(folder, 'copy.db'), path);
      const newer = new DatabaseSync(path);
      newer.exec('PRAGMA user_version = 999');
      newer.close();
      return path;
    },
  ],
  [
    'is damaged',
    () => {
      const path = join(folder, 'damaged.db');
      const bytes = readFileSync(join(folder, 'copy.db'));
      bytes.fill(7, 8192, bytes.length - 4096);
      writeFileSync(path, bytes);
      return path;
    },
  ],
])(
  'what cannot be restored is refused in a sentence and changes nothing: %s',
  async (words, make) => {
    const admin = await setUpSchool(server);
    await admin.push([rename(admin)]);
    await copyNow('copy.db');
    const file = make();
    await server.settle();
    await server.close();
    const before = [readdirSync(data()), readFileSync(join(data(), 'school.db'))];
    const done = await restore({
      file,
      dataDir: data(),
      journal: undefined,
      now: server.clock.now,
    });
    expect(done).toMatchObject({
      ok: false,
      error: { code: 'unusable', text: expect.stringContaining(words) },
    });
    expect([readdirSync(data()), readFileSync(join(data(), 'school.db'))]).toEqual(before);
    expect(existsSync(join(data(), 'school.db.restoring'))).toBe(false);
    server = await openSafeServer(folder);
  },
);
