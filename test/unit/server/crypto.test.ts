import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODE_ALPHABET } from '#protocol/enrolment.ts';
import { hmacKey, sign, verify } from '#server/crypto/hmac.ts';
import { checkPassphrase, hashPassphrase } from '#server/crypto/passphrase.ts';
import { newSealingKey } from '#server/crypto/sealing-key.ts';
import { newCode, newId, sameText } from '#server/crypto/tokens.ts';

test('signatures are HMAC-SHA-256 as everybody else computes it, for keys and texts of any length', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 500 }),
      (key, text) => {
        const expected = createHmac('sha256', key).update(text).digest('base64url');
        const ready = hmacKey(Buffer.from(key).toString('base64url'));
        expect(sign(ready, text)).toBe(expected);
        expect(verify(ready, text, expected)).toBe(true);
      },
    ),
  );
});

test('a signature of another text, another key or no signature at all does not pass', () => {
  const key = hmacKey('c2VjcmV0');
  const mac = sign(key, 'text');
  expect([
    verify(key, 'text2', mac),
    verify(hmacKey('b3RoZXI'), 'text', mac),
    verify(key, 'text', ''),
    verify(key, 'text', '%%'),
  ]).toEqual([false, false, false, false]);
});

test('a passphrase is known again however the keyboard composes its letters, and no other is', async () => {
  const stored = await hashPassphrase('contraseña é');
  expect(await checkPassphrase('contrasen\u0303a e\u0301', stored)).toBe(true);
  expect(await checkPassphrase('contrasena e', stored)).toBe(false);
  expect(await checkPassphrase('', undefined)).toBe(false);
  expect(stored).not.toBe(await hashPassphrase('contraseña é'));
});

test('codes use letters that are not mistaken for one another; ids and keys have their form', () => {
  expect(newCode()).toMatch(new RegExp(`^[${CODE_ALPHABET}]{8}$`));
  expect(newId()).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(Buffer.from(newSealingKey().publicKey, 'base64url')).toHaveLength(65);
  expect([sameText('a', 'a'), sameText('a', 'b'), sameText('a', 'aa')]).toEqual([
    true,
    false,
    false,
  ]);
});
