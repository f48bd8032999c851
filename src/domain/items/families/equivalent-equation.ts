import { languages, type LocalText } from '../../kernel/local-text.ts';
import { seededRandom, shuffled, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { ChoiceOption, Trap } from '../item.ts';
import {
  drawNumber,
  holds,
  largestOf,
  numbersOf,
  readSet,
  sizeOf,
  type NumberSet,
} from '../number-set.ts';
import { speakTokens } from '../speak-item.ts';
import type { Token } from '../token.ts';
import { hasCase } from '../variables.ts';
import { formula, line } from './worked-lines.ts';

const OPS = ['x', '+'] as const;
type Op = (typeof OPS)[number];

interface Params {
  readonly ops: readonly Op[];
  readonly a: NumberSet;
  readonly b: NumberSet;
  readonly minSum: number;
}

/** a x __ = a*b or a + __ = a+b: b is missing. */
interface Case {
  readonly op: Op;
  readonly a: number;
  readonly b: number;
}

function parse(read: RecordReader): Params {
  const params: Params = {
    ops: read.words('ops', OPS),
    a: readSet(read, 'a'),
    b: readSet(read, 'b'),
    minSum: read.has('minSum') ? read.integer('minSum', 0, 1000) : 0,
  };
  // With 1 or 2 some of the other equations have the same missing number.
  const isSmall = (set: NumberSet): boolean => [0, 1, 2].some((n) => holds(set, n));
  if ([params.a, params.b].some((set) => isSmall(set) || largestOf(set) > 100))
    read.fail('a', 'numbers from 3 to 100 are expected');
  if (!hasCase(sizeOfAll(params), cases(params), (random) => draw(random, params)))
    read.fail('a', 'no numbers fit all conditions');
  return params;
}

const sizeOfAll = ({ ops, a, b }: Params): number => ops.length * sizeOf(a) * sizeOf(b);

const fits = ({ minSum }: Params, op: Op, a: number, b: number): boolean =>
  a !== b && (op === 'x' || a + b >= minSum);

function* cases(params: Params): Iterable<Case> {
  for (const op of params.ops)
    for (const a of numbersOf(params.a))
      for (const b of numbersOf(params.b)) if (fits(params, op, a, b)) yield { op, a, b };
}

function draw(random: Random, params: Params): Case | null {
  const op = params.ops[Math.floor(random() * params.ops.length)] ?? 'x';
  const [a, b] = [drawNumber(random, params.a), drawNumber(random, params.b)];
  return fits(params, op, a, b) ? { op, a, b } : null;
}

const totalOf = ({ op, a, b }: Case): number => (op === 'x' ? a * b : a + b);
const identityOf = (one: Case): string => `${one.a}${one.op}_=${totalOf(one)}`;

function describe(one: Case): CaseTraits {
  const { op, a, b } = one;
  return {
    identity: identityOf(one),
    twin: `${op} ${Math.min(a, b)} ${Math.max(a, b)}`,
    stratum: op,
    tags: [`op:${op}`],
    numbers: { a, b },
  };
}

/** The four equations by what they stand for; the key undoes the operation. */
function equationsOf(one: Case): readonly (readonly [id: string, tokens: readonly Token[]])[] {
  const { op, a, b } = one;
  const total = totalOf(one);
  const [same, inverse] = op === 'x' ? (['×', '÷'] as const) : (['+', '−'] as const);
  return [
    ['inverse', [total, inverse, a, '=', '_']],
    ['same-operation', [total, same, a, '=', '_']],
    ['unknown-first', ['_', inverse, a, '=', total]],
    ['other-inverse', otherInverse(op, a, b, total)],
  ];
}

/** The opposite of the other operation; where a division would not come out, a sum on both sides. */
function otherInverse(op: Op, a: number, b: number, total: number): readonly Token[] {
  if (op === 'x') return [total, '−', a, '=', '_'];
  return total % a === 0 ? [total, '÷', a, '=', '_'] : ['_', '+', total, '=', total + a, '+', b];
}

function optionsOf(one: Case): ChoiceOption[] {
  const options = equationsOf(one).map(([id, tokens]) => ({ id, text: spoken(tokens), tokens }));
  return shuffled(seededRandom(`equivalent-equation@1 ${identityOf(one)}`), options);
}

function spoken(tokens: readonly Token[]): LocalText {
  const [en, es] = languages.map((language) => speakTokens(tokens, language));
  return { en: en ?? '', es: es ?? '' };
}

function trapsOf(one: Case): Trap[] {
  return equationsOf(one)
    .filter(([id]) => id !== 'inverse')
    .map(([id]) => ({ tag: id, value: id }));
}

function workedOf(one: Case): readonly WorkedPart[] {
  const { op, a, b } = one;
  const total = totalOf(one);
  const [sign, inverse] = op === 'x' ? ['×', '÷'] : ['+', '−'];
  return [
    line(`The missing number is ${b}:`, `El número que falta es ${b}:`),
    formula(`${a} ${sign} ${b} = ${total}`),
    op === 'x'
      ? line('Dividing undoes multiplying:', 'Dividir deshace la multiplicación:')
      : line('Subtracting undoes adding:', 'Restar deshace la suma:'),
    formula(`${total} ${inverse} ${a} = ${b}`),
  ];
}

/** Which equation has the same missing number? */
export const equivalentEquation = defineFamily<Params, Case>({
  id: 'equivalent-equation',
  version: 1,
  tags: ['op:*'],
  numbers: ['a', 'b'],
  parse,
  size: sizeOfAll,
  cases,
  draw,
  describe,
  build: (one) => ({
    prompt: [
      // A sentence, not an equation part: its voice would ask for the number in the blank.
      formula('{a} {sign} __ {equals} {total}', {
        a: one.a,
        sign: one.op === 'x' ? '×' : '+',
        equals: '=',
        total: totalOf(one),
      }),
      line(
        'Which equation has the same missing number?',
        '¿En qué ecuación falta el mismo número?',
      ),
    ],
    answer: { kind: 'choice', value: 'inverse', options: optionsOf(one) },
    traps: trapsOf(one),
  }),
  worked: workedOf,
});
