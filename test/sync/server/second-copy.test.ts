/** The second copy of the real process: killed, copied while it works, and its data folder lost. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventRow } from '#protocol/event.ts';
import { newId, TestDevice } from '#test/support/server-device.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { httpTransport } from '#test/support/server-transport.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');
const CLI = join(ROOT, 'sync-server', 'cli', 'school.ts');

let folder: string;
let server: ServerProcess | undefined;
const backupDir = (): string => join(folder, 'backup');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-second-'));
  mkdirSync(backupDir());
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const start = (dataDir = join(folder, 'data')): Promise<ServerProcess> =>
  startServer({ dataDir, env: { BACKUP_DIR: backupDir() } });

async function setUp(to: ServerProcess): Promise<TestDevice> {
  const device = new TestDevice(httpTransport(to.url), Date.now);
  await device.become('/api/setup', {
    token: to.setupToken,
    school: { name: 'Oak', timeZone: 'UTC', language: 'en' },
    member: {
      name: 'First',
      email: 'first@school.example',
      passphrase: 'first of ten',
      pin: '1234',
    },
  });
  return device;
}

const rename = (device: TestDevice): EventRow =>
  device.event('school.name', 'school', { set: newId(), was: null });

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command of the shell, beside what this process does. */
function school(dataDir: string, args: readonly string[], more = {}): Promise<Ran> {
  const env = { ...process.env, DATA_DIR: dataDir, INIT_CWD: folder, ...more };
  const child = spawn(NODE, [CLI, ...args], { env });
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (out.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (out.stderr += String(chunk)));
  return new Promise((done) => child.once('close', (status) => done({ status, ...out })));
}

function idsIn(database: string): string[] {
  const copy = new DatabaseSync(database, { readOnly: true });
  const rows = copy.prepare('SELECT id FROM log ORDER BY receipt').all();
  const whole = copy.prepare('PRAGMA integrity_check').get();
  copy.close();
  expect(whole).toEqual({ integrity_check: 'ok' });
  return rows.map(({ id }) => String(id));
}

/** The oldest copy of the second disk: the journal has to bring all the rest. */
function firstCopy(): string {
  const [name = ''] = readdirSync(join(backupDir(), 'copies')).toSorted();
  return join(backupDir(), 'copies', name);
}

test('[P4] killed again and again, then its disk lost: the second copy has everything that was answered for, once', async () => {
  server = await start();
  const device = await setUp(server);
  const answered = new Set<string>();
  for (let round = 0; round < 4; round += 1) {
    if (round > 0) server = await server.restart();
    let asked = 0;
    const { url } = server;
    const one = new TestDevice(httpTransport(url), Date.now);
    const { cookie, enrolment, grant } = device;
    Object.assign(one, { cookie, enrolment, grant });
    const pushes = Array.from({ length: 25 }, async () => {
      const rows = [rename(one), rename(one)];
      asked += 1;
      // The other end dies in the middle: that is what this is about.
      const answer = await one.push(rows).catch(() => undefined);
      for (const { id, outcome } of answer?.results ?? [])
        if (outcome === 'stored') answered.add(id);
    });
    // Some are answered by now, some are being written, some have not come.
    await Promise.race(pushes.slice(round * 6));
    await server.kill();
    await Promise.all(pushes);
    expect(asked).toBe(25);
  }
  expect(answered.size).toBeGreaterThan(4);
  rmSync(join(folder, 'data'), { recursive: true });

  // A kill may leave a commit without its line, and nobody answered: that, and nothing else, is missing after the first copy.
  const words = ['restore', firstCopy(), '--journal', backupDir(), '--accept-missing'];
  const put = await school(join(folder, 'new'), words);
  expect([put.status, put.stderr]).toEqual([0, '']);
  expect(put.stdout).toMatch(/From the journal: [1-9]\d* events;/);
  const ids = idsIn(join(folder, 'new', 'school.db'));
  expect(ids).toEqual([...new Set(ids)]);
  expect(ids).toEqual(expect.arrayContaining([...answered]));

  server = await start(join(folder, 'new'));
  const again = new TestDevice(httpTransport(server.url), Date.now);
  const { cookie, enrolment, grant } = device;
  Object.assign(again, { cookie, enrolment, grant });
  expect((await again.push([rename(again)])).ledger[0]).toMatchObject({ through: 1, safe: 1 });
  await server.stop();
  const checked = await school(join(folder, 'new'), ['rebuild', '--check']);
  expect([checked.status, checked.stdout]).toEqual([
    0,
    expect.stringContaining('State is what the log gives.'),
  ]);
}, 300_000);

test('a copy that is made while 2,000 results come in is one state of the school, and only its owner can read it', async () => {
  server = await start();
  const device = await setUp(server);
  const batches = Array.from({ length: 40 }, () =>
    Array.from({ length: 50 }, () => rename(device)),
  );
  const order = batches.flat().map(({ id }) => id);
  const [early = [], ...rest] = batches;
  await device.push(early);
  let pushed = 50;
  const pushing = (async () => {
    for (const batch of rest) {
      await device.push(batch);
      pushed += 50;
    }
  })();
  const copies: { from: number; to: number; file: string }[] = [];
  for (const name of ['one.db', 'two.db']) {
    const from = pushed;
    const ran = await school(server.dataDir, ['backup', name]);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    copies.push({ from, to: pushed + 50, file: join(folder, name) });
  }
  await pushing;
  for (const { from, to, file } of copies) {
    const ids = idsIn(file).slice(5);
    expect(ids).toEqual(order.slice(0, ids.length));
    expect(ids.length % 50).toBe(0);
    expect(ids.length).toBeGreaterThanOrEqual(from);
    expect(ids.length).toBeLessThanOrEqual(to);
    expect(statSync(file).mode & 0o077).toBe(0);
  }
  const again = await school(server.dataDir, ['backup', 'one.db']);
  expect([again.status, again.stderr]).toEqual([
    1,
    expect.stringMatching(/^\S+one\.db exists already\. Nothing was copied\.\n$/),
  ]);
}, 180_000);

