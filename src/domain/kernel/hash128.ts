import { utf8Bytes } from './utf8.ts';

/**
 * MurmurHash3_x86_128 (Austin Appleby, public domain, smhasher/src/MurmurHash3.cpp) of the UTF-8 bytes of `text`,
 * seed 0: four unsigned 32-bit words. It is fast and spreads well, and is used to seed generators. It is *not* safe
 * against somebody who looks for collisions: names by content come from `contentHash`.
 */
export function hash128(text: string): readonly [number, number, number, number] {
  const bytes = utf8Bytes(text);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 16);
  let [h1, h2, h3, h4] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 16) {
    h1 ^= scramble(view.getUint32(i, true), C1, 15, C2);
    h1 = step(h1, 19, h2, 0x561ccd1b);
    h2 ^= scramble(view.getUint32(i + 4, true), C2, 16, C3);
    h2 = step(h2, 17, h3, 0x0bcaa747);
    h3 ^= scramble(view.getUint32(i + 8, true), C3, 17, C4);
    h3 = step(h3, 15, h4, 0x96cd1c35);
    h4 ^= scramble(view.getUint32(i + 12, true), C4, 18, C1);
    h4 = step(h4, 13, h1, 0x32ac3b17);
  }
  // The tail is read as four little-endian words padded with zeros: a zero word scrambles to zero.
  const tail = new Uint8Array(16);
  tail.set(bytes.subarray(whole));
  const rest = new DataView(tail.buffer);
  h4 ^= scramble(rest.getUint32(12, true), C4, 18, C1);
  h3 ^= scramble(rest.getUint32(8, true), C3, 17, C4);
  h2 ^= scramble(rest.getUint32(4, true), C2, 16, C3);
  h1 ^= scramble(rest.getUint32(0, true), C1, 15, C2);

  const mixed = mixSums([h1, h2, h3, h4].map((h) => h ^ bytes.length));
  const [a, b, c, d] = mixSums(mixed.map(finish));
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

function rotateLeft(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function scramble(k: number, before: number, by: number, after: number): number {
  return Math.imul(rotateLeft(Math.imul(k, before), by), after);
}

function step(h: number, by: number, neighbour: number, constant: number): number {
  return (Math.imul(rotateLeft(h, by) + neighbour, 5) + constant) | 0;
}

function mixSums(h: readonly number[]): [number, number, number, number] {
  const [h1 = 0, h2 = 0, h3 = 0, h4 = 0] = h;
  const first = (h1 + h2 + h3 + h4) | 0;
  return [first, (h2 + first) | 0, (h3 + first) | 0, (h4 + first) | 0];
}

function finish(h: number): number {
  const a = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return b ^ (b >>> 16);
}
