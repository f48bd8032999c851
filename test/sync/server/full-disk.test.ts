/** A disk that takes nothing any more: it is said, nobody waits for ever, and what comes after it is stored again. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '#server/log.ts';
import { watchWrites, type WatchedStore } from '#server/safety/watch-writes.ts';
import type { Store } from '#server/store/port.ts';
import { openSqliteStore } from '#server/store/sqlite/open.ts';
import { handTimers } from '#test/support/safe-server.ts';
import { newId, TestDevice } from '#test/support/server-device.ts';
import {
  EMAIL,
  openTestServer,
  PASSPHRASE,
  PIN,
  setUpByRoute,
  type TestServer,
} from '#test/support/server-harness.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { httpTransport } from '#test/support/server-transport.ts';

/** What SQLite itself says when a file may not grow. */
function fullDisk(): unknown {
  const full = new DatabaseSync(':memory:');
  full.exec('CREATE TABLE t (x); PRAGMA max_page_count = 2');
  try {
    full.prepare('INSERT INTO t VALUES (zeroblob(100000))').run();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    full.close();
  }
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-full-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rename = (device: TestDevice) =>
  device.event('school.name', 'school', { set: newId(), was: null });

test('while nothing can be folded, staff and who signs in are told to come again, and results are stored', async () => {
  let full = false;
  const sqlite = openSqliteStore(join(folder, 'school.db'));
  const store: Store = {
    ...sqlite,
    derive: (work) => (full ? Promise.reject(fullDisk()) : sqlite.derive(work)),
  };
  const server: TestServer = await openTestServer({ store });
  const admin = await setUpByRoute(server);
  full = true;
  expect((await admin.push([rename(admin)])).results).toMatchObject([{ outcome: 'stored' }]);
  const asked = admin.send('POST', '/api/staff', admin.staffRequest({ action: 'devices' }));
  const signedIn = server.newDevice().send('POST', '/api/sign-in', {
    nonce: newId(),
    deviceName: 'test',
    email: EMAIL,
    passphrase: PASSPHRASE,
    pin: PIN,
  });
  for (const reply of await Promise.all([asked, signedIn])) {
    expect([reply.status, reply.text]).toEqual([503, '{"error":{"code":"busy"}}']);
    expect(reply.headers['retry-after']).toBe('2');
  }
  full = false;
  await server.settle();
  await admin.staff({ action: 'devices' });
  await server.close();
}, 30_000);

test('a disk that is full is said once, remembered from its first refusal, and forgotten when it takes something again', async () => {
  const clock = { now: 1000 };
  const lines: string[] = [];
  const timers = handTimers(() => clock.now);
  let refusal: unknown;
  const sqlite = openSqliteStore(':memory:');
  const watched: WatchedStore = watchWrites(
    {
      ...sqlite,
      write: (work) => (refusal === undefined ? sqlite.write(work) : Promise.reject(refusal)),
    },
    {
      now: () => clock.now,
      timers,
      log: createLog(
        'info',
        (line) => lines.push(line),
        () => clock.now,
      ),
    },
  );
  const write = () => watched.store.write((writing) => writing.setSetting('a', 'b'));
  const laterOn = async (): Promise<void> => {
    clock.now += 60_000;
    timers.runOut();
    await vi.waitFor(() => sqlite.read((reading) => reading.schools()));
  };
  refusal = new Error('A mistake in what was to be written');
  await expect(write()).rejects.toThrow('A mistake');
  expect(watched.failingSince()).toBe(undefined);
  refusal = fullDisk();
  await expect(write()).rejects.toThrow('full');
  clock.now += 60_000;
  await expect(write()).rejects.toThrow('full');
  await laterOn();
  expect(watched.failingSince()).toBe(1000);
  refusal = undefined;
  await laterOn();
  await vi.waitFor(() => expect(watched.failingSince()).toBe(undefined));
  expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual([
    'error',
    'info',
  ]);
  await write();
  await watched.store.close();
});

let server: ServerProcess | undefined;
afterEach(async () => {
  await server?.kill();
  if (server !== undefined) rmSync(server.dataDir, { recursive: true, force: true });
  server = undefined;
});

/** No file of the process may grow beyond this, from now on: what a disk that is full, or read-only, looks like to it. */
function limitFiles({ pid }: ServerProcess, bytes: '0' | 'unlimited'): void {
  spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

const canLimit = spawnSync('prlimit', ['--version']).status === 0;

test.runIf(canLimit)(
  'a server whose disk takes nothing says so in health, heals without a restart, and ends when it is told to',
  async () => {
    server = await startServer();
    const { url } = server;
    const device = new TestDevice(httpTransport(url), Date.now);
    await device.become('/api/setup', {
      token: server.setupToken,
      school: { name: 'Oak', timeZone: 'UTC', language: 'en' },
      member: { name: 'First', email: EMAIL, passphrase: PASSPHRASE, pin: PIN },
    });
    const health = async () =>
      (await (await fetch(`${url}/api/health`)).json()) as Record<string, unknown>;
    const kept = rename(device);
    await device.push([kept]);
    expect(await health()).toMatchObject({ ok: true });
    expect(await health()).not.toHaveProperty('cannotWriteSince');

    limitFiles(server, '0');
    const from = new Date().toISOString();
    const refused = rename(device);
    await expect(device.push([refused])).rejects.toThrow('500');
    const sick = await health();
    expect(sick).toMatchObject({ ok: false });
    expect(String(sick['cannotWriteSince']) >= from).toBe(true);

    limitFiles(server, 'unlimited');
    await vi.waitFor(async () => expect(await health()).toMatchObject({ ok: true }), {
      timeout: 20_000,
      interval: 500,
    });
    const { results } = await device.push([kept, refused]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['duplicate', 'stored']);

    limitFiles(server, '0');
    await expect(device.push([rename(device)])).rejects.toThrow('500');
    expect(await server.stop()).toBe(0);
    expect(server.output()).toContain('Nothing can be stored');
  },
  60_000,
);