test('what a shell command changes while the server is stopped is in the journal as well', async () => {
  server = await start();
  const device = await setUp(server);
  await server.kill();
  const id = device.enrolment?.device.id ?? '';
  const ended = await school(server.dataDir, ['end-device', id], { BACKUP_DIR: backupDir() });
  expect(ended).toMatchObject({ status: 0, stdout: 'Ended.\n', stderr: '' });
  const put = await school(join(folder, 'new'), ['restore', firstCopy(), '--journal', backupDir()]);
  expect(put.status).toBe(0);
  server = await start(join(folder, 'new'));
  const again = new TestDevice(httpTransport(server.url), Date.now);
  again.cookie = device.cookie;
  await expect(again.page()).rejects.toThrow('credential-ended');
}, 180_000);

test('[P17] a copy and a journal that do not meet: the shell says what is missing and changes nothing, until it is told to go on', async () => {
  server = await start();
  const device = await setUp(server);
  expect((await school(server.dataDir, ['backup', 'mine.db'])).status).toBe(0);
  await device.push([rename(device), rename(device)]);
  server = await server.restart();
  await server.stop();
  const segments = join(backupDir(), 'journal');
  const [first = ''] = readdirSync(segments).toSorted();
  rmSync(join(segments, first));
  const words = ['restore', 'mine.db', '--journal', backupDir()];
  const refused = await school(join(folder, 'new'), words);
  expect([refused.status, refused.stdout]).toEqual([3, '']);
  expect(refused.stderr).toMatch(
    /^At least 2 events, stored between \S+ \S+ and \S+ \S+ UTC, are neither in the copy nor in the journal \(journal-hole\)\.\n/,
  );
  expect(refused.stderr).toContain('Nothing was changed.');
  expect(refused.stderr).toMatch(/Take the newest: \S+000002-\S+\.db\n/);
  expect(existsSync(join(folder, 'new', 'school.db'))).toBe(false);
  const put = await school(join(folder, 'new'), [...words, '--accept-missing']);
  expect([put.status, put.stderr]).toEqual([0, '']);
  expect(put.stdout).toContain('(journal-hole)');
  expect(existsSync(join(folder, 'new', 'school.db'))).toBe(true);
}, 180_000);

test('a restore waits for the server to stop', async () => {
  server = await start();
  await setUp(server);
  const ran = await school(server.dataDir, ['restore', firstCopy()]);
  expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('stop it first')]);
}, 180_000);

test('the admin is told whether there is a second copy: in the log at the start, and in health', async () => {
  server = await start();
  const health = async (): Promise<unknown> =>
    (await fetch(`${server?.url ?? ''}/api/health`)).json();
  expect(await health()).toMatchObject({ secondCopy: true, nightlyCopyFailed: false });
  expect(server.output()).not.toContain('no second copy');
  expect(existsSync(join(server.dataDir, 'backups'))).toBe(true);
  server = await server.restart({ BACKUP_DIR: '' });
  expect(await health()).toMatchObject({ secondCopy: false });
  expect(server.output()).toContain('There is no second copy');
}, 180_000);

test('a second disk that is not there keeps nobody from working, and is not made up on the first one', async () => {
  rmSync(backupDir(), { recursive: true });
  server = await start();
  const device = await setUp(server);
  expect((await device.push([rename(device)])).ledger[0]).toMatchObject({ through: 1, safe: 0 });
  expect(existsSync(backupDir())).toBe(false);
  expect(server.output()).toContain('BACKUP_DIR cannot be written');
  mkdirSync(backupDir());
  await expect
    .poll(async () => (await device.ledger()).ledger[0]?.safe, { timeout: 30_000 })
    .toBe(1);
}, 180_000);

test('a file in the place of a folder, and words that are no command, are answered in a sentence', async () => {
  const dataDir = join(folder, 'data');
  const run = (...args: string[]) =>
    spawnSync(NODE, [CLI, ...args], {
      env: { ...process.env, DATA_DIR: dataDir, INIT_CWD: folder },
      encoding: 'utf8',
    });
  expect(run('backup', 'x.db').stderr).toBe(`There is no school in ${dataDir}.\n`);
  expect(run('restore').stderr).toMatch(/^Usage: /);
  expect(run('restore', 'x.db', '--journal').stderr).toMatch(/^Usage: /);
  expect(run('toString').stderr).toMatch(/^Usage: /);
  writeFileSync(join(folder, 'letter.txt'), 'Dear all');
  const letter = run('restore', 'letter.txt');
  expect([letter.status, letter.stderr]).toEqual([
    1,
    `${join(folder, 'letter.txt')} is no copy of a school's data. Nothing was changed.\n`,
  ]);
  expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('Dear all');
}, 180_000);
