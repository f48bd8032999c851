/** Signatures of events and staff requests: HMAC-SHA-256, base64url without padding. */
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';

/** A key of 32 bytes in base64url, ready for many signatures. */
export function hmacKey(text: string): KeyObject {
  return createSecretKey(Buffer.from(text, 'base64url'));
}

export function sign(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Whether `mac` is the signature of `text`, in a time that does not depend on where they differ. */
export function verify(key: KeyObject, text: string, mac: string): boolean {
  const expected = createHmac('sha256', key).update(text).digest();
  const given = Buffer.from(mac, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
