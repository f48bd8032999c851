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

/**
 * Folds the block of `view` at `at` into the eight words of `state` (FIPS 180-4, 6.2.2). Written without small helpers:
 * the server hashes a form for every check that it grades again.
 */
function compress(state: Int32Array, view: DataView, at: number): void {
  for (let t = 0; t < 16; t += 1) W[t] = view.getInt32(at + t * 4);
  for (let t = 16; t < 64; t += 1) {
    const x = W[t - 15] ?? 0;
    const y = W[t - 2] ?? 0;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[t] = ((W[t - 16] ?? 0) + s0 + (W[t - 7] ?? 0) + s1) | 0;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let t = 0; t < 64; t += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUND[t] ?? 0) + (W[t] ?? 0)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
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
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

/** SHA-256 (FIPS 180-4) of the UTF-8 bytes of `text`: 32 bytes. Synchronous, for code that may not await WebCrypto. */
export function sha256(text: string): Uint8Array {
  const bytes = utf8Bytes(text);
  const whole = bytes.length - (bytes.length % 64);
  // What is left of the text, a bit that ends it, and its length in bits fill one more block or two.
  const tail = new Uint8Array(bytes.length - whole < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[bytes.length - whole] = 0x80;
  const end = new DataView(tail.buffer);
  end.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  end.setUint32(tail.length - 4, (bytes.length * 8) >>> 0);
  const state = START.slice();
  const body = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < whole; at += 64) compress(state, body, at);
  for (let at = 0; at < tail.length; at += 64) compress(state, end, at);
  const digest = new Uint8Array(32);
  const out = new DataView(digest.buffer);
  for (let i = 0; i < 8; i += 1) out.setInt32(i * 4, state[i] ?? 0);
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
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += BASE64URL.charAt((held >> (bits - 6)) & 63);
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + BASE64URL.charAt((held << (6 - bits)) & 63);
}
