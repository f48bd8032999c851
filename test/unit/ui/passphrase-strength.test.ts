import { expect, it } from 'vitest';
import { passphraseStrength } from '#ui/credentials/passphrase-strength.ts';

it('says in words how good a passphrase is', () => {
  expect(passphraseStrength('')).toBe('empty');
  expect(passphraseStrength('short')).toBe('too-short');
  expect(passphraseStrength('aaaaaaaaaaaaaaaa')).toBe('weak');
  expect(passphraseStrength('Password-2026!')).toBe('weak');
  expect(passphraseStrength('lamp river')).toBe('fair');
  expect(passphraseStrength('orange tractor window')).toBe('good');
});
