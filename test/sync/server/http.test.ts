import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '#server/http/app.ts';
import { keepAssets } from '#server/http/static-files.ts';
import { newId } from '#test/support/server-device.ts';
import { openTestServer, setUpSchool, type TestServer } from '#test/support/server-harness.ts';

let server: TestServer;
let folder: string;
let app: FastifyInstance | undefined;
beforeEach(async () => {
  server = await openTestServer();
  folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-dist-'));
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const SCRIPT = `console.log(${JSON.stringify('x'.repeat(2000))})`;

function build(name: string, files: Record<string, string | Buffer>): string {
  const dist = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(dist, path, '..'), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  return dist;
}

async function serve(
  files: Record<string, string | Buffer>,
  publicUrl?: string,
): Promise<FastifyInstance> {
  const dist = build('dist', files);
  const kept = join(folder, 'kept');
  await keepAssets(dist, kept, server.clock.now);
  app = await createApp({
    world: server.world,
    publicUrl,
    tls: undefined,
    files: { dist, kept },
    version: '1.2.3',
    tlsEnds: () => Date.UTC(2027, 0, 1),
  });
  return app;
}

const page = { accept: 'text/html,application/xhtml+xml', host: 'localhost' };

describe('static files', () => {
  const files = {
    'index.html': '<!doctype html><title>App</title>',
    'sw.js': '// worker',
    'assets/app-abc.js': SCRIPT,
  };

  test('hashed assets are kept for ever, the page and the worker are asked for each time', async () => {
    const http = await serve(files);
    const caching = async (url: string): Promise<unknown> =>
      (await http.inject({ url, headers: page })).headers['cache-control'];
    expect(await caching('/assets/app-abc.js')).toBe('public, max-age=31536000, immutable');
    expect(await caching('/')).toBe('no-cache');
    expect(await caching('/sw.js')).toBe('no-cache');
    expect(await caching('/api/health')).toBe('no-store');
  });

  test('any address of the app gets the page, a missing file does not', async () => {
    const http = await serve(files);
    const deep = await http.inject({ url: '/group/3/overview', headers: page });
    expect([deep.statusCode, deep.body]).toEqual([200, files['index.html']]);
    const missing = await http.inject({
      url: '/assets/gone-123.js',
      headers: { host: 'localhost', accept: '*/*' },
    });
    expect([missing.statusCode, missing.json()]).toEqual([404, { error: { code: 'not-found' } }]);
    expect((await http.inject({ method: 'POST', url: '/', headers: page })).statusCode).toBe(404);
  });

  test('files travel compressed, and unchanged ones do not travel', async () => {
    const http = await serve(files);
    const ask = (headers: Record<string, string>) =>
      http.inject({ url: '/assets/app-abc.js', headers: { ...page, ...headers } });
    const brotli = await ask({ 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(SCRIPT);
    const zipped = await ask({ 'accept-encoding': 'gzip' });
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(SCRIPT);
    expect((await ask({})).body).toBe(SCRIPT);
    expect((await ask({ 'if-none-match': String(brotli.headers['etag']) })).statusCode).toBe(304);
  });

  test('what the build packed is sent as it is, also to a tab of an older build, and is no address of its own', async () => {
    const packed = brotliCompressSync('packed by the build');
    const isSentBy = async (http: FastifyInstance): Promise<void> => {
      const ask = (encoding: string, url = '/assets/app-abc.js') =>
        http.inject({ url, headers: { host: 'localhost', 'accept-encoding': encoding } });
      const brotli = await ask('gzip, br');
      expect(brotli.headers['content-encoding']).toBe('br');
      expect(brotli.rawPayload).toEqual(packed);
      expect(gunzipSync((await ask('gzip')).rawPayload).toString()).toBe(SCRIPT);
      expect((await ask('br', '/assets/app-abc.js.br')).statusCode).toBe(404);
      await http.close();
    };
    await isSentBy(await serve({ ...files, 'assets/app-abc.js.br': packed }));
    rmSync(join(folder, 'dist'), { recursive: true });
    await isSentBy(await serve({ 'index.html': 'new' }));
  });

  test('an old tab gets its old chunks after an update, for two months', async () => {
    await (await serve(files)).close();
    rmSync(join(folder, 'dist'), { recursive: true });
    let http = await serve({ 'index.html': 'new', 'assets/app-def.js': '2' });
    const ask = async (url: string): Promise<number> =>
      (await http.inject({ url, headers: page })).statusCode;
    expect(await ask('/assets/app-abc.js')).toBe(200);
    expect((await http.inject({ url: '/assets/app-abc.js', headers: page })).body).toBe(SCRIPT);
    await http.close();
    const old = new Date(server.clock.now - 61 * 24 * 3_600_000);
    utimesSync(join(folder, 'kept', 'app-abc.js'), old, old);
    http = await serve({ 'index.html': 'new', 'assets/app-def.js': '2' });
    expect(
      (await http.inject({ url: '/assets/app-abc.js', headers: { host: 'localhost' } })).statusCode,
    ).toBe(404);
  });

  test('no address leaves the folder', async () => {
    const http = await serve(files);
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    for (const url of [
      '/assets/..%2f..%2fsecret.txt',
      '/..%2fsecret.txt',
      '/assets/%2e%2e/%2e%2e/secret.txt',
      '/assets/%00',
      '/assets/%',
    ]) {
      const reply = await http.inject({ url, headers: { host: 'localhost' } });
      expect([url, reply.statusCode, reply.body.includes('secret')]).toEqual([
        url,
        reply.statusCode,
        false,
      ]);
      expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    }
  });

  test('before the first build it says so', async () => {
    const http = await serve({});
    const reply = await http.inject({ url: '/', headers: page });
    expect([reply.statusCode, reply.body]).toEqual([
      503,
      'The app is not built yet. Run: npm start\n',
    ]);
  });
});

test('security headers are on every answer', async () => {
  const http = await serve({ 'index.html': 'x' });
  for (const url of ['/', '/api/health', '/api/nothing']) {
    const { headers } = await http.inject({ url, headers: page });
    expect(headers['content-security-policy']).toMatch(
      /default-src 'self'.*frame-ancestors 'none'/,
    );
    expect(headers['content-security-policy']).not.toContain("'unsafe-");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  }
});

test('health says that it lives, which version and until when the certificate is good, and names nobody', async () => {
  await setUpSchool(server);
  const http = await serve({});
  const reply = await http.inject({ url: '/api/health', headers: { host: 'anything.example' } });
  expect(reply.json()).toEqual({
    ok: true,
    secondCopy: false,
    version: '1.2.3',
    schools: 1,
    epoch: server.school().epoch,
    tlsUntil: '2027-01-01T00:00:00.000Z',
  });
});

describe('one origin', () => {
  const PUBLIC = 'https://school.test';

  test('a navigation to another host gets a page with the link, in the language of the browser, without a script', async () => {
    const http = await serve({ 'index.html': 'app' }, PUBLIC);
    const ask = (language: string) =>
      http.inject({
        url: '/',
        headers: { ...page, host: '192.168.1.7:8787', 'accept-language': language },
      });
    const [english, spanish] = [await ask('en-GB,en'), await ask('es-MX,es;q=0.9,en;q=0.5')];
    expect([english.statusCode, spanish.statusCode]).toEqual([421, 421]);
    expect(english.body).toContain('one address');
    expect(spanish.body).toContain('una sola dirección');
    for (const { body } of [english, spanish]) {
      expect(body).toContain('href="https://school.test/"');
      expect(body).not.toMatch(/<script|<style|style=/);
    }
  });

  test('an API request on another host is refused by a code, health is not', async () => {
    const http = await serve({ 'index.html': 'app' }, PUBLIC);
    const other = await http.inject({
      url: `/api/hello?nonce=${newId()}`,
      headers: { host: 'other.test' },
    });
    expect([other.statusCode, other.json()]).toEqual([421, { error: { code: 'wrong-host' } }]);
    expect(
      (await http.inject({ url: '/api/health', headers: { host: 'other.test' } })).statusCode,
    ).toBe(200);
    expect((await http.inject({ url: '/', headers: { ...page, host: 'school.test' } })).body).toBe(
      'app',
    );
  });

  test('behind a proxy that brings the https, the school is secure; without it nobody enrols', async () => {
    const http = await serve({}, PUBLIC);
    const enrol = (headers: Record<string, string>) =>
      http.inject({
        method: 'POST',
        url: '/api/enrol',
        headers: { host: 'school.test', ...headers },
        payload: { nonce: newId(), code: '22222222', deviceName: 'T' },
      });
    expect((await enrol({})).json()).toEqual({ error: { code: 'insecure-origin' } });
    expect((await enrol({ 'x-forwarded-proto': 'https' })).json()).toEqual({
      error: { code: 'no-school' },
    });
  });

  test('at an address of the network over http nobody sets up, signs in or enrols', async () => {
    const http = await serve({});
    for (const url of ['/api/enrol', '/api/resume']) {
      const payload = { nonce: newId(), code: '22222222', deviceName: 'T' };
      const reply = await http.inject({
        method: 'POST',
        url,
        headers: { host: '192.168.1.7:8787', 'x-forwarded-proto': 'https' },
        payload,
      });
      expect([reply.statusCode, reply.json()]).toEqual([
        403,
        { error: { code: 'insecure-origin' } },
      ]);
    }
  });
});

test('requests are logged without what they ask, and no name of the school or a child is in any line', async () => {
  const admin = await setUpSchool(server);
  await admin.push([admin.event('school.name', 'school', { set: 'Secret Name', was: null })]);
  await admin.pull();
  await admin.send('POST', '/api/events', '{');
  expect(server.lines.join('')).not.toMatch(/Secret Name|First Person|nonce=|admin@school/);
});
