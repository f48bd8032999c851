import { unreachable } from '../../kernel/assert.ts';
import type { LocalText } from '../../kernel/local-text.ts';
import type { WorkedPart } from '../family.ts';
import type { PromptPart, Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import type { AngleCase } from './angle.ts';
import { pickOfItem } from './of-item.ts';
import { formula, line } from './worked-lines.ts';

type AngleKind = 'acute' | 'right' | 'obtuse';

export function kindOf(degrees: number): AngleKind {
  if (degrees === 90) return 'right';
  return degrees < 90 ? 'acute' : 'obtuse';
}

/** Arms of unequal length: short ones and long ones, the longer one first or last. */
const ARMS = [
  [94, 68],
  [68, 94],
  [64, 46],
  [46, 64],
] as const;
type Arms = (typeof ARMS)[number];
const LONG = 80;
/** Where a part is missing all arms are equally long. */
const PART_ARMS = [112, 112] as const;

/** Lengths of the arms of an item. */
export function armsOf(identity: string): Arms {
  return pickOfItem(identity, 'arms', ARMS);
}

/** Direction in which an arm points, by the hours of a clock face: what can be said of it without measuring. */
function directionOf(degrees: number): LocalText {
  const sixths = Math.round((90 - degrees + 720) / 5) % 72;
  const name = (h: number): number => (h % 12 === 0 ? 12 : h % 12);
  const [hour, next] = [name(Math.floor(sixths / 6)), name(Math.floor(sixths / 6) + 1)];
  const las = (h: number): string => (h === 1 ? 'la 1' : `las ${h}`);
  switch (sixths % 6) {
    case 0:
      return { en: `to ${hour} o'clock`, es: `a ${las(hour)}` };
    case 3:
      return {
        en: `halfway between ${hour} and ${next} o'clock`,
        es: `a la mitad entre ${las(hour)} y ${las(next)}`,
      };
    case 1:
    case 2:
      return { en: `a little past ${hour} o'clock`, es: `un poco después de ${las(hour)}` };
    default:
      return { en: `a little before ${next} o'clock`, es: `un poco antes de ${las(next)}` };
  }
}

function spokenType(n: number, turn: number): LocalText {
  const [first, second] = [directionOf(turn), directionOf(turn + n)];
  return {
    en: `An angle. As on a clock face, one arm points ${first.en}, the other ${second.en}`,
    es: `Un ángulo. Como en un reloj, un lado apunta ${first.es} y el otro ${second.es}`,
  };
}

/** The printed labels that are seen where an arm points, both scales as they stand. */
function spokenMeasure(n: number, turn: number): LocalText {
  const at = turn === 0 ? n : 180 - n;
  const label = Math.floor(at / 10) * 10;
  const [inner, outer] = [label, 180 - label];
  const base = turn === 0 ? ['right', 'derecho'] : ['left', 'izquierdo'];
  const where: LocalText =
    at === label
      ? { en: 'at the mark', es: 'a la marca' }
      : {
          en: 'one small mark left of the mark',
          es: 'una marca pequeña a la izquierda de la marca',
        };
  return {
    en: `A protractor. One arm points to its ${base[0]} end. The other arm points ${where.en} with ${inner} on the inner scale and ${outer} on the outer scale`,
    es: `Un transportador. Un lado apunta a su extremo ${base[1]}. El otro apunta ${where.es} que tiene ${inner} en la escala interior y ${outer} en la exterior`,
  };
}

/** The question with its figure. */
export function promptOf(one: AngleCase, arms: Arms): readonly PromptPart[] {
  switch (one.ask) {
    case 'type':
      return [
        {
          type: 'figure',
          figure: { type: 'angle', degrees: one.n, turn: one.turn, arms },
          spoken: spokenType(one.n, one.turn),
        },
        {
          type: 'text',
          text: {
            en: 'Is this angle acute, right, or obtuse?',
            es: '¿Este ángulo es agudo, recto u obtuso?',
          },
        },
      ];
    case 'measure':
      return [
        {
          type: 'figure',
          figure: {
            type: 'protractor',
            arms: [one.turn, one.turn === 0 ? one.n : 180 - one.n],
          },
          spoken: spokenMeasure(one.n, one.turn),
        },
        {
          type: 'text',
          text: {
            en: 'How many degrees does the angle measure?',
            es: '¿Cuántos grados mide el ángulo?',
          },
        },
      ];
    case 'missing':
      return missingPrompt(one.n, one.part);
    default:
      return unreachable(one);
  }
}

function missingPrompt(n: number, part: number): readonly PromptPart[] {
  const parts = [
    { degrees: part, label: `${part}°` },
    { degrees: n - part, label: '?' },
  ];
  return [
    {
      type: 'figure',
      figure: { type: 'angle', degrees: n, turn: 0, arms: PART_ARMS, parts },
      spoken: {
        en: `An angle of ${n}° cut in two parts. One part is ${part}°, the other is not known`,
        es: `Un ángulo de ${n}° cortado en dos partes. Una parte mide ${part}°, la otra no se conoce`,
      },
    },
    {
      type: 'text',
      text: {
        en: `An angle of ${n}° is cut in two. One part is ${part}°. How many degrees is the other?`,
        es: `Un ángulo de ${n}° se corta en dos. Una parte mide ${part}°. ¿Cuántos grados mide la otra?`,
      },
    },
  ];
}

/** Wrong answers that known misconceptions give. */
export function trapsOf(one: AngleCase, arms: Arms): Trap[] {
  const { n } = one;
  switch (one.ask) {
    case 'type': {
      const long = Math.max(...arms) > LONG;
      const looks = long ? 'obtuse' : 'acute';
      return looks === kindOf(n) ? [] : [{ tag: 'longer-arms-larger', value: looks }];
    }
    case 'measure':
      return numberTraps(n, [
        ['other-scale', 180 - n],
        ['ten-off', n - 10],
        ['ten-off', n + 10],
      ]);
    case 'missing':
      return numberTraps(n - one.part, [
        ['always-180', n === 180 ? null : 180 - one.part],
        ['added', n + one.part],
      ]);
    default:
      return unreachable(one);
  }
}

/** How to come to the answer. */
export function workedOf(one: AngleCase): readonly WorkedPart[] {
  const { n } = one;
  switch (one.ask) {
    case 'type': {
      const lines = {
        acute: line(
          'It opens less than a square corner: acute.',
          'Se abre menos que una esquina cuadrada: agudo.',
        ),
        right: line(
          'It opens exactly like a square corner: right.',
          'Se abre igual que una esquina cuadrada: recto.',
        ),
        obtuse: line(
          'It opens more than a square corner: obtuse.',
          'Se abre más que una esquina cuadrada: obtuso.',
        ),
      };
      return [lines[kindOf(n)]];
    }
    case 'measure':
      return [
        one.turn === 0
          ? line(
              'One arm is at 0 on the right: read the inner scale.',
              'Un lado está en el 0 de la derecha: lee la escala interior.',
            )
          : line(
              'One arm is at 0 on the left: read the outer scale.',
              'Un lado está en el 0 de la izquierda: lee la escala exterior.',
            ),
        line(`The other arm is at ${n}.`, `El otro lado está en ${n}.`),
      ];
    case 'missing':
      return [
        line('The two parts make the whole angle.', 'Las dos partes forman el ángulo entero.'),
        formula(`${n}° − ${one.part}° = ${n - one.part}°`),
      ];
    default:
      return unreachable(one);
  }
}
