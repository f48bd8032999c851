import { utf8Bytes } from './utf8.ts';

/** Primes' fractional parts, FIPS 180-4 sections 4.2.2 and 5.3.3, computed exactly below. */
const ROUND = new Int32Array(64);
const START = new Int32Array(8);

/** First 32 bits of the fractional part of the square or cube root of n, in exact integer arithmetic. */
function rootBits(n: number, power: 2n | 3n): number {
  const target = BigInt(n) << (32n * power);
  let root = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) {
    const next = root + bit;
    if (next ** power <= target) root = next;
  }
  return Number(BigInt.asIntN(32, root));
}

for (let n = 2, found = 0; found < 64; n += 1) {
  let prime = true;
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
  if (!prime) continue;
  if (found < 8) START[found] = rootBits(n, 2n);
  ROUND[found] = rootBits(n, 3n);
  found += 1;
}

/** Message schedule, reused: the function is synchronous and never calls itself. */
const W = new Int32Array(64);

function rotate(x: number, by: number): number {
  return (x >>> by) | (x << (32 - by));
}

/** Folds one block of 64 bytes into the eight words of `state` (FIPS 180-4, 6.2.2). */
function compress(state: Int32Array, block: Uint8Array, at: number): void {
  const byte = (i: number): number => block[at + i] ?? 0;
  for (let t = 0; t < 16; t += 1) {
    const i = t * 4;
    W[t] = (byte(i) << 24) | (byte(i + 1) << 16) | (byte(i + 2) << 8) | byte(i + 3);
  }
  const w = (t: number): number => W[t] ?? 0;
  for (let t = 16; t < 64; t += 1) {
    const x = w(t - 15);
    const y = w(t - 2);
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    W[t] = (w(t - 16) + s0 + w(t - 7) + s1) | 0;
  }
  const word = (i: number): number => state[i] ?? 0;
  let [a, b, c, d] = [word(0), word(1), word(2), word(3)];
  let [e, f, g, h] = [word(4), word(5), word(6), word(7)];
  for (let t = 0; t < 64; t += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND[t] ?? 0) + w(t)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  const add = (i: number, x: number): void => {
    state[i] = (word(i) + x) | 0;
  };
  add(0, a);
  add(1, b);
  add(2, c);
  add(3, d);
  add(4, e);
  add(5, f);
  add(6, g);
  add(7, h);
}

/** SHA-256 (FIPS 180-4) of the UTF-8 bytes of `text`: 32 bytes. Synchronous, for code that may not await WebCrypto. */
export function sha256(text: string): Uint8Array {
  const bytes = utf8Bytes(text);
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const bits = bytes.length * 8;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bits / 2 ** 32));
  view.setUint32(padded.length - 4, bits >>> 0);
  const state = Int32Array.from(START);
  for (let at = 0; at < padded.length; at += 64) compress(state, padded, at);
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  state.forEach((word, i) => out.setInt32(i * 4, word));
  return digest;
}

/** SHA-256 as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return Array.from(sha256(text), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648 section 5, without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const keep = Math.min(4, bytes.length - i + 1);
    for (const index of four.slice(0, keep)) text += BASE64URL.charAt(index);
  }
  return text;
}
