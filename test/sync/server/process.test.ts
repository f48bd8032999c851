/** The real process: killed, stopped, locked, administered. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { makeCertificate } from '#test/support/browser-certificate.ts';
import { newId, TestDevice } from '#test/support/server-device.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { httpTransport } from '#test/support/server-transport.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');

let server: ServerProcess | undefined;
afterEach(async () => {
  await server?.stop();
  if (server !== undefined) rmSync(server.dataDir, { recursive: true, force: true });
  server = undefined;
});

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

const rename = (device: TestDevice) =>
  device.event('school.name', 'school', { set: newId(), was: null });

/** Writes a request and does not wait for the answer. Resolves when its last byte was handed over. */
function writeAndForget(url: string, cookie: string, body: string): Promise<void> {
  return new Promise((written) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      cookie,
    };
    const sent = request(`${url}/api/events`, { method: 'POST', headers });
    // The other end dies: that is what this is about.
    sent.on('error', () => {});
    sent.end(body, () => written());
  });
}

test('[P4] a kill between commit and answer loses nothing and stores nothing twice', async () => {
  server = await startServer();
  const device = await setUp(server);
  let stored = 0;
  let duplicates = 0;
  for (let round = 0; round < 3; round += 1) {
    const rows = Array.from({ length: 5 }, () => rename(device));
    const body = JSON.stringify({ nonce: newId(), clock: device.clock(), events: rows });
    await writeAndForget(server.url, device.cookie, body);
    // Some rounds die before the commit, some after it: both must come to the same.
    for (let i = 0; i < round * 3; i += 1) await new Promise((done) => setImmediate(done));
    await server.kill();
    server = await server.restart();
    const answer = await device.push(rows);
    stored += answer.results.filter(({ outcome }) => outcome === 'stored').length;
    duplicates += answer.results.filter(({ outcome }) => outcome === 'duplicate').length;
    expect(answer.ledger[0]).toMatchObject({ through: device.slot, gaps: [], forked: false });
  }
  expect(stored + duplicates).toBe(15);
  const again = await device.push([rename(device)]);
  // Set-up wrote five events, and each of ours is there once.
  expect(again.receipt).toBe(5 + 16);
}, 120_000);

test('a stop ends pokes and requests, keeps everything, and ends with 0', async () => {
  server = await startServer();
  const device = await setUp(server);
  const pokes = await fetch(`${server.url}/api/pokes`, { headers: { cookie: device.cookie } });
  const reader = pokes.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(first).toMatch(/^data: \{"epoch":"[^"]+","seq":\d+\}\n\n$/);
  expect(pokes.headers.get('x-accel-buffering')).toBe('no');
  await device.push([rename(device)]);
  const poke = new TextDecoder().decode((await reader?.read())?.value);
  expect(poke).toMatch(/^data: /);
  server = await server.restart();
  await device.pull();
  expect(device.body(`applied/${device.stream}`)).toMatchObject({ through: 1, held: [] });
  expect(await server.stop()).toBe(0);
}, 60_000);

test('a stop waits for nobody who says nothing: an open connection, half of a request', async () => {
  server = await startServer();
  const device = await setUp(server);
  const port = Number(new URL(server.url).port);
  const sockets = await Promise.all(
    ['', '', 'POST /api/events HTTP/1.1\r\nhost: localhost\r\ncontent-le'].map(async (said) => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(said);
      return socket;
    }),
  );
  await device.push([rename(device)]);
  expect(await server.stop()).toBe(0);
  for (const socket of sockets) socket.destroy();
}, 60_000);

test('behind TLS a stop waits neither for a handshake that was not begun nor for one after which nothing is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-tls-'));
  const { cert, key } = makeCertificate('localhost', folder);
  const env = { TLS_CERT: cert, TLS_KEY: key, PUBLIC_URL: 'https://localhost' };
  server = await startServer({ env });
  const port = Number(new URL(server.url).port);
  const raw = connect(port, '127.0.0.1').on('error', () => undefined);
  const silent = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
  silent.on('error', () => undefined);
  await Promise.all([once(raw, 'connect'), once(silent, 'secureConnect')]);
  expect(await server.stop()).toBe(0);
  for (const socket of [raw, silent]) socket.destroy();
  rmSync(folder, { recursive: true });
}, 60_000);

test('a second server on the same data says so in one line and leaves the first alone', async () => {
  server = await startServer();
  const second = spawnSync(NODE, [join(ROOT, 'sync-server', 'main.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIR: server.dataDir },
    encoding: 'utf8',
  });
  expect([second.status, second.stderr]).toEqual([
    1,
    `Another server is using ${server.dataDir}.\n`,
  ]);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});

test('a bad setting is one line and an exit code of 1', () => {
  const run = spawnSync(NODE, [join(ROOT, 'sync-server', 'main.ts')], {
    env: { ...process.env, PORT: 'x' },
    encoding: 'utf8',
  });
  expect([run.status, run.stdout, run.stderr.split('\n')]).toEqual([
    1,
    '',
    [expect.stringContaining('PORT'), ''],
  ]);
});

function school(dataDir: string, ...args: string[]) {
  return spawnSync(NODE, [join(ROOT, 'sync-server', 'cli', 'school.ts'), ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
}

test('[P12] school rebuild waits for the server to stop, and then finds state as the log gives it', async () => {
  server = await startServer();
  const device = await setUp(server);
  await device.push([rename(device)]);
  const { dataDir } = server;
  expect(school(dataDir, 'rebuild')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('stop it first'),
  });
  await server.kill();
  const checked = school(dataDir, 'rebuild', '--check');
  expect([checked.status, checked.stdout]).toEqual([
    0,
    expect.stringContaining('State is what the log gives.'),
  ]);
}, 120_000);

test('a device whose rights were ended from the shell opens nothing any more', async () => {
  server = await startServer();
  const device = await setUp(server);
  await server.kill();
  const ended = school(server.dataDir, 'end-device', device.enrolment?.device.id ?? '');
  expect([ended.status, ended.stdout]).toEqual([0, 'Ended.\n']);
  expect(school(server.dataDir, 'reset-pin', 'FIRST@school.example').stdout).toMatch(
    /^New PIN: \d{6}\./,
  );
  server = await server.restart();
  await expect(device.page()).rejects.toThrow('credential-ended');
}, 120_000);
