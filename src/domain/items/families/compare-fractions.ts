import { unreachable } from '../../kernel/assert.ts';
import { lcm } from '../../kernel/ratio.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { SignAnswer, Trap } from '../item.ts';
import { holds, largestOf, readSet } from '../number-set.ts';
import { allValues, countValues, drawValues, hasCase, type Variables } from '../variables.ts';
import { bar, fractionToken } from './fraction-lines.ts';
import { line } from './worked-lines.ts';

type Mode = 'same-den' | 'same-num' | 'unlike';
type Name = 'a' | 'b' | 'c' | 'd';
type AnySign = SignAnswer['value'];

/** Variables of a/b and c/d that are drawn; where two agree, the first stands for both. */
interface Params {
  readonly mode: Mode;
  readonly sets: Variables<Name>;
}

/** a/b beside c/d, as they are written. */
type Case = Readonly<Record<Name, number>>;

/** Larger numbers than children compare; products of them stay exact. */
const LARGEST = 1000;

function parse(read: RecordReader): Params {
  const mode = read.oneOf('mode', ['same-den', 'same-num', 'unlike']);
  const den = readSet(read, 'den');
  const num = readSet(read, 'num');
  if (largestOf(den) > LARGEST) read.fail('den', `numbers up to ${LARGEST} are expected`);
  if (largestOf(num) > LARGEST) read.fail('num', `numbers up to ${LARGEST} are expected`);
  if (holds(den, 0)) read.fail('den', 'a denominator is not 0');
  const sets: Record<Mode, Variables<Name>> = {
    'same-den': { b: den, a: num, c: num },
    'same-num': { a: num, b: den, d: den },
    unlike: { a: num, b: den, c: num, d: den },
  };
  const params = { mode, sets: sets[mode] };
  if (!hasCase(countValues(params.sets), cases(params), (random) => draw(params, random)))
    read.fail('num', 'no numbers fit all conditions');
  return params;
}

function caseOf({ mode }: Params, values: Partial<Case>): Case | null {
  const { a = 0, b = 1, c = a, d = b } = values;
  if (a < 1 || c < 1 || a > b || c > d) return null;
  if (mode === 'unlike' && (a === c || b === d || a === b || c === d)) return null;
  return { a, b, c, d };
}

function* cases(params: Params): Iterable<Case> {
  for (const values of allValues(params.sets)) {
    const one = caseOf(params, values);
    if (one !== null) yield one;
  }
}

function draw(params: Params, random: () => number): Case | null {
  return caseOf(params, drawValues(random, params.sets));
}

/** The sign between two numbers. */
function signOf(x: number, y: number): AnySign {
  if (x === y) return '=';
  return x < y ? '<' : '>';
}

const MIRROR: Readonly<Record<AnySign, AnySign>> = { '<': '>', '>': '<', '=': '=' };
const NAMES: Readonly<Record<AnySign, string>> = { '<': 'less', '>': 'greater', '=': 'equal' };

const keyOf = ({ a, b, c, d }: Case): AnySign => signOf(a * d, c * b);

function describe(one: Case): CaseTraits {
  const { a, b, c, d } = one;
  const sides = [`${a}/${b}`, `${c}/${d}`];
  const name = NAMES[keyOf(one)];
  const tags = [name];
  if (a === b || c === d) tags.push('whole');
  if ((a > c && b < d) || (a < c && b > d)) tags.push('obvious');
  return {
    identity: sides.join('_'),
    twin: sides.toSorted().join('_'),
    stratum: name,
    tags,
    numbers: {},
  };
}

function trapsOf(one: Case): Trap[] {
  const { a, b, c, d } = one;
  const key = keyOf(one);
  const judged: readonly (readonly [string, AnySign])[] = [
    ...(b === d ? [] : [['larger-denominator-larger', signOf(b, d)] as const]),
    ...(a === c ? [] : [['larger-numerator-larger', signOf(a, c)] as const]),
    // A smaller gap to the whole is taken for the larger fraction.
    ['gap-thinking', signOf(d - c, b - a)],
    ['sign-reversed', MIRROR[key]],
  ];
  return judged.filter(([, value]) => value !== key).map(([tag, value]) => ({ tag, value }));
}

function workedOf(one: Case, { mode }: Params): readonly WorkedPart[] {
  const { a, b, c, d } = one;
  const bars = [...bar(a, b), ...bar(c, d)];
  return [...bars, ...reasonOf(one, mode), conclusion(one)];
}

/** Why: by the size of the parts, by their number, or in the same parts. */
function reasonOf({ a, b, c, d }: Case, mode: Mode): WorkedPart[] {
  switch (mode) {
    case 'same-den':
      return [
        line(
          `The parts are the same size. Compare how many: ${a} and ${c}.`,
          `Las partes son del mismo tamaño. Compara cuántas hay: ${a} y ${c}.`,
        ),
      ];
    case 'same-num':
      if (b === d) return [];
      return [
        line(
          `As many parts on both sides. Parts are smaller when there are more in the whole: ${Math.max(b, d)} parts are smaller than ${Math.min(b, d)}.`,
          `Hay tantas partes en un lado como en el otro. Si el entero se corta en ${Math.max(b, d)}, las partes son más pequeñas que si se corta en ${Math.min(b, d)}.`,
        ),
      ];
    case 'unlike': {
      const common = lcm(b, d);
      const fractions = [
        { num: a, den: b, name: 'p' },
        { num: c, den: d, name: 'q' },
      ].filter(({ den }) => den !== common);
      const values = Object.fromEntries(
        fractions.flatMap(({ num, den, name }) => [
          [name, fractionToken(num, den)],
          [`${name}2`, fractionToken(num * (common / den), common)],
        ]),
      );
      const equal = fractions.map(({ name }) => `{${name}} = {${name}2}`);
      return [
        line(
          `In parts of the same size: ${equal.join(' and ')}.`,
          `En partes del mismo tamaño: ${equal.join(' y ')}.`,
          values,
        ),
      ];
    }
    default:
      return unreachable(mode);
  }
}

function conclusion(one: Case): WorkedPart {
  const { a, b, c, d } = one;
  const values = { x: fractionToken(a, b), y: fractionToken(c, d) };
  const key = keyOf(one);
  if (key === '<') return line('{x} is less than {y}.', '{x} es menor que {y}.', values);
  if (key === '>') return line('{x} is greater than {y}.', '{x} es mayor que {y}.', values);
  return line('{x} is equal to {y}.', '{x} es igual a {y}.', values);
}

/** Which of two fractions is larger? */
export const compareFractions = defineFamily<Params, Case>({
  id: 'compare-fractions',
  version: 1,
  tags: ['equal', 'less', 'greater', 'whole', 'obvious'],
  numbers: [],
  parse,
  size: ({ sets }) => countValues(sets),
  cases,
  draw: (random, params) => draw(params, random),
  describe,
  build: (one) => ({
    prompt: [
      line('Which sign goes in the blank?', '¿Qué signo va en el espacio en blanco?'),
      { type: 'equation', tokens: [fractionToken(one.a, one.b), '_', fractionToken(one.c, one.d)] },
    ],
    answer: { kind: 'sign', value: keyOf(one) },
    traps: trapsOf(one),
  }),
  worked: workedOf,
});
