import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppliedBody } from '#domain/model/documents.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { PushAnswer } from '#protocol/push.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import {
  enrolTablet,
  joinStaff,
  openTestServer,
  setUpSchool,
  type TestServer,
} from '#test/support/server-harness.ts';
import { checkEvent, makeClass, type TestClass } from '#test/support/server-class.ts';

let server: TestServer;
let admin: TestDevice;
beforeEach(async () => {
  server = await openTestServer();
  admin = await setUpSchool(server);
});
afterEach(() => server.close());

const outcomes = (answer: { results: readonly { outcome: string; code?: string }[] }): string[] =>
  answer.results.map(({ outcome, code }) => (code === undefined ? outcome : `${outcome} ${code}`));

async function appliedOf(
  device: TestDevice,
  stream = device.stream,
): Promise<AppliedBody | undefined> {
  await server.settle();
  await device.pull();
  return device.body<AppliedBody>(`applied/${stream}`);
}

const rename = (device: TestDevice, name: string, choice = {}) =>
  device.event('school.name', 'school', { set: name, was: null }, choice);

async function schoolName(): Promise<string | undefined> {
  await server.settle();
  await admin.pull();
  return admin.body<{ name: string }>('school')?.name;
}

describe('what a push stores', () => {
  test('[P2] the same id with the same bytes is a duplicate and is stored once', async () => {
    const row = rename(admin, 'Elm School');
    expect(outcomes(await admin.push([row, row]))).toEqual(['stored', 'duplicate']);
    expect(outcomes(await admin.push([row]))).toEqual(['duplicate']);
    const log = await server.store.read((reading) => reading.eventsById(admin.school, [row.id]));
    expect(log).toHaveLength(1);
    expect(await schoolName()).toBe('Elm School');
  });

  test('[P2] the same id with other bytes keeps both and holds the second', async () => {
    const id = newId();
    const first = rename(admin, 'First', { id });
    const second = rename(admin, 'Second', { id });
    expect(outcomes(await admin.push([first]))).toEqual(['stored']);
    expect(outcomes(await admin.push([second]))).toEqual(['held id-conflict']);
    expect(outcomes(await admin.push([second]))).toEqual(['held id-conflict']);
    expect(await schoolName()).toBe('First');
    const log = await server.store.read((reading) => reading.eventsById(admin.school, [id]));
    expect(log.map(({ text }) => text)).toEqual([first.text, second.text]);
    expect(await appliedOf(admin)).toMatchObject({
      through: 2,
      held: [{ slot: 2, id, code: 'id-conflict' }],
    });
  });

  test('[P2] the same event in another slot accounts for that slot and is counted once', async () => {
    const group = await makeClass(admin, 1);
    await server.settle();
    const tablet = await enrolTablet(server, admin, [group.group]);
    const row = checkEvent(tablet, group.students[0] ?? '', { right: 3 });
    await tablet.push([row]);
    const again = { ...row, slot: row.slot.replace(/\d{9}$/, '000000002') };
    expect(outcomes(await tablet.push([again]))).toEqual(['duplicate']);
    expect(await appliedOf(tablet)).toEqual({ short: 3, through: 2, held: [] });
    const [progress] = [...tablet.state.values()].filter(({ kind }) => kind === 'progress');
    expect(JSON.parse(progress?.body ?? '{}').d.match(/c3\./g)).toHaveLength(1);
  });

  test('[P3] the same slot with another id keeps and counts both, and the stream is forked', async () => {
    const one = rename(admin, 'One', { at: server.clock.now - 1000 });
    await admin.push([one]);
    admin.slot = 0;
    const other = rename(admin, 'Other');
    const answer = await admin.push([other]);
    expect(outcomes(answer)).toEqual(['stored']);
    expect(answer.ledger[0]).toMatchObject({ through: 1, forked: true });
    expect(await schoolName()).toBe('Other');
    const branches = await server.store.read((reading) =>
      reading.streams(admin.school, [admin.stream]),
    );
    expect(new Set(branches.map(({ short }) => short)).size).toBe(2);
  });

  test('[P3] a device whose slot holds the event of a clone is told before it sends', async () => {
    const row = rename(admin, 'One');
    await admin.push([row]);
    const own = await admin.ledger({ highId: row.id });
    expect(own.ledger[0]).toMatchObject({ forked: false });
    const clone = await admin.ledger({ highId: newId() });
    expect(clone.ledger[0]).toMatchObject({ forked: true });
  });

  test('[P4] something that is no event is refused by itself, its slot is accounted for, the others are stored', async () => {
    const good = rename(admin, 'Good');
    const slot = (): string => `${admin.stream}.${String((admin.slot += 1)).padStart(9, '0')}`;
    const rows = [
      { slot: slot(), id: newId(), text: 'not json', mac: '' },
      { slot: slot(), id: newId(), text: '{"v":1}', mac: '' },
      { ...good, slot: slot(), id: newId() },
      { slot: slot(), id: newId(), text: `"${'x'.repeat(LIMITS.eventText)}"`, mac: '' },
      { slot: slot(), id: newId(), text: 7, mac: '' },
      { slot: slot(), id: 'short', text: '{}', mac: '' },
      { slot: 'nowhere', id: newId(), text: '{}', mac: '' },
    ];
    const answer = await admin.push([good, ...rows]);
    expect(outcomes(answer)).toEqual([
      'stored',
      'refused not-json',
      'refused bad-envelope',
      'refused id-mismatch',
      'refused too-large',
      'refused bad-row',
      'refused bad-row',
      'refused bad-slot',
    ]);
    expect(answer.ledger).toMatchObject([{ through: 7, gaps: [] }]);
    expect(await schoolName()).toBe('Good');
    expect((await appliedOf(admin))?.held.map(({ code }) => code)).toEqual([
      'not-json',
      'bad-envelope',
      'id-mismatch',
      'too-large',
      'bad-row',
      'bad-row',
    ]);
  });

  test('[P2] bytes that no store can keep are refused, and counted once however often they come', async () => {
    const name = (text: string) => rename(admin, text);
    const rows = [
      { ...name('A'), text: `${name('A').text.slice(0, -1)},"x":"\uD800"}` },
      { ...name('B'), mac: '\uDFFF' },
      { ...name('C'), id: '\uD800' },
      { ...name('D'), slot: '\uD800' },
    ];
    for (let i = 0; i < 2; i += 1) {
      const { results } = await admin.push(rows);
      expect(results.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'refused'));
    }
  });

  test('[P9] held events are capped per device, and what the school signed is stored all the same', async () => {
    const held = Array.from({ length: LIMITS.heldPerDevice + 1 }, (_, i) => ({
      receipt: 10_000 + i,
      state: 'held' as const,
      code: 'bad-mac',
      detail: '',
      stream: 'x',
      slot: i,
      id: 'x',
      device: admin.enrolment?.device.id ?? '',
    }));
    await server.store.write((writing) => writing.putIssues(admin.school, held));
    const forged = rename(admin, 'Forged', { mac: 'x' });
    const real = rename(admin, 'Real');
    expect(outcomes(await admin.push([forged, real]))).toEqual(['refused held-cap', 'stored']);
    expect(await schoolName()).toBe('Real');
  });

  test('[P9] a burst of forged events does not outrun the cap, and what is no event is capped as well', async () => {
    // Nothing is judged meanwhile.
    await server.school().projector.stop();
    const rows = (count: number, change: object) =>
      Array.from({ length: count }, () => ({ ...rename(admin, 'Forged'), ...change }));
    const batches = LIMITS.heldPerDevice / 100;
    for (let i = 0; i < batches; i += 1) await admin.push(rows(100, { mac: 'x' }));
    expect(outcomes(await admin.push(rows(1, { mac: 'x' })))).toEqual(['stored']);
    expect(outcomes(await admin.push(rows(2, { mac: 'x' })))).toEqual([
      'refused held-cap',
      'refused held-cap',
    ]);
    const streams = () => server.store.read((reading) => reading.allStreams(admin.school));
    for (let i = 0; i <= batches; i += 1) {
      const all = rows(100, { text: 'no event' });
      await admin.push(all.map((row) => ({ ...row, slot: `${newId()}.000000001` })));
    }
    const most = await streams();
    expect(most.length).toBeLessThan(LIMITS.heldPerDevice + 10);
    const reply = await admin.push(rows(1, { text: 'no event', slot: `${newId()}.000000001` }));
    expect(outcomes(reply)).toEqual(['refused not-json']);
    expect(await streams()).toHaveLength(most.length);
  }, 60_000);

  test('[P9] a device whose rights ended brings all that it made while they lasted, however much', async () => {
    const teacher = await joinStaff(server, admin, { role: 'principal' });
    const device = teacher.enrolment?.device.id ?? '';
    const make = () => rename(teacher, 'Before');
    const before = make();
    server.clock.now += 1000;
    await server.store.write((writing) =>
      writing.endGrants(admin.school, device, server.clock.now),
    );
    const held = Array.from({ length: LIMITS.heldPerDevice + 1 }, (_, i) => ({
      receipt: 10_000 + i,
      state: 'held' as const,
      code: 'grant-ended',
      detail: '',
      stream: 'x',
      slot: i,
      id: 'x',
      device,
    }));
    await server.store.write((writing) => writing.putIssues(admin.school, held));
    server.clock.now += 1000;
    expect(outcomes(await teacher.push([before, make()]))).toEqual(['stored', 'refused held-cap']);
  });

  test('[P9] an ended credential still carries, and opens nothing else', async () => {
    const teacher = await joinStaff(server, admin, { role: 'principal' });
    const device = teacher.enrolment?.device.id ?? '';
    const before = teacher.event('judgement', `student/${newId()}`, {
      course: 'c' as never,
      objective: 'o' as never,
      rev: 'r',
      decision: 'mastered',
      reason: '',
    });
    await server.store.write((writing) =>
      writing.endCredentials(teacher.school, device, server.clock.now),
    );
    expect(outcomes(await teacher.push([before]))).toEqual(['stored']);
    expect((await teacher.ledger()).ledger[0]?.through).toBe(1);
    await expect(teacher.page()).rejects.toThrow('credential-ended');
    expect(
      (await teacher.send('POST', '/api/staff', teacher.staffRequest({ action: 'catalog' })))
        .status,
    ).toBe(401);
  });

  test('[P9] who was never let in is told so by a code', async () => {
    const stranger = server.newDevice();
    for (const cookie of [
      '',
      'nine-of-ten=',
      `nine-of-ten=${admin.school}.wrong`,
      'nine-of-ten=other.token',
    ]) {
      stranger.cookie = cookie;
      const body = { nonce: newId(), clock: stranger.clock(), events: [{}] };
      const reply = await stranger.send('POST', '/api/events', body);
      expect([reply.status, reply.text]).toEqual([401, '{"error":{"code":"no-credential"}}']);
    }
  });
});

