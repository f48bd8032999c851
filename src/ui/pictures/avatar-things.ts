import type { AvatarDrawing } from './avatar-face.ts';
import { paint as c, tint } from './shape.ts';
import type { Shape } from './shape.ts';

const ring = (
  count: number,
  from: number,
  make: (x: number, y: number) => Shape,
  r: number,
): Shape[] =>
  Array.from({ length: count }, (_, i) => {
    const a = (i / count) * 2 * Math.PI + from;
    return make(
      Math.round((32 + r * Math.cos(a)) * 10) / 10,
      Math.round((32 + r * Math.sin(a)) * 10) / 10,
    );
  });

/** Plants and objects, by stable id. None looks like one of the twelve secret pictures. */
export const things = {
  leaf: {
    tint: tint.butter,
    shapes: [
      ['p', 'M54 9Q58 48 30 51 12 52 11 35 12 10 54 9Z', c.green],
      ['l', 'M9 57Q22 40 42 22M25 40l-1-14M33 32l-1-11M24 41l13 2M32 33l13 2', c.forest, 2.4],
    ],
  },
  tulip: {
    tint: tint.sky,
    shapes: [
      ['l', 'M32 34v24', c.forest, 4],
      ['p', 'M32 56Q14 54 14 38 28 40 32 56ZM32 56Q50 54 50 38 36 40 32 56Z', c.green],
      ['p', 'M18 10 26 18 32 8 38 18 46 10Q50 36 32 37 14 36 18 10Z', c.rose],
      ['p', 'M32 8 38 18Q39 30 32 37 25 30 26 18Z', c.pink],
    ],
  },
  sunflower: {
    tint: tint.aqua,
    shapes: [
      ...ring(12, 0, (x, y) => ['c', x, y, 6.8, c.yellow], 18),
      ['c', 32, 32, 14, c.brown],
      ...ring(6, 0.3, (x, y) => ['c', x, y, 1.5, c.gold], 7),
      ['c', 32, 32, 1.5, c.gold],
    ],
  },
  cactus: {
    tint: tint.peach,
    shapes: [
      ['l', 'M17 24v7q0 6 8 6M47 18v9q0 6-8 6', c.green, 7.5],
      ['r', 25, 9, 14, 40, 7, c.green],
      ['l', 'M29 17v5M35 24v5M29 32v5M35 38v4', c.lime, 2.2],
      ['p', 'M17 44H47L44 58H20Z', c.rust],
      ['r', 15, 42, 34, 6, 2, c.orange],
    ],
  },
  mushroom: {
    tint: tint.mint,
    shapes: [
      ['p', 'M25 34H39Q38 46 43 55 32 59 21 55 26 46 25 34Z', c.cream],
      ['p', 'M7 36Q8 9 32 9T57 36Q44 41 32 41T7 36Z', c.red],
      ['c', 21, 24, 4.6, c.white],
      ['c', 36, 18, 5.2, c.white],
      ['c', 46, 30, 4, c.white],
      ['c', 31, 32, 3.4, c.white],
    ],
  },
  clover: {
    tint: tint.lilac,
    shapes: [
      ['l', 'M33 34Q34 48 42 57', c.forest, 4],
      ['p', 'M32 32Q16 30 18 17 25 9 32 19 39 9 46 17 48 30 32 32Z', c.green],
      ['p', 'M32 33Q30 18 17 20 8 27 18 33 9 41 18 47 30 49 32 33Z', c.green],
      ['p', 'M32 33Q34 18 47 20 56 27 46 33 55 41 46 47 34 49 32 33Z', c.green],
      ['l', 'M32 32V22M32 33l-10 4M32 33l10 4', c.lime, 2],
    ],
  },
  acorn: {
    tint: tint.sand,
    shapes: [
      ['l', 'M32 15q0-6 5-8', c.brown, 4],
      ['p', 'M15 28H49Q49 50 32 58 15 50 15 28Z', c.tan],
      ['p', 'M10 30Q10 13 32 13T54 30Q32 36 10 30Z', c.brown],
      ['l', 'M20 18l5 5M29 16l8 8M40 17l6 6M19 25l4 4', c.tan, 1.8],
    ],
  },
  apple: {
    tint: tint.mint,
    shapes: [
      ['l', 'M32 22q0-9 5-13', c.brown, 3.4],
      ['p', 'M36 15Q40 7 50 9 48 18 36 15Z', c.green],
      [
        'p',
        'M32 22Q22 15 14 23 7 34 16 49 23 59 32 54 41 59 48 49 57 34 50 23 42 15 32 22Z',
        c.red,
      ],
      ['l', 'M18 29q-3 5-1 11', c.pink, 3],
    ],
  },
  pear: {
    tint: tint.rose,
    shapes: [
      ['l', 'M32 15q1-6 5-9', c.brown, 3.4],
      ['p', 'M33 14Q22 13 23 26 12 33 12 43 14 58 32 58T52 43Q52 33 42 26 43 15 33 14Z', c.lime],
      ['p', 'M35 12Q40 6 48 9 45 16 35 12Z', c.forest],
      ['l', 'M19 41q0 6 4 10', c.white, 3],
    ],
  },
  cherry: {
    tint: tint.sky,
    shapes: [
      ['l', 'M20 42Q24 22 44 10 40 24 44 40', c.forest, 3],
      ['p', 'M44 10Q30 4 22 13 34 19 44 10Z', c.green],
      ['c', 20, 46, 11.5, c.rose],
      ['c', 45, 44, 11.5, c.red],
      ['l', 'M14 43q1-4 4-5M39 41q1-4 4-5', c.pink, 2.4],
    ],
  },
  carrot: {
    tint: tint.aqua,
    shapes: [
      [
        'p',
        'M40 24Q36 10 42 6 47 10 46 18 53 10 59 14 57 22 47 23Q58 22 59 29 52 33 42 29Z',
        c.green,
      ],
      ['p', 'M33 20Q44 19 46 32 32 50 8 57 12 34 33 20Z', c.orange],
      ['l', 'M29 26l5 6M21 34l6 6M36 38l-5-5M25 46l-5-5', c.rust, 2.4],
    ],
  },
  balloon: {
    tint: tint.butter,
    shapes: [
      ['l', 'M32 46q-5 6 0 14', c.slate, 2],
      ['p', 'M32 47l-5 5H37Z', c.teal],
      ['e', 32, 27, 18, 21, c.teal],
      ['l', 'M21 24q1-9 8-11', c.sky, 3.4],
    ],
  },
  rocket: {
    tint: tint.lilac,
    shapes: [
      ['p', 'M26 47H38L32 62Z', c.orange],
      ['p', 'M22 30 11 46 23 46ZM42 30 53 46 41 46Z', c.red],
      ['p', 'M32 4Q46 18 42 48H22Q18 18 32 4Z', c.silver],
      ['p', 'M32 4Q38 10 40.5 19H23.5Q26 10 32 4Z', c.red],
      ['c', 32, 30, 6.5, c.navy],
      ['c', 32, 30, 4, c.sky],
    ],
  },
  umbrella: {
    tint: tint.rose,
    shapes: [
      ['l', 'M32 30v20q0 7-7 7-6 0-6-6', c.brown, 3.6],
      ['p', 'M6 34Q8 10 32 10T58 34Q52 28 45 34 39 28 32 34 25 28 19 34 12 28 6 34Z', c.blue],
      ['p', 'M32 10Q43 18 45 34 39 28 32 34 25 28 19 34 21 18 32 10Z', c.sky],
      ['l', 'M32 10V6', c.brown, 3],
    ],
  },
  lighthouse: {
    tint: tint.sky,
    shapes: [
      ['p', 'M38 16 62 8V24ZM26 16 2 8V24Z', c.yellow],
      ['p', 'M25 24H39L44 56H20Z', c.white],
      ['p', 'M24.2 30H39.8L41 38H23ZM22 45H42L43.3 53H20.7Z', c.red],
      ['r', 25, 12, 14, 12, 1, c.yellow],
      ['p', 'M22 13 32 4 42 13Z', c.red],
      ['r', 21, 22, 22, 4, 1.5, c.slate],
      ['p', 'M8 60Q20 52 32 54T56 60Z', c.brown],
    ],
  },
  mountain: {
    tint: tint.peach,
    shapes: [
      ['p', 'M24 56 43 20 62 56Z', c.slate],
      ['p', 'M2 56 24 12 46 56Z', c.grey],
      ['p', 'M24 12 32 28 27 26 24 31 20 26 16 28ZM43 20 49 31.5 44 30 40 33 37.5 30.5Z', c.white],
      ['r', 2, 54, 60, 4, 2, c.forest],
    ],
  },
  rainbow: {
    tint: tint.sand,
    shapes: [
      ['l', 'M10 46a22 22 0 0 1 44 0', c.red, 6],
      ['l', 'M16 46a16 16 0 0 1 32 0', c.yellow, 6],
      ['l', 'M22 46a10 10 0 0 1 20 0', c.blue, 6],
      [
        'p',
        'M4 50a6 6 0 0 1 8-6 7 7 0 0 1 13 3 5 5 0 0 1-1 9H9a6 6 0 0 1-5-6ZM40 50a6 6 0 0 1 8-6 7 7 0 0 1 12 3 5 5 0 0 1-1 9H45a6 6 0 0 1-5-6Z',
        c.white,
      ],
    ],
  },
  shell: {
    tint: tint.aqua,
    shapes: [
      ['p', 'M24 50 20 57H44L40 50Z', c.rose],
      ['p', 'M32 54 8 38Q6 26 15 22 18 12 27 13 32 8 37 13 46 12 49 22 58 26 56 38Z', c.pink],
      ['l', 'M32 51 14 30M32 51 23 19M32 51V16M32 51l9-32M32 51l18-21', c.rose, 2.2],
    ],
  },
  feather: {
    tint: tint.sand,
    shapes: [
      ['p', 'M54 8Q28 8 18 28 13 38 14 50 30 50 40 40L32 40 46 33 40 31 52 22Q56 14 54 8Z', c.teal],
      ['l', 'M8 58Q20 40 44 18', c.navy, 2.6],
    ],
  },
  pencil: {
    tint: tint.mint,
    shapes: [
      ['p', 'M44 8 56 20 24 52 12 40Z', c.yellow],
      ['p', 'M36 16 40 12 52 24 48 28Z', c.silver],
      ['p', 'M44 8Q48 5 52 9L55 12Q59 16 56 20L52 24 40 12Z', c.pink],
      ['p', 'M12 40 24 52 7 57Z', c.cream],
      ['p', 'M9.5 49 15 54.5 7 57Z', c.ink],
      ['l', 'M19 45 43 21', c.gold, 2.4],
    ],
  },
  book: {
    tint: tint.lilac,
    shapes: [
      ['p', 'M32 20Q20 12 6 15V50Q20 47 32 55 44 47 58 50V15Q44 12 32 20Z', c.blue],
      ['p', 'M32 18Q22 10 10 12V45Q22 43 32 50Z', c.white],
      ['p', 'M32 18Q42 10 54 12V45Q42 43 32 50Z', c.cream],
      [
        'l',
        'M15 21q6-1 12 3M15 28q6-1 12 3M15 35q6-1 12 3M49 21q-6-1-12 3M49 28q-6-1-12 3',
        c.grey,
        2,
      ],
    ],
  },
  robot: {
    tint: tint.butter,
    shapes: [
      ['l', 'M32 16V9', c.slate, 3],
      ['c', 32, 7, 3.6, c.red],
      ['r', 6, 28, 7, 14, 3, c.slate],
      ['r', 51, 28, 7, 14, 3, c.slate],
      ['r', 11, 16, 42, 38, 9, c.grey],
      ['r', 17, 23, 30, 14, 7, c.navy],
      ['c', 25, 30, 4, c.sky],
      ['c', 39, 30, 4, c.sky],
      ['l', 'M23 46h18', c.white, 4],
    ],
  },
  teapot: {
    tint: tint.peach,
    shapes: [
      ['l', 'M16 30Q6 28 7 38 9 47 18 46', c.navy, 4.5],
      ['p', 'M44 40 54 24H61Q56 40 46 50Z', c.blue],
      ['p', 'M14 36Q16 22 31 22T48 36Q48 54 31 54T14 36Z', c.blue],
      ['p', 'M20 24Q22 16 31 16T42 24Z', c.navy],
      ['c', 31, 13, 3.4, c.navy],
      ['c', 31, 39, 6, c.white],
    ],
  },
  paperplane: {
    tint: tint.sky,
    shapes: [
      ['p', 'M4 30 60 7 44 56 28 41Z', c.white],
      ['p', 'M60 7 23 39 22 56 30 43Z', c.silver],
      ['p', 'M60 7 28 41 44 56Z', c.blue],
    ],
  },
  lantern: {
    tint: tint.rose,
    shapes: [
      ['l', 'M32 4v8M32 52v8', c.brown, 2.6],
      ['r', 22, 11, 20, 5, 2, c.brown],
      ['e', 32, 32, 22, 18, c.orange],
      ['l', 'M32 15v34M23 16q-8 16 0 32M41 16q8 16 0 32', c.yellow, 2],
      ['r', 22, 48, 20, 5, 2, c.brown],
    ],
  },
  snowflake: {
    tint: tint.aqua,
    shapes: [
      ['l', 'M32 6v52M9.5 19l45 26M54.5 19l-45 26', c.blue, 4],
      [
        'l',
        'M25 9l7 7 7-7M25 55l7-7 7 7M9 28l9.5-2.5L16 16M55 36l-9.5 2.5L48 48M9 36l9.5 2.5L16 48M55 28l-9.5-2.5L48 16',
        c.blue,
        3.4,
      ],
    ],
  },
} as const satisfies Readonly<Record<string, AvatarDrawing>>;
