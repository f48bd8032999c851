import { assert } from './assert.ts';
import { base64url, sha256 } from './sha256.ts';

/**
 * JSON with sorted keys and no spaces, so that equal values give equal text on every machine (the sorting and number
 * rules of RFC 8785). A property that is undefined is left out. Anything JSON cannot say is a bug and throws.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean')
    return JSON.stringify(value);
  if (typeof value === 'number') {
    assert(Number.isFinite(value), 'a number in canonical JSON is finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  assert(typeof value === 'object', `canonical JSON cannot hold a ${typeof value}`);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
  return `{${parts.join(',')}}`;
}

/** Name of a text by its content: the first 22 characters (132 bits) of the base64url of its SHA-256. */
export function textHash(text: string): string {
  return base64url(sha256(text).subarray(0, 18)).slice(0, 22);
}

/** Name of a value by its content: equal values have equal names, whatever the order of their keys. */
export function contentHash(value: unknown): string {
  return textHash(canonicalJson(value));
}
