import { gcd } from '../../kernel/numbers.ts';
import { intBetween, pick, type Random } from '../../kernel/random.ts';
import { lcm, minus, plus, ratio } from '../../kernel/ratio.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Item, Trap } from '../item.ts';
import { drawNumber, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import {
  AMOUNT_SCENES,
  amountUnit,
  PART_SCENES,
  tellAmounts,
  tellPart,
} from '../stories/fraction-stories.ts';
import { namesOf } from '../stories/names.ts';
import { fractionTraps, numberTraps } from '../traps.ts';
import { fractionToken, resultLine } from './fraction-lines.ts';
import { formula, line } from './worked-lines.ts';

interface Sums {
  readonly ask: 'add-sub';
  readonly num: NumberSet;
  readonly den: NumberSet;
  readonly ops: readonly number[];
  readonly maxLcm: number;
}
interface Parts {
  readonly ask: 'of';
  readonly num: NumberSet;
  readonly den: NumberSet;
  readonly whole: NumberSet;
}
type Params = Sums | Parts;

/** a/b and c/d, added or one taken from the other. */
interface SumCase {
  readonly ask: 'add-sub';
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly op: 1 | -1;
  readonly scene: number;
}
/** n/d of w things. */
interface PartCase {
  readonly ask: 'of';
  readonly n: number;
  readonly d: number;
  readonly w: number;
  readonly scene: number;
}
type Case = SumCase | PartCase;

function parse(read: RecordReader): Params {
  const ask = read.oneOf('ask', ['add-sub', 'of']);
  const situations = read.integer('situations', 1, 99);
  const scenes = ask === 'of' ? PART_SCENES : AMOUNT_SCENES;
  if (scenes < situations) read.fail('situations', `there are ${scenes}`);
  const params = ask === 'of' ? readParts(read) : readSums(read);
  if (read.fault() === null && cases(params)[Symbol.iterator]().next().done === true)
    read.fail(ask === 'of' ? 'w' : 'num', 'no numbers fit');
  return params;
}

function readSums(read: RecordReader): Sums {
  const ops = read.integers('ops');
  if (ops.some((op) => op !== 1 && op !== -1)) read.fail('ops', 'an operation is 1 or -1');
  if (read.has('form')) read.oneOf('form', ['any']);
  return {
    ask: 'add-sub',
    num: readSet(read, 'num'),
    den: readSet(read, 'den'),
    ops,
    maxLcm: read.integer('maxLcm', 1, 1000),
  };
}

function readParts(read: RecordReader): Parts {
  return { ask: 'of', num: readSet(read, 'n'), den: readSet(read, 'd'), whole: readSet(read, 'w') };
}

/** A proper fraction in lowest terms, above 0. */
const isReduced = (num: number, den: number): boolean =>
  num > 0 && num < den && gcd(num, den) === 1;

function sumOf({ maxLcm }: Sums, one: SumCase): SumCase | null {
  const { a, b, c, d, op } = one;
  if (!isReduced(a, b) || !isReduced(c, d) || b === d || lcm(b, d) > maxLcm) return null;
  return a * d + op * c * b > 0 ? one : null;
}

function partOf(one: PartCase): PartCase | null {
  const { n, d, w } = one;
  return isReduced(n, d) && w > 0 && w % d === 0 ? one : null;
}

function* cases(params: Params): Iterable<Case> {
  if (params.ask === 'of') yield* partCases(params);
  else yield* sumCases(params);
}

function* sumCases(params: Sums): Iterable<SumCase> {
  const [nums, dens] = [numbersOf(params.num), numbersOf(params.den)];
  const fractions = dens.flatMap((den) =>
    nums.filter((num) => isReduced(num, den)).map((num) => [num, den] as const),
  );
  for (const [a, b] of fractions) {
    for (const [c, d] of fractions) {
      for (const op of params.ops) {
        for (let scene = 0; scene < AMOUNT_SCENES; scene += 1) {
          const one = sumOf(params, { ask: 'add-sub', a, b, c, d, op: op === 1 ? 1 : -1, scene });
          if (one !== null) yield one;
        }
      }
    }
  }
}

function* partCases({ num, den, whole }: Parts): Iterable<PartCase> {
  for (const d of numbersOf(den)) {
    for (const n of numbersOf(num).filter((top) => isReduced(top, d))) {
      for (const w of numbersOf(whole).filter((all) => all > 0 && all % d === 0)) {
        for (let scene = 0; scene < PART_SCENES; scene += 1) yield { ask: 'of', n, d, w, scene };
      }
    }
  }
}

function draw(random: Random, params: Params): Case | null {
  const [num, den] = [drawNumber(random, params.num), drawNumber(random, params.den)];
  if (params.ask === 'of') {
    const w = drawNumber(random, params.whole);
    return partOf({ ask: 'of', n: num, d: den, w, scene: intBetween(random, 0, PART_SCENES - 1) });
  }
  const [c, d] = [drawNumber(random, params.num), drawNumber(random, params.den)];
  const op = pick(random, params.ops) === 1 ? 1 : -1;
  const scene = intBetween(random, 0, AMOUNT_SCENES - 1);
  return sumOf(params, { ask: 'add-sub', a: num, b: den, c, d, op, scene });
}

const signOf = ({ op }: SumCase): '+' | '-' => (op === 1 ? '+' : '-');

function identityOf(one: Case): string {
  if (one.ask === 'of') return `${one.n}/${one.d} of ${one.w} s${one.scene}`;
  return `${one.a}/${one.b}${signOf(one)}${one.c}/${one.d} s${one.scene}`;
}

function describe(one: Case): CaseTraits {
  const identity = identityOf(one);
  const scene = String(one.scene);
  if (one.ask === 'of') {
    const { n, d, w } = one;
    const tags = [n === 1 ? 'unit' : 'non-unit', ...(d === 2 ? ['half'] : [])];
    const twin = `${n}/${d} of ${w}`;
    return { identity, twin, stratum: `1/${d}`, scene, tags, numbers: { n, d, w } };
  }
  const { a, b, c, d } = one;
  const pair = [`${a}/${b}`, `${c}/${d}`].toSorted();
  const isNested = b % d === 0 || d % b === 0;
  return {
    identity,
    twin: pair.join(signOf(one)),
    stratum: signOf(one),
    scene,
    tags: [`op:${signOf(one)}`, ...(isNested ? ['nested'] : [])],
    numbers: { n: a, d: b, w: 1 },
  };
}

function sumTraps({ a, b, c, d, op }: SumCase): Trap[] {
  const [x, y] = [ratio(a, b), ratio(c, d)];
  const key = op === 1 ? plus(x, y) : minus(x, y);
  const common = lcm(b, d);
  const tops = op === 1 ? a + c : Math.abs(a - c);
  const bottoms = op === 1 ? b + d : Math.abs(b - d);
  return fractionTraps(key, [
    ['added-tops-and-bottoms', ratio(tops, bottoms)],
    ['wrong-operation', op === 1 ? minus(x, y) : plus(x, y)],
    ['kept-numerators', ratio(tops, common)],
  ]);
}

function buildSum(one: SumCase): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { a, b, c, d, op, scene } = one;
  const { text, unit } = tellAmounts(op, scene, namesOf(identityOf(one)));
  const values = {
    x: fractionToken(a, b),
    y: fractionToken(c, d),
    m: { type: 'unit', unit: amountUnit(scene) } as const,
  };
  const { num, den } = ratio(a * d + op * c * b, b * d);
  return {
    prompt: [{ type: 'text', text, values }],
    answer: { kind: 'fraction', num, den, form: 'any', whole: true, unit },
    traps: sumTraps(one),
  };
}

