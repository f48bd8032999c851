import { digitsOf } from '../../kernel/numbers.ts';
import { intBetween, pick, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits } from '../family.ts';
import { clipped, drawNumber, numbersOf, sizeOf } from '../number-set.ts';
import { hasCase } from '../variables.ts';
import { drawByLength } from './decimal-arithmetic-case.ts';
import { answerOf, digitAt, type Case, type Params, type Part } from './place-value-case.ts';
import { parseParams } from './place-value-params.ts';
import { identityOf, promptOf } from './place-value-prompt.ts';
import { placeValueTraps } from './place-value-traps.ts';
import { workedPlaceValue } from './place-value-worked.ts';

type PlaceParams = Exclude<Params, { ask: 'compose' } | { ask: 'from-words' }>;

function parse(read: RecordReader): Params {
  const params = parseParams(read);
  if (!hasCase(sizeOfParams(params), cases(params), (random) => draw(random, params)))
    read.fail(params.ask === 'compose' ? 'parts' : 'n', 'no number fits all conditions');
  return params;
}

function sizeOfParams(params: Params): number {
  if (params.ask === 'from-words') return sizeOf(params.n);
  if (params.ask !== 'compose') return sizeOf(params.n) * params.places.length;
  const numbers = params.parts.reduce((count, { min, max }) => count * (max - min + 1), 1);
  return numbers * params.orders.length * params.show.length;
}

/** Blocks lie largest first: there is no reversed order of them. */
const fitsLook = ({ order, show }: Pick<Extract<Case, { ask: 'compose' }>, 'order' | 'show'>) =>
  show === 'text' || order === 'forward';

function fitsPlace(params: PlaceParams, n: number, place: number): boolean {
  if (place > n || (params.lastDigitNotZero && n % 10 === 0)) return false;
  const digits = digitsOf(n);
  if (params.distinctDigits && new Set(digits).size < digits.length) return false;
  if (params.ask === 'digit-value') return digitAt(n, place) !== 0;
  return params.ask === 'digit-at' || (digits.length > 1 && !digits.includes(0));
}

const fitsWords = (n: number): boolean => n % 100 !== 0;

function* numbersFrom(parts: readonly Part[]): Iterable<number> {
  const [first, ...rest] = parts;
  if (first === undefined) {
    yield 0;
    return;
  }
  for (let digit = first.min; digit <= first.max; digit += 1)
    for (const below of numbersFrom(rest)) yield digit * first.place + below;
}

function* cases(params: Params): Iterable<Case> {
  if (params.ask === 'compose') {
    const places = params.parts.map(({ place }) => place);
    for (const n of numbersFrom(params.parts)) {
      for (const order of params.orders) {
        for (const show of params.show)
          if (fitsLook({ order, show })) yield { ask: 'compose', n, places, order, show };
      }
    }
    return;
  }
  for (const n of numbersOf(params.n)) {
    if (params.ask === 'from-words') {
      if (fitsWords(n)) yield { ask: 'from-words', n };
      continue;
    }
    const { ask, scale } = params;
    for (const place of params.places)
      if (fitsPlace(params, n, place)) yield { ask, n, scale, place };
  }
}

function draw(random: Random, params: Params): Case | null {
  if (params.ask === 'compose') {
    const places = params.parts.map(({ place }) => place);
    const n = params.parts.reduce(
      (sum, { place, min, max }) => sum + place * intBetween(random, min, max),
      0,
    );
    const one = { n, places, order: pick(random, params.orders), show: pick(random, params.show) };
    return fitsLook(one) ? { ask: 'compose', ...one } : null;
  }
  if (params.ask === 'from-words') {
    const n = drawNumber(random, params.n);
    return fitsWords(n) ? { ask: 'from-words', n } : null;
  }
  // The place is drawn first, so that all come equally often; long numbers are not met oftener than short ones.
  const place = pick(random, params.places);
  const set = clipped(params.n, place, Number.MAX_SAFE_INTEGER);
  if (set === null) return null;
  const n = drawByLength(random, set);
  const { ask, scale } = params;
  return fitsPlace(params, n, place) ? { ask, n, scale, place } : null;
}

function tagsOf(one: Case): string[] {
  const digits = digitsOf(one.n);
  const different = new Set(digits).size;
  const rest = one.n % 100;
  const tags: string[] = [];
  if (one.ask === 'compose') tags.push(`order:${one.order}`, `show:${one.show}`);
  else if (one.ask !== 'from-words') tags.push(`place:${one.place}`);
  if (digits.includes(0)) tags.push('zero-digit');
  if (digits.length > 1 && different === 1) tags.push('equal-digits');
  if (different < digits.length) tags.push('repeated-digit');
  if (rest > 10 && rest < 20) tags.push('teen');
  if (one.n % 10 === 0) tags.push('multiple-of-10');
  return tags;
}

function describe(one: Case): CaseTraits {
  const { n } = one;
  const place = one.ask === 'compose' || one.ask === 'from-words' ? null : one.place;
  return {
    identity: identityOf(one),
    twin: String(n),
    stratum: one.ask === 'compose' ? `${one.order} ${one.show}` : String(place),
    tags: tagsOf(one),
    numbers: place === null ? { n } : { n, place },
  };
}

/** What a digit stands for: put a number together, take it apart, read it in words. */
export const placeValue = defineFamily<Params, Case>({
  id: 'place-value',
  version: 1,
  tags: [
    'order:*',
    'show:*',
    'zero-digit',
    'equal-digits',
    'place:*',
    'repeated-digit',
    'teen',
    'multiple-of-10',
  ],
  numbers: ['n', 'place'],
  parse,
  size: sizeOfParams,
  cases,
  draw,
  describe,
  build: (one) => ({
    prompt: promptOf(one),
    answer: { kind: 'integer', value: answerOf(one) },
    traps: placeValueTraps(one),
  }),
  worked: workedPlaceValue,
});
