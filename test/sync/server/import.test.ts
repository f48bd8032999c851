import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppliedBody, SchoolBody } from '#domain/model/documents.ts';
import type { EventRow } from '#protocol/event.ts';
import { LIMITS } from '#protocol/limits.ts';
import { parseImportAnswer, RESCUE_VERSION, type RescueHeader } from '#protocol/rescue.ts';
import type { DevicesAnswer, DoneAnswer, HeldAnswer } from '#protocol/staff-request.ts';
import { newSealingKey } from '#server/crypto/sealing-key.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import {
  enrolTablet,
  openTestServer,
  setUpSchool,
  type TestServer,
} from '#test/support/server-harness.ts';
import { checkEvent, makeClass, type TestClass } from '#test/support/server-class.ts';
import { damaged, inLines, rescueOf } from '#test/support/rescue-files.ts';

let server: TestServer;
let admin: TestDevice;
let tablet: TestDevice;
let group: TestClass;
let key: string;
beforeEach(async () => {
  server = await openTestServer();
  admin = await setUpSchool(server);
  group = await makeClass(admin, 1);
  await server.settle();
  tablet = await enrolTablet(server, admin, [group.group]);
  await admin.pull();
  key = admin.body<SchoolBody>('school')?.key ?? '';
});
afterEach(() => server.close());

const checks = (count: number): EventRow[] =>
  Array.from({ length: count }, () => checkEvent(tablet, group.students[0] ?? ''));

async function bring(
  header: unknown,
  lines: readonly string[],
  by = admin,
): Promise<Record<string, unknown>> {
  const reply = await by.send('POST', '/api/import', { nonce: newId(), header, lines });
  const body = JSON.parse(reply.text);
  if (reply.status === 200) {
    if (!parseImportAnswer(body).ok) throw new Error('No answer of this message');
    const { stored, duplicate, held, refused, unreadable } = body;
    return { stored, duplicate, held, refused, unreadable };
  }
  return { status: reply.status, code: body.error.code };
}
const NONE = { stored: 0, duplicate: 0, held: 0, refused: 0, unreadable: 0 };
const receipts = () =>
  server.store.read(async (reading) => (await reading.counters(admin.school)).receipt);

describe('a rescue file that a colleague brings', () => {
  test('its results count as if the tablet had sent them, and belong to the tablet', async () => {
    const { header, lines } = await rescueOf(tablet, key, inLines(checks(5), 2));
    expect(await bring(header, lines)).toEqual({ ...NONE, stored: 5 });
    await server.settle();
    await tablet.pull();
    expect(tablet.body<AppliedBody>(`applied/${tablet.stream}`)).toMatchObject({
      through: 5,
      held: [],
    });
    const [progress] = [...tablet.state.values()].filter(({ kind }) => kind === 'progress');
    expect(JSON.parse(progress?.body ?? '{}').d.match(/c3\./g)).toHaveLength(5);
  });

  test('[P2] brought twice, and sent by the tablet afterwards, it is counted once', async () => {
    const rows = checks(3);
    const { header, lines } = await rescueOf(tablet, key, [rows]);
    await bring(header, lines);
    expect(await bring(header, [...lines, ...lines])).toEqual({ ...NONE, duplicate: 6 });
    const answer = await tablet.push(rows);
    expect(answer.results.map(({ outcome }) => outcome)).toEqual([
      'duplicate',
      'duplicate',
      'duplicate',
    ]);
    expect(answer.ledger[0]).toMatchObject({ through: 3, gaps: [], forked: false });
  });

  test('[P17] what was declared lost is found again in it', async () => {
    const rows = checks(3);
    await tablet.ledger({ high: 3 });
    await tablet.become('/api/resume', {});
    const losses = async () => {
      const { devices } = await admin.staff<DevicesAnswer>({ action: 'devices' });
      const own = devices.find(({ kind }) => kind === 'class-tablet');
      return own?.losses.map(({ first, last }) => [first, last]);
    };
    expect(await losses()).toEqual([[1, 3]]);
    const { header, lines } = await rescueOf(tablet, key, [rows.slice(1)]);
    await bring(header, lines);
    expect(await losses()).toEqual([[1, 1]]);
  });

  test('[P13] its results happened when the device says, by the clocks that the file names', async () => {
    const made = server.clock.now;
    const hour = 3_600_000;
    const ahead = server.newDevice(() => server.clock.now + hour);
    Object.assign(ahead, { grant: tablet.grant, enrolment: tablet.enrolment });
    const row = checkEvent(ahead, group.students[0] ?? '', { skew: null });
    server.clock.now += 60_000;
    const { header, lines } = await rescueOf(ahead, key, [[row]], { skew: -hour });
    server.clock.now += 24 * hour;
    expect(await bring(header, lines)).toEqual({ ...NONE, stored: 1 });
    const [stored] = await server.store.read((reading) =>
      reading.eventsById(admin.school, [row.id]),
    );
    expect([stored?.moment, stored?.clamped]).toEqual([made, false]);
    expect(stored?.receivedAt).toBe(server.clock.now);
  });

  test.each([1e300, -1e300])('[P13] a header whose clock says %s loses nothing', async (wild) => {
    const { header, lines } = await rescueOf(tablet, key, [checks(1)]);
    const clock = { wall: wild, mono: wild, boot: 'b' };
    expect(await bring({ ...header, clock }, lines)).toEqual({ ...NONE, stored: 1 });
  });

  test('[P9] a tablet whose rights ended may bring one too; a stranger may not', async () => {
    const { header, lines } = await rescueOf(tablet, key, [checks(1)]);
    expect(await bring(header, lines, server.newDevice())).toEqual({
      status: 401,
      code: 'no-credential',
    });
    const device = tablet.enrolment?.device.id ?? '';
    await admin.staff<DoneAnswer>({ action: 'end-device', device });
    expect(await bring(header, lines, tablet)).toEqual({ ...NONE, stored: 1 });
  });

  test('[G3] what nobody signed is kept, not counted, and shown with the device that brought it', async () => {
    const [row] = checks(1);
    const { header, lines } = await rescueOf(tablet, key, [[{ ...row, mac: 'x' }]]);
    expect(await bring(header, lines)).toEqual({ ...NONE, stored: 1 });
    await server.settle();
    const { events } = await admin.staff<HeldAnswer>({ action: 'held' });
    expect(events).toMatchObject([
      { code: 'bad-mac', device: admin.enrolment?.device.id, id: row?.id },
    ]);
  });

  test('what is no event is refused by itself, and the rest of its line comes in', async () => {
    const [one, two, three] = checks(3);
    const line = [one, { ...two, text: 'no event' }, { ...three, mac: 7 }];
    const { header, lines } = await rescueOf(tablet, key, [line]);
    expect(await bring(header, lines)).toEqual({ ...NONE, stored: 1, refused: 2 });
  });
});