function buildPart({ n, d, w, scene }: PartCase): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const { text, unit } = tellPart(w, scene);
  const value = (w / d) * n;
  return {
    prompt: [{ type: 'text', text, values: { f: fractionToken(n, d) } }],
    answer: { kind: 'integer', value, unit },
    traps: numberTraps(value, [
      ['one-part-only', w / d],
      ['took-the-rest', w - value],
      ['divided-by-numerator', w / n],
    ]),
  };
}

function workedSum({ a, b, c, d, op }: SumCase): readonly WorkedPart[] {
  const common = lcm(b, d);
  const [p, q] = [a * (common / b), c * (common / d)];
  const values = {
    x: fractionToken(a, b),
    y: fractionToken(c, d),
    p: fractionToken(p, common),
    q: fractionToken(q, common),
  };
  return [
    line(
      'Same denominator: {x} = {p} and {y} = {q}.',
      'Mismo denominador: {x} = {p} y {y} = {q}.',
      values,
    ),
    resultLine(op === 1 ? '{p} + {q}' : '{p} − {q}', values, p + op * q, common),
  ];
}

function workedPart({ n, d, w }: PartCase): readonly WorkedPart[] {
  const part = w / d;
  const values = { u: fractionToken(1, d) };
  const one = line(
    `{u} of ${w}: ${w} ÷ ${d} = ${part}`,
    `{u} de ${w}: ${w} ÷ ${d} = ${part}`,
    values,
  );
  return n === 1 ? [one] : [one, formula(`${n} × ${part} = ${n * part}`)];
}

/** Unlike fractions in a story; a fraction of a quantity. */
export const storyFraction = defineFamily<Params, Case>({
  id: 'story-fraction',
  version: 1,
  tags: ['op:+', 'op:-', 'nested', 'unit', 'non-unit', 'half'],
  numbers: ['n', 'd', 'w'],
  parse,
  size: (params) => {
    const fractions = sizeOf(params.num) * sizeOf(params.den);
    if (params.ask === 'add-sub') return fractions ** 2 * params.ops.length * AMOUNT_SCENES;
    const wholes = numbersOf(params.den).map((d) => multiplesIn(params.whole, d));
    return sizeOf(params.num) * wholes.reduce((sum, count) => sum + count, 0) * PART_SCENES;
  },
  cases,
  draw,
  describe,
  build: (one) => (one.ask === 'of' ? buildPart(one) : buildSum(one)),
  worked: (one) => (one.ask === 'of' ? workedPart(one) : workedSum(one)),
});

function multiplesIn(set: NumberSet, d: number): number {
  return numbersOf(set).filter((w) => w > 0 && w % d === 0).length;
}
