import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { newId, type TestDevice } from '#test/support/server-device.ts';
import { openTestServer, setUpSchool, type TestServer } from '#test/support/server-harness.ts';

let server: TestServer;
let admin: TestDevice;
beforeAll(async () => {
  server = await openTestServer();
  admin = await setUpSchool(server);
});
afterAll(() => server.close());

/** All but `resume`, for which a nonce is enough. */
const POSTS = ['setup', 'sign-in', 'join', 'enrol', 'renew', 'staff', 'events', 'ledger'].map(
  (name) => `/api/${name}`,
);

async function everything(): Promise<string> {
  return server.store.read(async (reading) =>
    JSON.stringify([
      await reading.counters(admin.school),
      await reading.documentsOfKind(admin.school),
      await reading.allStreams(admin.school),
      (await reading.devices(admin.school)).map(({ id }) => id),
    ]),
  );
}

test('whatever is sent gets a coded answer that is no failure of ours, and changes nothing', async () => {
  const before = await everything();
  const anything = fc.oneof(
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.string(),
    fc
      .record({ nonce: fc.constant('abcdefghij'), events: fc.jsonValue(), clock: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
    fc
      .record({ nonce: fc.constant('abcdefghij'), streams: fc.jsonValue(), clock: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
    fc
      .record({
        nonce: fc.constant('abcdefghij'),
        text: fc.string(),
        mac: fc.string(),
        grant: fc.string(),
      })
      .map((value) => JSON.stringify(value)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...POSTS), anything, async (path, body) => {
      const reply = await admin.transport({
        method: 'POST',
        path,
        body,
        headers: { 'content-type': 'application/json', cookie: admin.cookie },
      });
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
      expect(JSON.parse(reply.text).error.code).toMatch(/^[a-z-]+$/);
    }),
    { numRuns: 300 },
  );
  expect(await everything()).toBe(before);
});

test('query strings of a pull that make no sense are answered, never with a failure of ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom('nonce', 'epoch', 'seq', 'scope', 'limit'), fc.string()),
      async (query) => {
        const reply = await admin.send('GET', `/api/pull?${new URLSearchParams(query).toString()}`);
        expect([200, 400]).toContain(reply.status);
      },
    ),
    { numRuns: 100 },
  );
});

test('a body that is too large is refused by a code, on every route', async () => {
  for (const path of POSTS) {
    const limit = path === '/api/events' ? LIMITS.pushBytes : LIMITS.requestBytes;
    const reply = await admin.send('POST', path, { nonce: newId(), filling: 'x'.repeat(limit) });
    expect([path, reply.status, reply.text]).toEqual([path, 413, '{"error":{"code":"too-large"}}']);
  }
});

test('too many events in one push are malformed, and so is none', async () => {
  const row = admin.event('school.name', 'school', { set: 'X', was: null });
  for (const events of [[], Array.from({ length: LIMITS.pushEvents + 1 }, () => row)]) {
    const reply = await admin.send('POST', '/api/events', {
      nonce: newId(),
      clock: admin.clock(),
      events,
    });
    expect([reply.status, JSON.parse(reply.text).error.path]).toEqual([400, '/events']);
  }
});

test('the path of the first fault is named', async () => {
  const reply = await admin.send('POST', '/api/ledger', {
    nonce: newId(),
    clock: { wall: 'noon', mono: 1, boot: 'b' },
    streams: [],
  });
  expect(JSON.parse(reply.text).error).toEqual({ code: 'malformed', path: '/clock/wall' });
});

test('other types of content are malformed, and a form of another site gets nothing done', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ]) {
    const reply = await admin.transport({
      method: 'POST',
      path: '/api/resume',
      body: '{"nonce":"abcdefghij"}',
      headers: { 'content-type': type, cookie: admin.cookie },
    });
    expect([type, reply.status, JSON.parse(reply.text).error.code]).toEqual([
      type,
      400,
      'malformed',
    ]);
  }
});

test('HTML is never served under /api', async () => {
  for (const path of ['/api', '/api/', '/api/nothing', '/api/pull/x', '/api/events']) {
    const reply = await admin.transport({ method: 'GET', path, headers: { accept: 'text/html' } });
    expect([path, reply.status, reply.headers['content-type']]).toEqual([
      path,
      404,
      'application/json; charset=utf-8',
    ]);
    expect(JSON.parse(reply.text).error.code).toBe('not-found');
  }
});
