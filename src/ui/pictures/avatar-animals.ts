import { eyes, muzzle, pointEars, round, roundEars, smile } from './avatar-face.ts';
import type { AvatarDrawing } from './avatar-face.ts';
import { paint as c, tint } from './shape.ts';
import type { Shape } from './shape.ts';

/** Animals, by stable id. */
export const animals = {
  fox: {
    tint: tint.mint,
    shapes: [
      ...pointEars(c.orange, c.ink),
      ['p', 'M9 31Q14 21 32 21T55 31Q52 48 32 57Q12 48 9 31Z', c.orange],
      ['p', 'M9 31Q22 32 32 49Q42 32 55 31Q52 48 32 57Q12 48 9 31Z', c.white],
      ...eyes(10, 35),
      ['e', 32, 53, 4, 3.2, c.ink],
    ],
  },
  cat: {
    tint: tint.lilac,
    shapes: [
      ...pointEars(c.slate, c.pink),
      ['e', 32, 37, 22, 18, c.slate],
      ['e', 26, 45, 7, 5.5, c.silver],
      ['e', 38, 45, 7, 5.5, c.silver],
      ['e', 22.5, 34, 4, 4.6, c.lime],
      ['e', 41.5, 34, 4, 4.6, c.lime],
      ['e', 22.5, 34, 1.6, 4, c.ink],
      ['e', 41.5, 34, 1.6, 4, c.ink],
      ['p', 'M29 40h6l-3 3.6Z', c.pink],
      ['l', 'M13 43 4 41M13 47l-8 2M51 43l9-2M51 47l8 2', c.slate, 1.5],
    ],
  },
  dog: {
    tint: tint.sky,
    shapes: [
      ['e', 32, 35, 19, 20, c.tan],
      ['e', 13, 33, 7, 15, c.brown],
      ['e', 51, 33, 7, 15, c.brown],
      ['e', 41, 32, 7, 8, c.brown],
      ...muzzle(44, 11, 9, c.cream),
      ...eyes(9, 32),
      ['p', 'M29 51h6v4a3 3 0 0 1-6 0Z', c.rose],
    ],
  },
  bear: {
    tint: tint.butter,
    shapes: [
      ...roundEars(17, 18, 9, c.brown, c.tan),
      ['e', 32, 36, 22, 20, c.brown],
      ...muzzle(44, 11, 9, c.tan),
      ...eyes(10, 32),
    ],
  },
  panda: {
    tint: tint.mint,
    shapes: [
      ...roundEars(17, 17, 8.5, c.ink, c.ink),
      ['e', 32, 36, 22, 20, c.white],
      ['p', 'M16 36q1-10 9-9 5 5-1 12-7 3-8-3Z', c.ink],
      ['p', 'M48 36q-1-10-9-9-5 5 1 12 7 3 8-3Z', c.ink],
      ...eyes(10, 33, 2.4, c.white),
      ['e', 32, 43, 4, 3, c.ink],
      ...smile(47),
    ],
  },
  rabbit: {
    tint: tint.rose,
    shapes: [
      ['e', 23, 17, 6, 15, c.white],
      ['e', 41, 17, 6, 15, c.white],
      ['e', 23, 18, 3, 11, c.pink],
      ['e', 41, 18, 3, 11, c.pink],
      ['e', 32, 41, 19, 17, c.white],
      ...eyes(9, 38),
      ['e', 32, 44, 3, 2.2, c.rose],
      ...smile(47),
      ['r', 29.5, 50, 5, 5, 1, c.silver],
    ],
  },
  mouse: {
    tint: tint.peach,
    shapes: [
      ...roundEars(18, 22, 13, c.grey, c.pink),
      ['p', 'M14 36Q16 24 32 24T50 36Q46 54 32 56 18 54 14 36Z', c.grey],
      ...eyes(8, 38),
      ['c', 32, 52, 4, c.rose],
      ['l', 'M23 51 12 49M23 54l-9 3M41 51l11-2M41 54l9 3', c.slate, 1.5],
    ],
  },
  koala: {
    tint: tint.aqua,
    shapes: [
      ...roundEars(20, 26, 12, c.grey, c.silver),
      ['e', 32, 36, 20, 20, c.grey],
      ['e', 32, 40, 6, 9, c.ink],
      ...eyes(12, 33),
      ['l', 'M27 52q5 3 10 0', c.ink, 1.8],
    ],
  },
  lion: {
    tint: tint.sky,
    shapes: [
      ...Array.from({ length: 12 }, (_, i): Shape => {
        const a = (i / 12) * 2 * Math.PI;
        return ['c', round(32 + 18.5 * Math.cos(a)), round(34 + 18.5 * Math.sin(a)), 8.5, c.rust];
      }),
      ['c', 32, 34, 18, c.yellow],
      ...muzzle(42, 10, 8, c.cream),
      ...eyes(8, 31),
    ],
  },
  tiger: {
    tint: tint.mint,
    shapes: [
      ...roundEars(17, 18, 8, c.orange, c.cream),
      ['e', 32, 36, 22, 20, c.orange],
      ['p', 'M29 16h6l-3 10ZM18 20l6-2 1 8ZM46 20l-6-2-1 8Z', c.ink],
      ['p', 'M10 33l10 2-10 4ZM54 33l-10 2 10 4ZM12 43l8 0-6 4ZM52 43l-8 0 6 4Z', c.ink],
      ...muzzle(45, 11, 8.5, c.white),
      ...eyes(9, 33),
    ],
  },
  cow: {
    tint: tint.butter,
    shapes: [
      ['l', 'M17 18q-6-3-5-9M47 18q6-3 5-9', c.tan, 4.5],
      ['e', 10, 27, 7, 5, c.ink],
      ['e', 54, 27, 7, 5, c.white],
      ['p', 'M14 26Q16 15 32 15T50 26L46 50Q32 58 18 50Z', c.white],
      ['p', 'M14 26Q16 15 29 15 32 28 24 36 18 38 16 36Z', c.ink],
      ['e', 32, 48, 15, 9.5, c.pink],
      ['e', 26, 48, 2, 3, c.rose],
      ['e', 38, 48, 2, 3, c.rose],
      ['c', 24, 31, 2.8, c.white],
      ['c', 24, 31, 1.6, c.ink],
      ['c', 41, 31, 2.8, c.ink],
    ],
  },
  pig: {
    tint: tint.aqua,
    shapes: [
      ['p', 'M11 14 30 22 13 34ZM53 14 34 22 51 34Z', c.rose],
      ['e', 32, 36, 22, 20, c.pink],
      ['e', 32, 42, 11, 8.5, c.rose],
      ['e', 28, 42, 2.2, 3.2, c.ink],
      ['e', 36, 42, 2.2, 3.2, c.ink],
      ...eyes(12, 30),
    ],
  },
  monkey: {
    tint: tint.lilac,
    shapes: [
      ...roundEars(20, 33, 9, c.brown, c.tan),
      ['c', 32, 33, 20, c.brown],
      ['c', 25, 31, 9.5, c.cream],
      ['c', 39, 31, 9.5, c.cream],
      ['e', 32, 44, 13, 10, c.cream],
      ...eyes(7, 31),
      ['c', 30, 41, 1.2, c.ink],
      ['c', 34, 41, 1.2, c.ink],
      ['l', 'M25 46q7 6 14 0', c.ink, 2],
    ],
  },
  frog: {
    tint: tint.rose,
    shapes: [
      ['c', 19, 21, 9.5, c.green],
      ['c', 45, 21, 9.5, c.green],
      ['e', 32, 38, 24, 18, c.green],
      ['c', 19, 20, 6, c.white],
      ['c', 45, 20, 6, c.white],
      ['c', 19, 20, 3, c.ink],
      ['c', 45, 20, 3, c.ink],
      ['l', 'M16 41q16 11 32 0', c.ink, 2.4],
      ['c', 29, 34, 1.2, c.forest],
      ['c', 35, 34, 1.2, c.forest],
    ],
  },
  owl: {
    tint: tint.butter,
    shapes: [
      ['p', 'M12 9 26 16H38L52 9V38Q52 57 32 57T12 38Z', c.purple],
      ['e', 32, 47, 12, 9, c.lilac],
      ['c', 22, 29, 9.5, c.white],
      ['c', 42, 29, 9.5, c.white],
      ['c', 22, 29, 5, c.ink],
      ['c', 42, 29, 5, c.ink],
      ['p', 'M28 35h8l-4 8Z', c.yellow],
    ],
  },
} as const satisfies Readonly<Record<string, AvatarDrawing>>;
