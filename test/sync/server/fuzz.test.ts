import { expect, test } from 'vitest';
import { runFuzz } from '#test/support/fuzz/run-fuzz.ts';

/** So many requests; a long run takes them from the environment. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 400);

/** The same requests every time: the long runs take other ones. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

test('whatever is sent to any address gets a code or its nonce, and changes nothing where it is refused', async () => {
  const { requests, answers, seed } = await runFuzz({ requests: REQUESTS, seed: SEED });
  const paths = new Set([...answers.keys()].map((name) => name.split(' ')[0]));
  expect([seed, requests]).toEqual([seed, REQUESTS]);
  // The run did something: every address was reached, and many let something in.
  const expected = new Set([
    '/api/enrol',
    '/api/events',
    '/api/health',
    '/api/hello',
    '/api/import',
    '/api/join',
    '/api/ledger',
    '/api/nothing',
    '/api/presence',
    '/api/pull',
    '/api/renew',
    '/api/resume',
    '/api/setup',
    '/api/sign-in',
    '/api/staff',
  ]);
  expect(paths).toEqual(expected);
  for (const path of [
    '/api/events',
    '/api/ledger',
    '/api/import',
    '/api/staff',
    '/api/pull',
    '/api/presence',
  ])
    expect([path, answers.get(`${path} 200`) ?? 0]).not.toEqual([path, 0]);
}, 300_000);
