import { paint as c, tint } from './shape.ts'
import type { Shape } from './shape.ts'

export interface AvatarDrawing {
  readonly tint: string
  readonly shapes: readonly Shape[]
}

const eyes = (dx: number, y: number, r = 2.6, fill: string = c.ink): Shape[] => [
  ['c', 32 - dx, y, r, fill],
  ['c', 32 + dx, y, r, fill],
]
const pair = (make: (side: -1 | 1) => Shape): Shape[] => [make(-1), make(1)]
const roundEars = (dx: number, y: number, r: number, fill: string, inner: string): Shape[] => [
  ...pair((side) => ['c', 32 + side * dx, y, r, fill]),
  ...pair((side) => ['c', 32 + side * dx, y, r * 0.55, inner]),
]
const pointEars = (fill: string, inner: string): Shape[] => [
  ['p', 'M12 10 32 26 12 38Z', fill],
  ['p', 'M52 10 32 26 52 38Z', fill],
  ['p', 'M16 18 27 27 16 33Z', inner],
  ['p', 'M48 18 37 27 48 33Z', inner],
]
const smile = (y: number, width = 1.8): Shape[] => [
  ['l', `M26 ${y}q3 3.6 6 0q3 3.6 6 0`, c.ink, width],
]
const muzzle = (y: number, rx: number, ry: number, fill: string): Shape[] => [
  ['e', 32, y, rx, ry, fill],
  ['e', 32, y - ry * 0.42, 3.6, 2.7, c.ink],
  ...smile(y + ry * 0.25),
]

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
        const a = (i / 12) * 2 * Math.PI
        return ['c', round(32 + 18.5 * Math.cos(a)), round(34 + 18.5 * Math.sin(a)), 8.5, c.rust]
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
        const a = (i / 9) * 2 * Math.PI - Math.PI / 2
        return ['c', round(32 + 16 * Math.cos(a)), round(31 + 15 * Math.sin(a)), 10, c.white]
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
      ['p', 'M6 36Q8 22 26 22 44 22 48 36 54 34 53 24 61 26 61 34 60 50 40 53H22Q6 52 6 36Z', c.blue],
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
      ['l', 'M15 38q-3 10-8 10M23 42q-1 12-7 14M32 44v13M41 42q1 12 7 14M49 38q3 10 8 10', c.rose, 6.5],
      ['p', 'M12 30Q12 8 32 8T52 30Q52 46 32 46T12 30Z', c.rose],
      ['c', 24, 28, 5.5, c.white],
      ['c', 40, 28, 5.5, c.white],
      ...eyes(8, 29, 2.8),
      ['l', 'M28 38q4 3 8 0', c.ink, 2],
    ],
  },
} as const satisfies Readonly<Record<string, AvatarDrawing>>

function round(value: number): number {
  return Math.round(value * 10) / 10
}
