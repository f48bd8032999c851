import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '#platform/base64url.ts';
import {
  importMacKey,
  LEAST_ITERATIONS,
  macOf,
  measuredIterations,
  seal,
  unseal,
  unwrapMacKey,
  wrapMacKey,
} from '#platform/crypto.ts';
import { randomId } from '#platform/ids.ts';
import { hmacKey, sign } from '#server/crypto/hmac.ts';

const KEY = toBase64url(new Uint8Array(32).map((_, i) => i * 7));

test('the server reads the signature of a device', async () => {
  const text = '{"v":1,"name":"Ñandú 🦆"}';
  expect(await macOf(text, await importMacKey(KEY))).toBe(sign(hmacKey(KEY), text));
});

test('a key wrapped by a PIN comes back with this PIN and no other', async () => {
  const wrapped = await wrapMacKey(KEY, '4711', LEAST_ITERATIONS);
  const key = await unwrapMacKey(wrapped, '4711');
  if (!key.ok) throw new Error(key.error.code);
  expect(await macOf('x', key.value)).toBe(sign(hmacKey(KEY), 'x'));
  expect(key.value.extractable).toBe(false);
  expect(await unwrapMacKey(wrapped, '4712')).toEqual({ ok: false, error: { code: 'wrong-pin' } });
});

test('trying a PIN takes a measured time, never fewer than 300,000 rounds', async () => {
  expect(await measuredIterations()).toBeGreaterThanOrEqual(LEAST_ITERATIONS);
});

test('free text is for the holder of the school key alone', async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, [
    'deriveBits',
  ]);
  const other = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, [
    'deriveBits',
  ]);
  const point = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const sealed = await seal('Says "seven" but writes 1', point);
  expect(sealed).not.toContain('seven');
  expect(await unseal(sealed, pair.privateKey)).toEqual({
    ok: true,
    value: 'Says "seven" but writes 1',
  });
  expect((await unseal(sealed, other.privateKey)).ok).toBe(false);
  expect((await unseal('1.nonsense', pair.privateKey)).ok).toBe(false);
});

test('ids are 22 characters and never the same', () => {
  const ids = Array.from({ length: 1000 }, randomId);
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

test('base64url goes there and back', () => {
  for (let length = 0; length < 40; length += 1) {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
  }
});
