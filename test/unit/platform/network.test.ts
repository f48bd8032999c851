import { expect, test, vi } from 'vitest';
import Type from 'typebox';
import { answerFields } from '#protocol/answer.ts';
import { parserOf } from '#protocol/parser.ts';
import { createClock } from '#platform/clock.ts';
import { createNetwork, type Outcome } from '#platform/network.ts';

const parse = parserOf(Type.Object({ ...answerFields, word: Type.String() }));

interface Reply {
  readonly body: string;
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function askWith(
  reply: (nonce: string) => Reply,
): Promise<{ outcome: Outcome<unknown>; init: RequestInit | undefined; skew: number | null }> {
  const clock = createClock();
  let seen: RequestInit | undefined;
  const network = createNetwork(clock, 'https://school.test', async (_, init) => {
    seen = init;
    if (typeof init?.body !== 'string') throw new Error('No body');
    const { nonce } = JSON.parse(init.body) as { nonce: string }; // what ask has just written
    const { body, status = 200, type = 'application/json', headers = {} } = reply(nonce);
    return new Response(body, { status, headers: { 'content-type': type, ...headers } });
  });
  const outcome = await network.ask('/api/word', { method: 'POST', fields: { a: 1 } }, parse);
  return { outcome, init: seen, skew: clock.skew() };
}

const answer = (nonce: string, now = Date.now()): string =>
  JSON.stringify({ nonce, epoch: 'e', now, seq: 1, word: 'yes' });

test('an answer is JSON of the right shape that echoes our nonce; it sets the clock right', async () => {
  const { outcome, skew, init } = await askWith((nonce) => ({
    body: answer(nonce, Date.now() + 3_600_000),
  }));
  expect(outcome).toMatchObject({ type: 'answer', value: { word: 'yes' } });
  expect(Math.abs((skew ?? 0) - 3_600_000)).toBeLessThan(5000);
  expect(init).toMatchObject({ method: 'POST', redirect: 'error', cache: 'no-store' });
  expect(init?.signal).toBeInstanceOf(AbortSignal);
});

test('an answer that came before the tablet slept, and is read after it, does not set the clock', async () => {
  const { now } = Date;
  const slept = await askWith((nonce) => {
    const body = answer(nonce);
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 22 * 3_600_000);
    return { body };
  });
  vi.restoreAllMocks();
  expect(slept).toMatchObject({ outcome: { type: 'answer' }, skew: null });
});

test('whatever else comes with 200 is not an answer', async () => {
  const replies: ((nonce: string) => Reply)[] = [
    () => ({ body: '<html>Log in to the wifi</html>', type: 'text/html' }),
    () => ({ body: answer('anothernonce') }),
    (nonce) => ({ body: answer(nonce).slice(0, 30) }),
    (nonce) => ({ body: answer(nonce), type: 'text/plain' }),
    (nonce) => ({ body: JSON.stringify({ nonce }) }),
    () => ({ body: 'null' }),
  ];
  for (const reply of replies) {
    const { outcome, skew } = await askWith(reply);
    expect(outcome.type).toBe('not-an-answer');
    expect(skew).toBe(null);
  }
});

test('a refusal carries the code of the server and its patience; a proxy that says 503 is not the server', async () => {
  const refused = await askWith(() => ({
    body: '{"error":{"code":"too-many","path":"/x"}}',
    status: 429,
    headers: { 'retry-after': '7' },
  }));
  expect(refused.outcome).toEqual({
    type: 'refusal',
    code: 'too-many',
    path: '/x',
    status: 429,
    retryAfter: 7000,
  });
  const proxy = await askWith(() => ({
    body: 'Service unavailable',
    status: 503,
    type: 'text/plain',
    headers: { 'retry-after': '3' },
  }));
  expect(proxy.outcome).toEqual({ type: 'not-an-answer', status: 503, retryAfter: 3000 });
});

test('no network, a cut connection and a time-out are all "unreachable"', async () => {
  const network = createNetwork(createClock(), '', () =>
    Promise.reject(new TypeError('Failed to fetch')),
  );
  expect(await network.ask('/x', { method: 'GET', fields: {} }, parse)).toEqual({
    type: 'unreachable',
  });
  const cut = createNetwork(createClock(), '', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new TypeError('cut')),
    });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  });
  expect(await cut.ask('/x', { method: 'GET', fields: {} }, parse)).toEqual({
    type: 'unreachable',
  });
});

