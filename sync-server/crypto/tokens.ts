/** Random ids, tokens and codes, and their hashes. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_ALPHABET } from '#protocol/enrolment.ts';

/** 128 random bits as 22 characters. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}

/** 256 random bits as 43 characters: keys of devices, tokens of cookies. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Eight characters that a person can read out: 30^8 = 6.6 * 10^11. */
export function newCode(): string {
  return Array.from({ length: 8 }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  ).join('');
}

/** What is stored instead of a token or code. They are random: a slow hash would guard nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Equality in a time that does not depend on the texts. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return x !== undefined && y !== undefined && timingSafeEqual(x, y);
}
