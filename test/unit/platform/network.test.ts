import { expect, test } from 'vitest';
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
