/** Ids from 128 random bits, as 22 characters of base64url. Two tabs, a retry and a rescue file all meet in one. */
import { toBase64url } from './base64url.ts';

export function randomId(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(16)));
}
