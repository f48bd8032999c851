/** Bytes that are no request of ours, over a real connection to the real process. */
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { newId, TestDevice } from '#test/support/server-device.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { httpTransport } from '#test/support/server-transport.ts';

let server: ServerProcess;
let device: TestDevice;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-raw-'));
  const dist = join(folder, 'dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(dist, 'assets', 'a-12345678.js'), 'asset()');
  writeFileSync(join(folder, 'secret.txt'), 'a secret of the machine');
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  server = await startServer({ dataDir, env: { DIST_DIR: dist } });
  device = new TestDevice(httpTransport(server.url), Date.now);
  await device.become('/api/setup', {
    token: server.setupToken,
    school: { name: 'Oak', timeZone: 'UTC', language: 'en' },
    member: { name: 'A', email: 'a@school.example', passphrase: 'first of ten', pin: '1234' },
  });
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Heard {
  readonly text: string;
  /** Bytes that were handed over before the server hung up. */
  readonly sent: number;
}

/** Writes pieces until there are none, and waits until the server hangs up; `end`: hangs up first. */
function say(pieces: Iterable<string | Buffer>, end = false): Promise<Heard> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const heard: Buffer[] = [];
    let sent = 0;
    const next = pieces[Symbol.iterator]();
    const pump = (): void => {
      while (!socket.destroyed && socket.writable) {
        const { value, done: last } = next.next();
        if (last === true) {
          if (end) socket.end();
          return;
        }
        sent += value.length;
        if (!socket.write(value)) {
          socket.once('drain', pump);
          return;
        }
      }
    };
    socket.on('data', (chunk: Buffer) => heard.push(chunk));
    // Reset by the other end: that is one of the answers.
    socket.on('error', () => {});
    socket.on('close', () => done({ text: Buffer.concat(heard).toString('latin1'), sent }));
    socket.on('connect', pump);
  });
}

const statusOf = ({ text }: Heard): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
const codeOf = ({ text }: Heard): string | undefined => /"code":"([a-z-]+)"/.exec(text)?.[1];

/** A POST with these headers beside host, cookie and type. */
function post(path: string, headers: readonly string[], close = true): string {
  return [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    ...(close ? ['Connection: close'] : []),
    `Cookie: ${device.cookie}`,
    'Content-Type: application/json',
    ...headers,
    '',
    '',
  ].join('\r\n');
}
const withBody = (
  path: string,
  body: Buffer,
  more: readonly string[] = [],
): (string | Buffer)[] => [post(path, [`Content-Length: ${body.length}`, ...more]), body];

async function alive(): Promise<void> {
  const row = device.event('school.name', 'school', { set: newId(), was: null });
  const { results } = await device.push([row]);
  expect(results).toMatchObject([{ outcome: 'stored' }]);
}

const PATHS = [
  '/api/events',
  '/api/ledger',
  '/api/import',
  '/api/staff',
  '/api/enrol',
  '/api/resume',
];

test.each<[string, () => readonly (string | Buffer)[]]>([
  ['bytes of another protocol', () => [Buffer.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3])]],
  ['nothing but zeros', () => [Buffer.alloc(5000)]],
  ['a method that there is not', () => ['BREW /api/events HTTP/1.1\r\nHost: x\r\n\r\n']],
  ['two lengths', () => [post('/api/events', ['Content-Length: 2', 'Content-Length: 3']), '{}']],
  ['a length below zero', () => [post('/api/events', ['Content-Length: -1']), '{}']],
  ['a length that is no number', () => [post('/api/events', ['Content-Length: ten']), '{}']],
  [
    'a length and chunks',
    () => [post('/api/events', ['Content-Length: 2', 'Transfer-Encoding: chunked']), '0\r\n\r\n'],
  ],
  [
    'chunks of no size',
    () => [post('/api/events', ['Transfer-Encoding: chunked']), 'zz\r\n{}\r\n'],
  ],
  ['headers without end', () => [post('/api/events', [`X-Long: ${'x'.repeat(100_000)}`])]],
  [
    'a header with a line break inside',
    () => ['GET /api/hello HTTP/1.1\r\nHost: x\r\nX: a\nb\r\n\r\n'],
  ],
])('%s: refused by a code, and the server goes on', async (_, pieces) => {
  const heard = await say(pieces());
  expect(statusOf(heard)).toBeGreaterThanOrEqual(400);
  expect(statusOf(heard)).toBeLessThan(500);
  expect(codeOf(heard)).toMatch(/^(malformed|too-large)$/);
  await alive();
});