describe('the ledger', () => {
  let group: TestClass;
  let tablet: TestDevice;
  beforeEach(async () => {
    group = await makeClass(admin, 1);
    await server.settle();
    tablet = await enrolTablet(server, admin, [group.group]);
  });
  const check = (slot: number) => checkEvent(tablet, group.students[0] ?? '', { slot });

  test('[P5][P8] through stops before the first gap, and the gaps are named', async () => {
    const answer = await tablet.push([check(1), check(2), check(5), check(6), check(9)]);
    expect(answer.ledger).toEqual([
      {
        stream: tablet.stream,
        short: 3,
        through: 2,
        gaps: [
          [3, 4],
          [7, 8],
        ],
        safe: 2,
        forked: false,
        reoffer: false,
      },
    ]);
    const asked = await tablet.ledger({ high: 11 });
    expect(asked.ledger[0]).toMatchObject({
      through: 2,
      gaps: [
        [3, 4],
        [7, 8],
        [10, 11],
      ],
    });
    await tablet.push([check(4), check(3)]);
    expect((await tablet.ledger({ high: 9 })).ledger[0]).toMatchObject({
      through: 6,
      gaps: [[7, 8]],
    });
  });

  test('[P5] an empty stream and one that the server has nothing of are answered alike', async () => {
    const stream = newId();
    expect((await tablet.ledger({ stream, high: 0 })).ledger[0]).toMatchObject({
      short: null,
      through: 0,
      gaps: [],
    });
    expect((await tablet.ledger({ stream, high: 3 })).ledger[0]).toMatchObject({
      short: null,
      through: 0,
      gaps: [[1, 3]],
    });
  });

  test('[P5] more gaps than fit are named from the lowest on', async () => {
    const odd = Array.from({ length: 100 }, (_, i) => check(2 * i + 2));
    await tablet.push(odd);
    const { ledger } = await tablet.ledger({ high: 300 });
    expect(ledger[0]?.gaps).toHaveLength(LIMITS.ledgerGaps);
    expect(ledger[0]?.gaps.slice(0, 2)).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  test('[P16] a slot that is declared lost is accounted for, and the device lets go of it', async () => {
    await tablet.push([check(1), check(4)]);
    const answer = await tablet.ledger({ high: 4, lost: [[2, 3]] });
    expect(answer.ledger[0]).toMatchObject({ through: 4, gaps: [] });
    expect(await appliedOf(tablet)).toMatchObject({ through: 4 });
  });

  test('[P16] a whole stream that is lost gets a number and an end', async () => {
    const stream = newId();
    const answer = await tablet.ledger({
      stream,
      high: 2,
      lost: [
        [1, 2],
        [9, 12],
      ],
    });
    expect(answer.ledger[0]).toMatchObject({ through: 2, gaps: [] });
    expect(await appliedOf(tablet, stream)).toMatchObject({ through: 2, held: [] });
  });

  test('the server remembers what is waiting on a device, its drafts and its clock', async () => {
    await tablet.push([check(1)]);
    const late = server.newDevice(() => server.clock.now - 60_000);
    Object.assign(late, { cookie: tablet.cookie, stream: tablet.stream, slot: 6 });
    await late.ledger({ drafts: 1 });
    const devices = await server.store.read((reading) => reading.devices(admin.school));
    const own = devices.find(({ kind }) => kind === 'class-tablet');
    expect(own).toMatchObject({
      waiting: 5,
      drafts: 1,
      skew: 60_000,
      app: 'test',
      lastHeard: server.clock.now,
    });
  });
});

describe('wrong clocks', () => {
  const YEAR = 365 * 24 * 3_600_000;

  test.each([1e300, -1e300, 8.64e15, -8.64e15, 0.25, 5e-324])(
    '[P13] clocks that say %s are beyond any calendar, and the event is stored all the same',
    async (wild) => {
      const rows = [
        rename(admin, 'By its clock', { at: wild, skew: null }),
        rename(admin, 'By its skew', { skew: wild }),
        rename(admin, 'By its page', { mono: wild, boot: 'b' }),
      ];
      for (const clock of [admin.clock(), { wall: wild, mono: wild, boot: 'b' }]) {
        const body = { clock, events: rows };
        const { results } = await admin.post<PushAnswer>('/api/events', body);
        expect(results.some(({ outcome }) => outcome === 'refused')).toBe(false);
      }
      const ids = rows.map(({ id }) => id);
      const log = await server.store.read((reading) => reading.eventsById(admin.school, ids));
      expect(log.every(({ moment }) => moment >= 0 && moment <= server.clock.now)).toBe(true);
    },
  );

  test.each([
    ['a year behind', -YEAR],
    ['a year ahead', YEAR],
  ])('[P13] a clock %s loses nothing: the moment is corrected by the offset', async (_, wrong) => {
    const device = server.newDevice(() => server.clock.now + wrong);
    Object.assign(device, { cookie: admin.cookie, enrolment: admin.enrolment, grant: admin.grant });
    const made = server.clock.now;
    const row = rename(device, 'By a wrong clock', { skew: null });
    server.clock.now += 3_600_000;
    // Sent by another page load: only the offset of this exchange tells.
    expect(outcomes(await device.push([row]))).toEqual(['stored']);
    const [stored] = await server.store.read((reading) =>
      reading.eventsById(admin.school, [row.id]),
    );
    expect(stored?.moment).toBe(made);
    expect(await schoolName()).toBe('By a wrong clock');
  });

  test('[P13] a clock that was set after the event is flagged and held to what is possible', async () => {
    const seenAt = server.clock.now - 1000;
    await admin.pull();
    server.clock.now += 10_000;
    const past = rename(admin, 'Past', { at: seenAt - YEAR });
    const future = rename(admin, 'Future', { at: seenAt + YEAR });
    await admin.push([past, future]);
    const rows = await server.store.read((reading) =>
      reading.eventsById(admin.school, [past.id, future.id]),
    );
    const moments = new Map(rows.map(({ id, moment, clamped }) => [id, { moment, clamped }]));
    expect(moments.get(past.id)).toEqual({ moment: seenAt, clamped: true });
    expect(moments.get(future.id)).toEqual({ moment: server.clock.now, clamped: true });
  });

  test('[P13] what was marked before a tablet slept for a night has the day on which it was marked', async () => {
    const made = server.clock.now;
    const row = rename(admin, 'Before the night', { boot: 'another-boot', mono: 400 });
    server.clock.now += 22 * 3_600_000;
    // The same page sends it; its monotonic clock stood still in between.
    await admin.push([row]);
    const [stored] = await server.store.read((reading) =>
      reading.eventsById(admin.school, [row.id]),
    );
    expect(stored).toMatchObject({ moment: made, clamped: false });
  });

  test('[P13] in the page load that sends, the monotonic clock tells how long ago it was', async () => {
    const row = rename(admin, 'Monotonic', {
      at: server.clock.now - 600,
      skew: -YEAR,
      boot: 'another-boot',
      mono: 400,
    });
    await admin.push([row]);
    const [stored] = await server.store.read((reading) =>
      reading.eventsById(admin.school, [row.id]),
    );
    expect(stored).toMatchObject({ moment: server.clock.now - 600, clamped: false });
  });
});
