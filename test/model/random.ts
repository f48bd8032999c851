/** Chance from a seed: the same numbers on every machine (mulberry32, Tommy Ettinger, public domain). */
export type Random = () => number;

/** @returns a function that gives numbers in [0, 1) */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function fillRandom<T extends Uint8Array>(bytes: T, random: Random): T {
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Math.floor(random() * 256);
  return bytes;
}
