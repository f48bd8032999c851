import { unreachable } from '../../kernel/assert.ts';
import type { Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import type { Item } from '../item.ts';
import { drawNumber, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import { hasCase } from '../variables.ts';
import { armsOf, kindOf, promptOf, trapsOf, workedOf } from './angle-lines.ts';

type Ask = 'type' | 'measure' | 'missing';

interface Params {
  readonly ask: Ask;
  /** The angle, or the whole of which a part is unknown. */
  readonly first: NumberSet;
  /** How the drawing is turned, or the part that is known. */
  readonly second: NumberSet;
  /** Acute and obtuse angles are this far from 90, an unknown part is at least this large. */
  readonly least: number;
}

/** `n` degrees turned by `turn`; where a part is missing, `n` is the whole and `part` the known one. */
export type AngleCase =
  | { readonly ask: 'type' | 'measure'; readonly n: number; readonly turn: number }
  | { readonly ask: 'missing'; readonly n: number; readonly part: number };

function parse(read: RecordReader): Params {
  const ask = read.oneOf('ask', ['type', 'measure', 'missing']);
  const params = ownParams(read, ask);
  const within = (set: NumberSet, most: number): boolean =>
    numbersOf(set).every((n) => n >= 0 && n <= most);
  if (!within(params.first, 180)) read.fail(ask === 'missing' ? 'whole' : 'n', 'at most 180');
  if (ask !== 'missing' && !within(params.second, 359)) read.fail('turn', 'below 360');
  if (!hasCase(sizeFor(params), cases(params), () => null)) read.fail('ask', 'no angle is left');
  return params;
}

function ownParams(read: RecordReader, ask: Ask): Params {
  if (ask === 'missing') {
    const first = readSet(read, 'whole');
    return { ask, first, second: readSet(read, 'part'), least: read.integer('minPart', 1, 90) };
  }
  const first = readSet(read, 'n');
  if (numbersOf(first).some((n) => n < 10 || n > 170)) read.fail('n', 'from 10 to 170 degrees');
  const second = readSet(read, 'turn');
  if (ask === 'type') return { ask, first, second, least: read.integer('clear', 1, 80) };
  if (numbersOf(second).some((turn) => turn % 180 !== 0))
    read.fail('turn', 'a protractor is read from 0 or from 180');
  if (numbersOf(first).some((n) => n % 5 !== 0)) read.fail('n', 'arms point at printed marks');
  return { ask, first, second, least: 0 };
}

const sizeFor = ({ first, second }: Params): number => sizeOf(first) * sizeOf(second);

function caseOf({ ask, least }: Params, n: number, second: number): AngleCase | null {
  if (ask === 'missing') {
    const fits = second > 0 && n - second >= least && n !== 2 * second;
    return fits ? { ask, n, part: second } : null;
  }
  if (ask === 'measure') return n === 90 ? null : { ask, n, turn: second };
  return n === 90 || Math.abs(n - 90) >= least ? { ask, n, turn: second } : null;
}

function* cases(params: Params): Iterable<AngleCase> {
  for (const n of numbersOf(params.first)) {
    for (const second of numbersOf(params.second)) {
      const one = caseOf(params, n, second);
      if (one !== null) yield one;
    }
  }
}

function draw(random: Random, params: Params): AngleCase | null {
  const n = drawNumber(random, params.first);
  return caseOf(params, n, drawNumber(random, params.second));
}

/** The degrees of the answer, or of the angle that is looked at. */
function resultOf(one: AngleCase): number {
  return one.ask === 'missing' ? one.n - one.part : one.n;
}

function identityOf(one: AngleCase): string {
  return one.ask === 'missing'
    ? `missing ${one.n}-${one.part}`
    : `${one.ask} ${one.n} at ${one.turn}`;
}

function describe(one: AngleCase): CaseTraits {
  const { n } = one;
  const identity = identityOf(one);
  const numbers = { n, result: resultOf(one) };
  switch (one.ask) {
    case 'type':
      // A form has several right angles: they are told apart by how they are turned.
      return {
        identity,
        twin: n === 90 ? `90 at ${one.turn}` : String(n),
        stratum: kindOf(n),
        tags: [kindOf(n)],
        numbers,
      };
    case 'measure': {
      const between = n % 10 === 0 ? [] : ['between-labels'];
      const tags = [kindOf(n), `base:${one.turn}`, ...between];
      return { identity, twin: String(n), stratum: '', tags, numbers };
    }
    case 'missing': {
      const [small, large] = [one.part, n - one.part].toSorted((a, b) => a - b);
      const twin = `${n}: ${small} ${large}`;
      return { identity, twin, stratum: String(n), tags: [`whole:${n}`], numbers };
    }
    default:
      return unreachable(one);
  }
}

const KINDS = [
  { id: 'acute', text: { en: 'Acute', es: 'Agudo' } },
  { id: 'right', text: { en: 'Right', es: 'Recto' } },
  { id: 'obtuse', text: { en: 'Obtuse', es: 'Obtuso' } },
] as const;

function build(one: AngleCase): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const identity = identityOf(one);
  const arms = armsOf(identity);
  return {
    prompt: promptOf(one, arms),
    answer:
      one.ask === 'type'
        ? { kind: 'choice', value: kindOf(one.n), options: KINDS }
        : { kind: 'integer', value: resultOf(one), unit: { en: '°', es: '°' } },
    traps: trapsOf(one, arms),
  };
}

/** Kind of an angle, its measure on a protractor, its unknown part. */
export const angle = defineFamily<Params, AngleCase>({
  id: 'angle',
  version: 1,
  tags: ['acute', 'right', 'obtuse', 'base:*', 'between-labels', 'whole:*'],
  numbers: ['n', 'result'],
  parse,
  size: sizeFor,
  cases,
  draw,
  describe,
  build,
  worked: workedOf,
});
