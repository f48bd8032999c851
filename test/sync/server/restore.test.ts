/** Copies that are put back, with a journal and without. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import { restore } from '#server/safety/restore.ts';
import { addCredential } from '#server/usecases/enrolment.ts';
import { checkEvent, makeClass } from '#test/support/server-class.ts';
import { enrolTablet, joinStaff, setUpSchool } from '#test/support/server-harness.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import { restoredSchool } from '#test/support/restored-school.ts';

const school = restoredSchool();
const { data, backup, moved, putBack, copyNow, expectRebuilt } = school;

/** What a restore must not change of an event, by id. */
async function eventsNow(): Promise<Map<string, unknown>> {
  const rows = await school.server.store.read((reading) =>
    reading.eventsAfter(school.server.school().row.id, 0, 100_000),
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

const rename = (device: TestDevice) =>
  device.event(
    'school.name',
    'school',
    { set: newId(), was: null },
    { at: (school.server.clock.now += 10) },
  );

test('[P17] an old copy and the journal give every event exactly once, with the same moments, and the state that follows from it', async () => {
  const admin = await setUpSchool(school.server);
  const copy = await copyNow('copy.db');
  const { group, students } = await makeClass(admin, 3);
  const tablet = await enrolTablet(school.server, admin, [group]);
  const teacher = await joinStaff(school.server, admin, { role: 'teacher', groups: [group] });
  const [student = ''] = students;
  for (let i = 0; i < 5; i += 1) {
    school.server.clock.now += 5000;
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
  await school.server.settle();
  await tablet.pull();
  const before = await eventsNow();
  const [streams, covered] = await school.server.store.read(async (reading) => [
    await reading.allStreams(school.server.school().row.id),
    await reading.covered(school.server.school().row.id, tablet.stream, 0, 100),
  ]);

  const { journal, copy: facts } = await putBack(copy, backup());
  expect(facts.events + (journal?.added ?? 0)).toBe(before.size);
  expect(journal).toMatchObject({ damaged: 0, newer: 0, foreign: 0 });
  expect(await eventsNow()).toEqual(before);
  await school.server.store.read(async (reading) => {
    expect(await reading.allStreams(school.server.school().row.id)).toEqual(streams);
    expect(await reading.covered(school.server.school().row.id, tablet.stream, 0, 100)).toEqual(
      covered,
    );
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
  const admin = await setUpSchool(school.server);
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
    const admin = await setUpSchool(school.server);
    const copy = await copyNow('copy.db');
    const { group, students } = await makeClass(admin, 1);
    const [student = ''] = students;
    const set = `Oak${mark}`;
    await admin.push([
      admin.event(
        'school.name',
        'school',
        { set, was: null },
        { at: (school.server.clock.now += 10) },
      ),
      admin.event('student.rename', `student/${student}`, { set: `Ana${mark}B`, was: null }),
    ]);
    const { code } = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [group] });
    const tablet = school.server.newDevice();
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
    await school.server.settle();
    expect(await school.server.store.read((reading) => reading.issues(tablet.school))).toEqual([]);
  },
);

test('[P7] after a restore with a journal that has a hole, acknowledgements above the copy are offered again', async () => {
  const admin = await setUpSchool(school.server);
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
  mkdirSync(join(school.folder, 'holed'));
  writeFileSync(join(school.folder, 'holed', name), `${holed.join('\n')}\n`);
  await putBack(copy, join(school.folder, 'holed'), true);
  const ack = { epoch: lost.epoch, receipt: lost.receipt };
  expect((await moved(admin).ledger({ ack })).ledger[0]).toMatchObject({
    through: 1,
    gaps: [[2, 2]],
    reoffer: true,
  });
});

test('a journal may be merged again, into a copy that has it already: nothing is there twice', async () => {
  const admin = await setUpSchool(school.server);
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
  const admin = await setUpSchool(school.server);
  const { group } = await makeClass(admin, 1);
  const [one, two] = [
    await enrolTablet(school.server, admin, [group]),
    await enrolTablet(school.server, admin, [group]),
  ];
  const idOf = (device: TestDevice): string => device.enrolment?.device.id ?? '';
  await admin.staff({ action: 'end-device', device: idOf(one) });
  const { id } = school.server.school().row;
  const token = await school.server.store.write((writing) =>
    addCredential(writing, id, school.server.clock.now, idOf(one)),
  );
  one.cookie = `nine-of-ten=${id}.${token}`;
  const copy = await copyNow('copy.db');
  await admin.staff({ action: 'end-device', device: idOf(two) });
  await putBack(copy, backup());
  await moved(one).page();
  await expect(moved(two).page()).rejects.toThrow('credential-ended');
});

test('a last line that was cut is left out and said; the lines before it count', async () => {
  const admin = await setUpSchool(school.server);
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
  const admin = await setUpSchool(school.server);
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
  ['is not there', () => join(school.folder, 'nowhere.db')],
  [
    `is no copy of a school's data`,
    () => {
      const path = join(school.folder, 'letter.db');
      writeFileSync(path, 'Dear all, this is not a database.');
      return path;
    },
  ],
  [
    `is no copy of a school's data`,
    () => {
      const path = join(school.folder, 'other.db');
      const other = new DatabaseSync(path);
      other.exec('CREATE TABLE notes (text); PRAGMA user_version = 1;');
      other.close();
      return path;
    },
  ],
  [
    'newer version',
    () => {
      const path = join(school.folder, 'newer.db');
      cpSync(join(school.folder, 'copy.db'), path);
      const newer = new DatabaseSync(path);
      newer.exec('PRAGMA user_version = 999');
      newer.close();
      return path;
    },
  ],
  [
    'is damaged',
    () => {
      const path = join(school.folder, 'damaged.db');
      const bytes = readFileSync(join(school.folder, 'copy.db'));
      bytes.fill(7, 8192, bytes.length - 4096);
      writeFileSync(path, bytes);
      return path;
    },
  ],
])(
  'what cannot be restored is refused in a sentence and changes nothing: %s',
  async (words, make) => {
    const admin = await setUpSchool(school.server);
    await admin.push([rename(admin)]);
    await copyNow('copy.db');
    const file = make();
    await school.server.settle();
    await school.whileStopped(async (now) => {
      const before = [readdirSync(data()), readFileSync(join(data(), 'school.db'))];
      const done = await restore({ file, dataDir: data(), journal: undefined, now });
      expect(done).toMatchObject({
        ok: false,
        error: { code: 'unusable', text: expect.stringContaining(words) },
      });
      expect([readdirSync(data()), readFileSync(join(data(), 'school.db'))]).toEqual(before);
      expect(existsSync(join(data(), 'school.db.restoring'))).toBe(false);
    });
  },
);