describe('a file that is not what it should be', () => {
  test('a line that was cut or changed by one character is named, the others come in', async () => {
    const { header, lines } = await rescueOf(tablet, key, inLines(checks(4), 1));
    const [first = '', second = '', third = '', fourth = ''] = lines;
    expect(
      await bring(header, [
        damaged(first),
        second.slice(0, second.length / 2),
        third,
        fourth.replace(/^1/, '2'),
        'x',
        '....',
        '1.AA.AA.AA',
      ]),
    ).toEqual({ ...NONE, stored: 1, unreadable: 6 });
  });

  test('a point that is on no curve is a line that cannot be read', async () => {
    const point = Buffer.concat([Buffer.of(4), Buffer.alloc(64, 7)]).toString('base64url');
    const { header } = await rescueOf(tablet, key, [checks(1)]);
    const line = `1.${point}.${'A'.repeat(16)}.${'A'.repeat(40)}`;
    expect(await bring(header, [line])).toEqual({ ...NONE, unreadable: 1 });
  });

  test('a file of another school brings nothing in, whatever its header says', async () => {
    const before = await receipts();
    const foreign = newSealingKey().publicKey;
    const { header, lines } = await rescueOf(tablet, foreign, [checks(1)]);
    expect(await bring({ ...header, school: newId() }, lines)).toEqual({
      status: 409,
      code: 'other-school',
    });
    expect(await bring(header, lines)).toEqual({ ...NONE, unreadable: 1 });
    expect(await receipts()).toBe(before);
  });

  test.each<[string, (header: RescueHeader) => unknown, number, string]>([
    ['of a newer version', (it) => ({ ...it, v: RESCUE_VERSION + 1 }), 409, 'newer-version'],
    [
      'of a newer version with fields that nobody knows',
      () => ({ nineOfTen: 'rescue', v: 99, more: 1 }),
      409,
      'newer-version',
    ],
    ['of something else', () => ({ nineOfTen: 'journal', v: 1 }), 400, 'not-a-rescue-file'],
    ['without a clock', (it) => ({ ...it, clock: undefined }), 400, 'not-a-rescue-file'],
    ['that is no header', () => 'rescue', 400, 'not-a-rescue-file'],
  ])('a header %s is refused by a code, and nothing comes in', async (_, change, status, code) => {
    const before = await receipts();
    const { header, lines } = await rescueOf(tablet, key, [checks(1)]);
    expect(await bring(change(header), lines)).toEqual({ status, code });
    expect(await receipts()).toBe(before);
  });

  test('a hundred thousand lines in one request are too many, and so is none', async () => {
    const { header, lines } = await rescueOf(tablet, key, [checks(1)]);
    const short = Array.from({ length: 100_000 }, () => 'x');
    expect(await bring(header, short)).toEqual({ status: 400, code: 'malformed' });
    expect(await bring(header, [])).toEqual({ status: 400, code: 'malformed' });
    const most = Array.from({ length: LIMITS.importLines }, () => lines[0] ?? '');
    expect(await bring(header, most)).toEqual({ ...NONE, stored: 1, duplicate: 19 });
    const long = ['x'.repeat(LIMITS.importBytes)];
    expect(await bring(header, long)).toEqual({ status: 413, code: 'too-large' });
  });
});
