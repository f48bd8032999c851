/** The copies of the nights. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startNightly, isDue, type Nightly } from '#server/safety/nightly.ts';
import { checkCopy } from '#server/safety/check-copy.ts';
import { handTimers, openSafeServer, type SafeServer } from '#test/support/safe-server.ts';
import { setUpSchool } from '#test/support/server-harness.ts';

const DAY = 86_400_000;
let folder: string;
let server: SafeServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-nightly-'));
  for (const name of ['data', 'backup']) mkdirSync(join(folder, name));
  server = await openSafeServer(folder);
  await setUpSchool(server);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const nights = (): string => join(folder, 'data', 'backups');
function startNights(): Nightly {
  const now = (): number => server.clock.now;
  return startNightly({
    store: server.store,
    database: join(folder, 'data', 'school.db'),
    folder: nights(),
    journal: server.journal,
    now,
    timers: handTimers(now),
    log: server.world.log,
  });
}

const at = (text: string): number => Date.parse(text);
test.each([
  // Madrid is one hour ahead of UTC in winter: the night begins at 01:00 UTC.
  ['never copied', undefined, '2026-11-02T12:00Z', true],
  ['the same day', '2026-11-02T08:00Z', '2026-11-02T23:30Z', false],
  ['after midnight, before two', '2026-11-02T08:00Z', '2026-11-03T00:59Z', false],
  ['two in the morning', '2026-11-02T08:00Z', '2026-11-03T01:00Z', true],
  ['copied this night', '2026-11-03T01:00Z', '2026-11-03T12:00Z', false],
  ['a night was missed', '2026-11-03T01:00Z', '2026-11-05T00:30Z', true],
])('a copy is due at two in the morning where the school is: %s', (_, newest, now, due) => {
  const last = newest === undefined ? undefined : at(newest);
  expect(isDue(at(now), last, 'Europe/Madrid')).toBe(due);
});

test('every night has one copy that can be put back, the last 14 are kept, and the second disk has them too', async () => {
  const night = startNights();
  for (let i = 0; i < 20; i += 1) {
    await night.look();
    await night.look();
    server.clock.now += DAY;
  }
  const names = readdirSync(nights()).toSorted();
  expect(names).toHaveLength(14);
  expect(readdirSync(join(folder, 'backup', 'copies'))).toHaveLength(14);
  for (const name of names) {
    expect(await checkCopy(join(nights(), name))).toMatchObject({ ok: true });
    expect(statSync(join(nights(), name)).mode & 0o077).toBe(0);
  }
  expect(night.newest()).toBe(server.clock.now - DAY);
  expect(night.failed()).toBe(false);
  await night.stop();
});

test('no segment of the journal goes that the oldest copy needs', async () => {
  const night = startNights();
  await night.look();
  for (let i = 0; i < 3; i += 1) {
    await night.stop();
    await server.close();
    server = await openSafeServer(folder, { now: server.clock.now + 1000 });
  }
  const segments = (): number[] =>
    readdirSync(join(folder, 'backup', 'journal'))
      .map((name) => Number.parseInt(name, 10))
      .toSorted((a, b) => a - b);
  const oldest = (): number =>
    Math.min(
      ...readdirSync(join(folder, 'backup', 'copies')).map((name) => Number.parseInt(name, 10)),
    );
  // Several copies of one day: the newest stay, and all that was written since.
  expect(oldest()).toBe(2);
  expect(segments()).toEqual([2, 3, 4]);
  server.clock.now += DAY;
  const later = startNights();
  await later.look();
  await later.stop();
  expect([oldest(), segments()]).toEqual([3, [3, 4]]);
});

test('a copy that cannot be made is said once, shown, and made as soon as it can be', async () => {
  writeFileSync(nights(), 'a file in the place of the folder');
  const night = startNights();
  await night.look();
  await night.look();
  expect(night.failed()).toBe(true);
  expect(server.lines.filter((line) => line.includes('copy of the night failed'))).toHaveLength(1);
  rmSync(nights());
  await night.look();
  expect([night.failed(), readdirSync(nights()).length]).toEqual([false, 1]);
  await night.stop();
});

test('a copy that the second disk does not take is shown, and tried again without another one on the first', async () => {
  const copies = join(folder, 'backup', 'copies');
  const night = startNights();
  await night.look();
  server.clock.now += DAY;
  renameSync(copies, `${copies}-away`);
  for (let i = 0; i < 3; i += 1) {
    await night.look();
    expect([night.failed(), readdirSync(nights()).length]).toEqual([true, 2]);
    server.clock.now += 5 * 60_000;
  }
  expect(server.lines.filter((line) => line.includes('copy of the night failed'))).toHaveLength(1);
  renameSync(`${copies}-away`, copies);
  const before = readdirSync(copies).length;
  await night.look();
  await night.look();
  expect([night.failed(), readdirSync(nights()).length]).toEqual([false, 2]);
  const names = readdirSync(copies);
  expect(names).toHaveLength(before + 1);
  for (const name of names) expect(await checkCopy(join(copies, name))).toMatchObject({ ok: true });
  await night.stop();
});

test('a copy that was made while the clock was wrong, next year, keeps no night from having its own, once', async () => {
  const night = startNights();
  await night.look();
  const now = server.clock.now;
  for (const place of [nights(), join(folder, 'backup', 'copies')])
    for (const name of readdirSync(place)) {
      const nextYear = (now + 365 * DAY) / 1000;
      utimesSync(join(place, name), nextYear, nextYear);
    }
  server.clock.now += 60_000;
  await night.look();
  for (let i = 0; i < 3; i += 1) {
    server.clock.now += 5 * 60_000;
    await night.look();
  }
  expect(readdirSync(nights())).toHaveLength(2);
  expect(readdirSync(join(folder, 'backup', 'copies'))).toHaveLength(2);
  expect(night.newest()).toBe(now + 60_000);
  server.clock.now += DAY;
  await night.look();
  expect(readdirSync(nights())).toHaveLength(3);
  await night.stop();
});

test('a copy that a crash left half made is none, and goes', async () => {
  mkdirSync(nights());
  const half = join(nights(), '000000-20261101T020000000Z.db.part');
  writeFileSync(half, 'half');
  server.clock.now = Date.now() + 2 * DAY;
  const night = startNights();
  await night.look();
  expect(existsSync(half)).toBe(false);
  expect(readdirSync(nights())).toHaveLength(1);
  await night.stop();
});