test('a request that ends too early changes nothing', async () => {
  const row = device.event('school.name', 'school', { set: 'Half', was: null });
  const body = JSON.stringify({ nonce: newId(), clock: device.clock(), events: [row] });
  const whole = post('/api/events', [`Content-Length: ${Buffer.byteLength(body)}`]) + body;
  for (const part of [0.2, 0.5, 0.9, 0.99]) await say([whole.slice(0, whole.length * part)], true);
  const { results } = await device.push([row]);
  expect(results).toMatchObject([{ outcome: 'stored' }]);
});

test('a length shorter than the body: what is behind it is no second request of ours', async () => {
  const body = '{"nonce":"abcdefghij"}GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n';
  const heard = await say([post('/api/resume', ['Content-Length: 22']), body]);
  expect(heard.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
  await alive();
});

test.each(PATHS)(
  '%s: bytes that are no UTF-8, no JSON, or too deep are answered by a code',
  async (path) => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    for (const body of [
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
      Buffer.from('\uFEFF{"nonce":"abcdefghij","nonce":1}'),
      Buffer.from('{"__proto__":{"nonce":"abcdefghij"}}'),
      Buffer.from('{"constructor":{"prototype":{"a":1}}}'),
      Buffer.from(deep),
      Buffer.from(`{"nonce":"short","clock":{"wall":1e999,"mono":1,"boot":""},"events":${deep}}`),
      Buffer.from(''),
      Buffer.from('null'),
    ]) {
      const heard = await say(withBody(path, body));
      expect([path, statusOf(heard), codeOf(heard)]).toEqual([
        path,
        expect.toSatisfy((status: number) => status >= 400 && status < 500),
        expect.stringMatching(/^[a-z-]+$/),
      ]);
    }
    await alive();
  },
);

/** As long as anybody listens, in pieces of 64 kB. */
function* endless(
  frame: (piece: Buffer) => Buffer,
  first: string,
  most: number,
): Iterable<string | Buffer> {
  yield first;
  const piece = Buffer.alloc(65_536, 'x');
  for (let sent = 0; sent < most; sent += piece.length) yield frame(piece);
}
const asChunk = (piece: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
const HUNDRED_MB = 100 * 1024 * 1024;

test.each(PATHS)('%s: a body over the limit is cut long before its end', async (path) => {
  const announced = post(path, [`Content-Length: ${HUNDRED_MB}`]);
  const chunked = post(path, ['Transfer-Encoding: chunked']);
  for (const pieces of [
    endless((piece) => piece, announced, HUNDRED_MB),
    endless(asChunk, chunked, HUNDRED_MB),
  ]) {
    const heard = await say(pieces);
    // What the system holds in its buffers on both ends is the rest.
    expect(heard.sent).toBeLessThan(20 * LIMITS.pushBytes);
  }
  await alive();
});

test('a small body that would unpack to a large one is not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
  expect(bomb.length).toBeLessThan(LIMITS.requestBytes);
  for (const encoding of ['gzip', 'br', 'deflate', 'gzip, gzip']) {
    const heard = await say(withBody('/api/events', bomb, [`Content-Encoding: ${encoding}`]));
    expect([encoding, statusOf(heard), codeOf(heard)]).toEqual([encoding, 400, 'malformed']);
  }
  await alive();
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/assets/%2e%2e/nine-of-ten.db',
  '/assets/..%00/secret.txt',
  '/assets/%c0%ae%c0%ae/secret.txt',
  '/assets/%zz',
  '/assets//etc/passwd',
  '/assets/',
  '//etc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/api/../secret.txt',
  '/api/pull/../../../secret.txt',
  'http://elsewhere/../secret.txt',
])('%s leads to nothing outside of the app', async (path) => {
  const heard = await say([`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`]);
  expect(heard.text).not.toMatch(/a secret of the machine|SQLite format|root:/);
  expect(statusOf(heard)).toBeGreaterThanOrEqual(400);
  expect(statusOf(heard)).toBeLessThan(500);
  expect(codeOf(heard)).toMatch(/^[a-z-]+$/);
});

test('pokes are for devices, and one that hangs up leaves nothing behind', async () => {
  const ask = async (cookie: string): Promise<number> => {
    const leave = new AbortController();
    const { signal } = leave;
    const reply = await fetch(`${server.url}/api/pokes`, { headers: { cookie }, signal });
    leave.abort();
    return reply.status;
  };
  expect(await ask('nine-of-ten=a.b')).toBe(401);
  for (let i = 0; i < 50; i += 1) expect(await ask(device.cookie)).toBe(200);
  await alive();
});
