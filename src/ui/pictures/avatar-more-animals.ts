import { eyes, round } from './avatar-face.ts';
import type { AvatarDrawing } from './avatar-face.ts';
import { paint as c, tint } from './shape.ts';
import type { Shape } from './shape.ts';

/** Birds, farm, sea and garden, by stable id. */
export const moreAnimals = {
  penguin: {
    tint: tint.sky,
    shapes: [
      ['e', 32, 34, 21, 24, c.navy],
      ['p', 'M32 22Q36 15 43 18 50 24 48 38 45 58 32 58T16 38Q14 24 21 18 28 15 32 22Z', c.white],
      ...eyes(8, 29),
      ['p', 'M26 35h12l-6 8Z', c.orange],
      ['c', 20, 38, 3, c.pink],
      ['c', 44, 38, 3, c.pink],
    ],
  },
  chick: {
    tint: tint.mint,
    shapes: [
      ['l', 'M32 15q-1-6-6-7M32 15q1-6 6-6', c.gold, 3],
      ['c', 32, 37, 22, c.yellow],
      ...eyes(9, 33),
      ['p', 'M25 38h14l-7 9Z', c.orange],
      ['c', 17, 41, 3.4, c.orange],
      ['c', 47, 41, 3.4, c.orange],
    ],
  },
  sheep: {
    tint: tint.sky,
    shapes: [
      ...Array.from({ length: 9 }, (_, i): Shape => {
        const a = (i / 9) * 2 * Math.PI - Math.PI / 2;
        return ['c', round(32 + 16 * Math.cos(a)), round(31 + 15 * Math.sin(a)), 10, c.white];
      }),
      ['e', 14, 35, 7, 4, c.slate],
      ['e', 50, 35, 7, 4, c.slate],
      ['e', 32, 38, 13, 17, c.slate],
      ...eyes(6, 34, 2.6, c.white),
      ['l', 'M28 47q4 3 8 0', c.white, 2],
      ['c', 26, 21, 6, c.white],
      ['c', 38, 21, 6, c.white],
      ['c', 32, 18, 6, c.white],
    ],
  },
  elephant: {
    tint: tint.peach,
    shapes: [
      ['e', 13, 31, 11, 16, c.grey],
      ['e', 51, 31, 11, 16, c.grey],
      ['e', 14, 31, 6.5, 11, c.pink],
      ['e', 50, 31, 6.5, 11, c.pink],
      ['c', 32, 29, 17, c.silver],
      ['l', 'M32 34v16q0 6 7 5', c.silver, 10],
      ['l', 'M27 43h9M27.5 48h8', c.grey, 1.6],
      ...eyes(8, 28),
    ],
  },
  whale: {
    tint: tint.aqua,
    shapes: [
      ['l', 'M26 19q-1-7-8-7M26 19q1-7 8-7', c.sky, 3.4],
      [
        'p',
        'M6 36Q8 22 26 22 44 22 48 36 54 34 53 24 61 26 61 34 60 50 40 53H22Q6 52 6 36Z',
        c.blue,
      ],
      ['p', 'M7 41Q22 48 46 42 40 53 30 53H22Q9 52 7 41Z', c.white],
      ['c', 17, 36, 2.6, c.ink],
    ],
  },
  turtle: {
    tint: tint.butter,
    shapes: [
      ['e', 52, 40, 8, 7, c.lime],
      ['c', 54, 38, 1.9, c.ink],
      ['r', 12, 44, 9, 12, 4, c.lime],
      ['r', 36, 44, 9, 12, 4, c.lime],
      ['p', 'M6 46Q7 20 28 20T50 46Z', c.forest],
      ['p', 'M28 25 36 30V39L28 43 20 39V30Z', c.green],
      ['l', 'M20 30 11 28M36 30l9-2M20 39 13 46M36 39l7 7M28 25v-5', c.green, 2],
      ['r', 4, 44, 48, 5, 2.5, c.lime],
    ],
  },
  snail: {
    tint: tint.rose,
    shapes: [
      ['p', 'M6 54Q6 48 14 48H40Q47 46 46 32L53 31Q57 54 44 54Z', c.tan],
      ['l', 'M48 32 45 21M51 32l5-10', c.tan, 2.6],
      ['c', 45, 20, 2.8, c.ink],
      ['c', 56, 21, 2.8, c.ink],
      ['c', 27, 35, 17, c.orange],
      ['l', 'M38 40Q34 48 26 47 16 44 17 34 20 24 30 26 37 30 33 37 28 41 25 36', c.rust, 3],
    ],
  },
  bee: {
    tint: tint.sky,
    shapes: [
      ['e', 24, 19, 8, 12, c.white],
      ['e', 40, 19, 8, 12, c.white],
      ['e', 32, 38, 23, 15, c.yellow],
      ['p', 'M24 24.5Q29 23 31 23V53Q28 53 24 52ZM38 23.5Q43 25 45 26V50Q42 52 38 52.5Z', c.ink],
      ['c', 16, 35, 2.6, c.ink],
      ['l', 'M13 42q3 3 6 1', c.ink, 2],
      ['p', 'M54 35l7 3-7 3Z', c.ink],
    ],
  },
  butterfly: {
    tint: tint.mint,
    shapes: [
      ['p', 'M31 32Q22 8 10 14 4 26 15 34 6 42 14 52 26 56 31 38Z', c.purple],
      ['p', 'M33 32Q42 8 54 14 60 26 49 34 58 42 50 52 38 56 33 38Z', c.purple],
      ['c', 17, 23, 5, c.lilac],
      ['c', 47, 23, 5, c.lilac],
      ['c', 20, 45, 4, c.yellow],
      ['c', 44, 45, 4, c.yellow],
      ['r', 29.5, 22, 5, 32, 2.5, c.ink],
      ['l', 'M31 23q-2-9-7-11M33 23q2-9 7-11', c.ink, 1.8],
    ],
  },
  ladybird: {
    tint: tint.aqua,
    shapes: [
      ['l', 'M26 14 20 7M38 14l6-7', c.ink, 2.2],
      ['c', 32, 20, 11, c.ink],
      ['c', 32, 38, 20, c.red],
      ['l', 'M32 19v39', c.ink, 2.4],
      ['c', 22, 32, 4, c.ink],
      ['c', 42, 32, 4, c.ink],
      ['c', 23, 46, 4, c.ink],
      ['c', 41, 46, 4, c.ink],
      ...eyes(5, 16, 1.9, c.white),
    ],
  },
  octopus: {
    tint: tint.peach,
    shapes: [
      [
        'l',
        'M15 38q-3 10-8 10M23 42q-1 12-7 14M32 44v13M41 42q1 12 7 14M49 38q3 10 8 10',
        c.rose,
        6.5,
      ],
      ['p', 'M12 30Q12 8 32 8T52 30Q52 46 32 46T12 30Z', c.rose],
      ['c', 24, 28, 5.5, c.white],
      ['c', 40, 28, 5.5, c.white],
      ...eyes(8, 29, 2.8),
      ['l', 'M28 38q4 3 8 0', c.ink, 2],
    ],
  },
} as const satisfies Readonly<Record<string, AvatarDrawing>>;