test('an answer that is given once is waited for longer than any other', async () => {
  const waited: number[] = [];
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    waited.push(ms);
    return new AbortController().signal;
  });
  const network = createNetwork(createClock(), '', () => Promise.reject(new TypeError('gone')));
  const question = { method: 'POST', fields: {} } as const;
  await network.ask('/api/pull', question, parse);
  await network.ask('/api/setup', { ...question, patient: true }, parse);
  spy.mockRestore();
  expect(waited).toEqual([15_000, 60_000]);
});

test('a page with status 200 is not an answer, however it is labelled', async () => {
  const page = '<!doctype html><title>Log in to the wifi</title>';
  for (const type of ['text/html', 'text/html; charset=utf-8', 'application/json'])
    expect((await askWith(() => ({ body: page, type }))).outcome.type).toBe('not-an-answer');
});

test('a redirect is not followed: whoever redirects is not the school', async () => {
  const { init } = await askWith((nonce) => ({ body: answer(nonce) }));
  expect(init?.redirect).toBe('error');
  // What fetch makes of it: a refused redirect is a bare TypeError.
  const network = createNetwork(createClock(), '', (_, asked) =>
    asked?.redirect === 'error'
      ? Promise.reject(new TypeError('unexpected redirect'))
      : Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } })),
  );
  const outcome = await network.ask('/x', { method: 'GET', fields: {} }, parse);
  expect(outcome.type).toBe('unreachable');
  const plain = await askWith(() => ({ body: '', status: 302, headers: { location: '/portal' } }));
  expect(plain.outcome).toMatchObject({ type: 'not-an-answer', status: 302 });
});

test('JSON that was cut anywhere is not an answer', async () => {
  const whole = answer('n'.repeat(22));
  for (let end = 0; end < whole.length; end += 1) {
    const { outcome } = await askWith((nonce) => ({ body: answer(nonce).slice(0, end) }));
    expect(outcome.type).toBe('not-an-answer');
  }
});

test('an answer to somebody else is not an answer, and does not set our clock', async () => {
  const { outcome, skew } = await askWith((nonce) => ({
    body: answer(`${nonce.slice(1)}x`, Date.now() + 3_600_000),
  }));
  expect(outcome.type).toBe('not-an-answer');
  expect(skew).toBe(null);
});

test('Retry-After is read in seconds and as a date, and nonsense is no patience', async () => {
  const patience = async (header: string): Promise<number | null | undefined> => {
    const { outcome } = await askWith(() => ({
      body: '{"error":{"code":"busy"}}',
      status: 503,
      headers: { 'retry-after': header },
    }));
    return outcome.type === 'refusal' ? outcome.retryAfter : undefined;
  };
  expect(await patience('120')).toBe(120_000);
  expect(await patience('0')).toBe(0);
  expect(await patience('-5')).toBe(0);
  expect(await patience('soon')).toBe(null);
  expect(await patience('')).toBe(null);
  const date = await patience(new Date(Date.now() + 90_000).toUTCString());
  expect(date).toBeGreaterThan(80_000);
  expect(date).toBeLessThanOrEqual(90_000);
  expect(await patience(new Date(Date.now() - 90_000).toUTCString())).toBe(0);
});

test('an answer that never ends is left, and costs no more memory than our longest one', async () => {
  let sent = 0;
  let cancelled = false;
  const network = createNetwork(createClock(), '', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
      },
      cancel() {
        cancelled = true;
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  });
  const outcome = await network.ask('/x', { method: 'GET', fields: {} }, parse);
  expect(outcome).toMatchObject({ type: 'not-an-answer', status: 200 });
  expect(cancelled).toBe(true);
  expect(sent).toBeLessThan(64);
});

test('a page is not read at all: its length does not matter', async () => {
  let cancelled = false;
  const network = createNetwork(createClock(), '', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024)),
      cancel() {
        cancelled = true;
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/html' } });
  });
  const outcome = await network.ask('/x', { method: 'GET', fields: {} }, parse);
  expect(outcome.type).toBe('not-an-answer');
  expect(cancelled).toBe(true);
});
