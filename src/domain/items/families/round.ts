import type { LocalText } from '../../kernel/local-text.ts';
import { pick, type Random } from '../../kernel/random.ts';
import { ratio } from '../../kernel/ratio.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Item, Trap } from '../item.ts';
import {
  clipped,
  drawNumber,
  largestOf,
  numbersOf,
  readSet,
  sizeOf,
  type NumberSet,
} from '../number-set.ts';
import { numberToken } from '../token.ts';
import { decimalTraps } from '../traps.ts';
import { line } from './worked-lines.ts';

interface Params {
  /** In units of 1 / scale, as are the places. */
  readonly n: NumberSet;
  readonly scale: number;
  readonly places: readonly number[];
  readonly lastDigitNotZero: boolean;
}

interface Case {
  readonly n: number;
  readonly place: number;
}

/** Names of places by their value in thousandths. */
const PLACES: ReadonlyMap<number, LocalText> = new Map([
  [10, { en: 'hundredth', es: 'a la centésima más cercana' }],
  [100, { en: 'tenth', es: 'a la décima más cercana' }],
  [1000, { en: 'whole number', es: 'al número entero más cercano' }],
  [10_000, { en: 'ten', es: 'a la decena más cercana' }],
  [100_000, { en: 'hundred', es: 'a la centena más cercana' }],
  [1_000_000, { en: 'thousand', es: 'al millar más cercano' }],
  [10_000_000, { en: 'ten thousand', es: 'a la decena de millar más cercana' }],
  [100_000_000, { en: 'hundred thousand', es: 'a la centena de millar más cercana' }],
]);

const LOOKED_AT = 4000;

function parse(read: RecordReader): Params {
  const scale = read.has('scale') ? read.integer('scale', 1, 1000) : 1;
  if (scale !== 1 && scale !== 1000) read.fail('scale', 'whole numbers or thousandths');
  const places = read.integers('places');
  if (places.some((place) => place < 10 || !PLACES.has((place * 1000) / scale)))
    read.fail('places', 'a power of ten above the last place, up to hundred thousands');
  const lastDigitNotZero = read.has('lastDigitNotZero') && read.boolean('lastDigitNotZero');
  const params = { n: readSet(read, 'n'), scale, places, lastDigitNotZero };
  const { n } = params;
  // Of a large range the last thousands say it for all.
  const far = n.type === 'range' ? n.max - LOOKED_AT * n.step : 0;
  const some = clipped(n, far, largestOf(n)) ?? n;
  if (!numbersOf(some).some((one) => places.some((place) => fits(params, { n: one, place }))))
    read.fail('n', 'no number is left to round');
  return params;
}

/** A number that is already round, or far below the place, is no question. */
function fits({ places, lastDigitNotZero }: Params, { n, place }: Case): boolean {
  if (n % place === 0 || (lastDigitNotZero && n % 10 === 0)) return false;
  return places.length === 1 || n >= 2 * place;
}

/** Places are drawn first, so that all come equally often. */
function draw(random: Random, params: Params): Case | null {
  const place = pick(random, params.places);
  const set = clipped(
    params.n,
    params.places.length === 1 ? 0 : 2 * place,
    Number.MAX_SAFE_INTEGER,
  );
  if (set === null) return null;
  const one = { n: drawNumber(random, set), place };
  return fits(params, one) ? one : null;
}

/** Half rounds up. */
function rounded(n: number, place: number): number {
  return Math.floor((n + place / 2) / place) * place;
}

function tagsOf({ n, place }: Case): string[] {
  const up = rounded(n, place) > n;
  const behind = Math.floor((n * 10) / place) % 10;
  const tags = [`place:${place}`, up ? 'up' : 'down'];
  if ((n % place) * 2 === place) tags.push('half');
  if (behind === 4 || behind === 5) tags.push('near-half');
  if (up && Math.floor(n / place) % 10 === 9) tags.push('roll-over');
  return tags;
}

