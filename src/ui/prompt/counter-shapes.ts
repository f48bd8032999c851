import { paint as c } from '../pictures/shape.ts';
import type { Shape } from '../pictures/shape.ts';

/** Things to count, on a 64 x 64 grid: plain silhouettes of much the same size, so that none looks like more. */
const counters: Readonly<Record<string, readonly Shape[]>> = {
  pencil: [
    ['p', 'M40 6 58 24 24 58 6 58 6 40Z', c.yellow],
    ['p', 'M40 6 58 24 52 30 34 12Z', c.rose],
    ['p', 'M6 40 24 58 6 58Z', c.tan],
  ],
  book: [
    ['r', 8, 6, 48, 52, 5, c.blue],
    ['r', 8, 6, 11, 52, 5, c.navy],
    ['r', 27, 16, 21, 10, 2, c.white],
  ],
  leaf: [
    ['p', 'M58 6Q60 52 32 57 8 56 7 36 10 8 58 6Z', c.green],
    ['l', 'M8 58Q22 40 42 22', c.forest, 4],
  ],
  stone: [
    ['p', 'M6 42Q8 18 28 14 50 12 58 34 62 54 40 55H18Q6 54 6 42Z', c.grey],
    ['l', 'M20 28q6-6 14-5', c.silver, 4],
  ],
  seed: [
    ['p', 'M32 4Q56 28 50 46 44 60 32 60 20 60 14 46 8 28 32 4Z', c.brown],
    ['l', 'M32 18v26', c.tan, 4],
  ],
  bead: [
    ['c', 32, 32, 27, c.purple],
    ['c', 32, 32, 9, c.lilac],
  ],
  stamp: [
    ['r', 5, 5, 54, 54, 3, c.silver],
    ['r', 12, 12, 40, 40, 1, c.teal],
    ['p', 'M12 52 26 30 36 43 42 36 52 52Z', c.white],
    ['c', 42, 22, 5, c.yellow],
  ],
  cup: [
    ['l', 'M44 26h4q9 0 9 8t-9 8h-5', c.slate, 6],
    ['p', 'M8 14H46V44Q46 58 34 58H20Q8 58 8 44Z', c.blue],
  ],
  apple: [
    ['l', 'M32 20q0-8 5-13', c.brown, 5],
    ['p', 'M32 20Q22 12 12 20 3 32 14 49 22 61 32 56 42 61 50 49 61 32 52 20 42 12 32 20Z', c.red],
  ],
  button: [
    ['c', 32, 32, 27, c.rose],
    ['c', 24, 24, 4.5, c.white],
    ['c', 40, 24, 4.5, c.white],
    ['c', 24, 40, 4.5, c.white],
    ['c', 40, 40, 4.5, c.white],
  ],
  flower: [
    ['c', 32, 14, 11.5, c.purple],
    ['c', 49, 26, 11.5, c.purple],
    ['c', 43, 46, 11.5, c.purple],
    ['c', 21, 46, 11.5, c.purple],
    ['c', 15, 26, 11.5, c.purple],
    ['c', 32, 32, 10, c.yellow],
  ],
  bird: [
    ['p', 'M52 26 63 30 52 34Z', c.gold],
    ['p', 'M4 26 20 32Q22 10 40 10 55 12 54 28 52 52 30 52 14 50 4 26Z', c.blue],
    ['p', 'M18 32Q28 22 38 32 34 44 24 43Z', c.navy],
    ['c', 44, 22, 3.6, c.white],
  ],
  brick: [
    ['r', 3, 16, 58, 32, 4, c.rust],
    ['l', 'M10 25H54', c.orange, 4],
  ],
  drop: [
    ['p', 'M32 4Q54 32 50 44 45 60 32 60 19 60 14 44 10 32 32 4Z', c.blue],
    ['l', 'M22 42q2 8 9 9', c.sky, 4.5],
  ],
  star: [['p', 'M32 3 40 23 62 24 45 38 51 59 32 47 13 59 19 38 2 24 24 23Z', c.gold]],
  tile: [
    ['r', 5, 5, 54, 54, 4, c.teal],
    ['p', 'M32 14 50 32 32 50 14 32Z', c.white],
  ],
};

const counter: readonly Shape[] = [['c', 32, 32, 26, c.blue]];

/** The drawing of a thing, or a round counter for a name that is not known. */
export function counterShapes(id: string): readonly Shape[] {
  return counters[id] ?? counter;
}