function describe(one: Case, { scale }: Params): CaseTraits {
  const tags = tagsOf(one);
  return {
    identity: `${one.n}${scale === 1 ? '' : `/${scale}`}~${one.place}`,
    twin: String(one.n),
    stratum: tags.join(' '),
    tags,
    numbers: { n: one.n },
  };
}

/** Rounded from the last digit on, place after place. */
function chainRounded(n: number, place: number): number {
  let value = n;
  for (let step = 10; step <= place; step *= 10) value = rounded(value, step);
  return value;
}

function trapsOf({ n, place }: Case, { scale }: Params): Trap[] {
  const key = rounded(n, place);
  const lower = n - (n % place);
  const half = (n % place) * 2 === place;
  const wider = rounded(n, place * 10);
  const entries: (readonly [string, number | null])[] = [
    [half ? 'half-down' : 'rounded-down', key > n ? lower : null],
    ['wrong-place', place > 10 ? rounded(n, place / 10) : null],
    ['wrong-place', wider > 0 ? wider : null],
    ['zeros-missing', scale === 1 ? key / place : null],
    ['chain-rounding', chainRounded(n, place)],
    ['only-the-digit', key > n ? n + place : n],
  ];
  return decimalTraps(
    ratio(key, scale),
    entries.map(([tag, value]) => [tag, value === null ? null : ratio(value, scale)] as const),
  );
}

function promptOf({ n, place }: Case, { scale }: Params): Item['prompt'] {
  const name = PLACES.get((place * 1000) / scale) ?? { en: '', es: '' };
  const text = { en: `Round {n} to the nearest ${name.en}.`, es: `Redondea {n} ${name.es}.` };
  return [{ type: 'text', text, values: { n: numberToken(n, scale) } }];
}

function workedOf({ n, place }: Case, { scale }: Params): readonly WorkedPart[] {
  const lower = n - (n % place);
  const upper = lower + place;
  const key = rounded(n, place);
  // Neighbours are written with as many places as are kept.
  const kept = scale > place ? scale / place : 1;
  const token = (value: number) => numberToken((value * kept) / scale, kept);
  const values = {
    n: numberToken(n, scale),
    low: token(lower),
    high: token(upper),
    key: token(key),
  };
  const isHalf = (n % place) * 2 === place;
  return [
    line('{n} lies between {low} and {high}.', '{n} está entre {low} y {high}.', values),
    {
      type: 'figure',
      figure: {
        type: 'number-line',
        from: lower,
        tick: place / 10,
        spaces: 10,
        label: place,
        at: n,
        scale,
      },
      spoken: {
        en: 'A number line with ten spaces between the two neighbors',
        es: 'Una recta numérica con diez espacios entre los dos vecinos',
      },
    },
    isHalf
      ? line(
          'It is exactly in the middle: then we round up to {key}.',
          'Está justo en el medio: entonces se redondea hacia arriba, a {key}.',
          values,
        )
      : line('It is nearer to {key}.', 'Está más cerca de {key}.', values),
  ];
}

/** Rounding to one place; half rounds up. */
export const round = defineFamily<Params, Case>({
  id: 'round',
  version: 1,
  tags: ['place:*', 'up', 'down', 'half', 'near-half', 'roll-over'],
  numbers: ['n'],
  parse,
  size: ({ n, places }) => sizeOf(n) * places.length,
  *cases(params) {
    for (const n of numbersOf(params.n))
      for (const place of params.places) if (fits(params, { n, place })) yield { n, place };
  },
  draw,
  describe,
  build: (one, params) => {
    const { scale } = params;
    const key = rounded(one.n, one.place);
    return {
      prompt: promptOf(one, params),
      answer:
        scale === 1 ? { kind: 'integer', value: key } : { kind: 'decimal', digits: key, scale },
      traps: trapsOf(one, params),
    };
  },
  worked: workedOf,
});
