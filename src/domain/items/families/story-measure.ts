import { pick, type Random } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import type { Item, Trap } from '../item.ts';
import { drawNumber, holds, numbersOf, readSet, sizeOf, type NumberSet } from '../number-set.ts';
import {
  kindOf,
  RECTANGLE_SCENES,
  rectangleUnit,
  scenesOfKind,
  tellConversion,
  tellRectangle,
  type Ask,
  type Form,
} from '../stories/measure-stories.ts';
import { namesOf } from '../stories/names.ts';
import type { Token } from '../token.ts';
import { numberTraps } from '../traps.ts';
import { UNIT_IDS, type UnitId } from '../units.ts';
import { formula, line } from './worked-lines.ts';

interface Pair {
  readonly big: UnitId;
  readonly small: UnitId;
  readonly factor: number;
  readonly step: number;
  readonly system: string;
  readonly scenes: readonly number[];
}

/** Two kinds of stories; `first` and `second` are the sides, or the number of big units and of steps. */
type Params =
  | {
      readonly about: 'rectangle';
      readonly first: NumberSet;
      readonly second: NumberSet;
      readonly asks: readonly Ask[];
    }
  | {
      readonly about: 'conversion';
      readonly first: NumberSet;
      readonly second: NumberSet;
      readonly pairs: readonly Pair[];
      readonly forms: readonly Form[];
    };

type Case =
  | { readonly ask: Ask; readonly l: number; readonly w: number; readonly scene: number }
  | {
      readonly form: Form;
      readonly pair: Pair;
      readonly n: number;
      /** In the small unit. */
      readonly s: number;
      readonly scene: number;
    };

function parse(read: RecordReader): Params {
  const about = read.oneOf('about', ['rectangle', 'conversion']);
  const situations = read.integer('situations', 1, 99);
  const [x, y] = about === 'rectangle' ? ['l', 'w'] : ['n', 'k'];
  const sets = { first: readSet(read, x), second: readSet(read, y) };
  for (const [name, set] of [
    [x, sets.first],
    [y, sets.second],
  ] as const)
    if (holds(set, 0)) read.fail(name, 'a story measures at least 1');
  if (about === 'rectangle' && RECTANGLE_SCENES < situations)
    read.fail('situations', `there are ${RECTANGLE_SCENES}`);
  const params: Params =
    about === 'rectangle'
      ? { about, ...sets, asks: read.words('asks', ['area', 'perimeter']) }
      : {
          about,
          ...sets,
          pairs: readPairs(read, situations),
          forms: read.words('forms', ['total', 'difference']),
        };
  if (read.fault() === null && cases(params)[Symbol.iterator]().next().done === true)
    read.fail(x, 'no numbers fit');
  return params;
}

function readPairs(read: RecordReader, situations: number): Pair[] {
  const pairs = read.list('pairs').map((entry): Pair => {
    const big = entry.oneOf('big', UNIT_IDS);
    const kind = kindOf(big);
    if (kind === null) entry.fail('big', 'no story tells of this unit');
    return {
      big,
      small: entry.oneOf('small', UNIT_IDS),
      factor: entry.integer('factor', 2, 1000),
      step: entry.integer('step', 1, 1000),
      system: entry.oneOf('system', ['metric', 'time', 'customary']),
      scenes: kind === null ? [] : scenesOfKind(kind),
    };
  });
  const scenes = new Set(pairs.flatMap((pair) => pair.scenes));
  const areTold = pairs.every((pair) => pair.scenes.length > 0);
  if (areTold && scenes.size < situations) read.fail('situations', `there are ${scenes.size}`);
  return pairs;
}

function isRectangle(l: number, w: number): boolean {
  return l > w && l * w !== 2 * (l + w);
}

function* cases(params: Params): Iterable<Case> {
  for (const x of numbersOf(params.first)) {
    for (const y of numbersOf(params.second)) {
      if (params.about === 'rectangle') yield* rectanglesOf(params.asks, x, y);
      else yield* conversionsOf(params, x, y);
    }
  }
}

function* rectanglesOf(asks: readonly Ask[], l: number, w: number): Iterable<Case> {
  if (!isRectangle(l, w)) return;
  for (const ask of asks)
    for (let scene = 0; scene < RECTANGLE_SCENES; scene += 1) yield { ask, l, w, scene };
}

function* conversionsOf(
  { pairs, forms }: Extract<Params, { about: 'conversion' }>,
  n: number,
  k: number,
): Iterable<Case> {
  for (const pair of pairs) {
    const s = k * pair.step;
    if (s >= pair.factor) continue;
    for (const form of forms) for (const scene of pair.scenes) yield { form, pair, n, s, scene };
  }
}

function draw(random: Random, params: Params): Case | null {
  if (params.about === 'rectangle') {
    const ask = pick(random, params.asks);
    const [l, w] = [drawNumber(random, params.first), drawNumber(random, params.second)];
    const scene = Math.floor(random() * RECTANGLE_SCENES);
    return isRectangle(l, w) ? { ask, l, w, scene } : null;
  }
  const form = pick(random, params.forms);
  const pair = pick(random, params.pairs);
  const n = drawNumber(random, params.first);
  const s = drawNumber(random, params.second) * pair.step;
  return s < pair.factor ? { form, pair, n, s, scene: pick(random, pair.scenes) } : null;
}

function resultOf(one: Case): number {
  if ('ask' in one) return one.ask === 'area' ? one.l * one.w : 2 * (one.l + one.w);
  const small = one.n * one.pair.factor;
  return one.form === 'total' ? small + one.s : small - one.s;
}

function identityOf(one: Case): string {
  if ('ask' in one) return `${one.ask} ${one.l}x${one.w} s${one.scene}`;
  const { form, pair, n, s, scene } = one;
  return `${n}${pair.big}${form === 'total' ? '+' : '-'}${s}${pair.small} s${scene}`;
}

function describe(one: Case): CaseTraits {
  const identity = identityOf(one);
  const result = resultOf(one);
  if ('ask' in one) {
    const { ask, l, w, scene } = one;
    const numbers = { l, w, result };
    const tags = [`ask:${ask}`];
    return { identity, twin: `${l}x${w}`, stratum: ask, scene: String(scene), tags, numbers };
  }
  const { form, pair, n, scene } = one;
  return {
    identity,
    twin: `${n} ${pair.big}-${pair.small}`,
    stratum: `${form} ${pair.system}`,
    scene: String(scene),
    tags: [`form:${form}`, `system:${pair.system}`],
    numbers: { result },
  };
}

function trapsOf(one: Case): Trap[] {
  const key = resultOf(one);
  if ('ask' in one) {
    const { l, w } = one;
    return numberTraps(key, [
      ['area-for-perimeter', one.ask === 'perimeter' ? l * w : null],
      ['perimeter-for-area', one.ask === 'area' ? 2 * (l + w) : null],
      ['half-perimeter', l + w],
    ]);
  }
  const { form, n, s, pair } = one;
  const sign = form === 'total' ? 1 : -1;
  return numberTraps(key, [
    ['no-conversion', form === 'total' ? n + s : Math.abs(n - s)],
    ...wrongFactors(pair.factor).map((by) => ['wrong-factor', n * by + sign * s] as const),
    ['wrong-operation', n * pair.factor - sign * s],
  ]);
}

/** Factors that are taken for the right one: a power of ten off, or a round number near it. */
function wrongFactors(factor: number): readonly number[] {
  if (factor === 60) return [100];
  return factor === 12 || factor === 16 ? [10] : [factor / 10, factor * 10];
}

const measure = (value: number, unit: UnitId): Token => ({ type: 'measure', value, unit });

function workedOf(one: Case): readonly WorkedPart[] {
  const result = resultOf(one);
  if ('ask' in one) {
    const { ask, l, w } = one;
    return ask === 'area'
      ? [
          line('To cover it: length times width.', 'Para cubrir: largo por ancho.'),
          formula(`${l} × ${w} = ${result}`),
        ]
      : [
          line('To go around it: add all four sides.', 'Para rodear: suma los cuatro lados.'),
          formula(`${l} + ${w} + ${l} + ${w} = ${result}`),
        ];
  }
  const { form, pair, n, s } = one;
  const small = n * pair.factor;
  const values = { n: measure(n, pair.big), m: measure(small, pair.small) };
  const sign = form === 'total' ? '+' : '−';
  return [
    formula('{n} = {m}', values),
    formula('{x} ' + sign + ' {y} = {z}', {
      x: measure(small, pair.small),
      y: measure(s, pair.small),
      z: measure(result, pair.small),
    }),
  ];
}

function build(one: Case): Pick<Item, 'prompt' | 'answer' | 'traps'> {
  const value = resultOf(one);
  const traps = trapsOf(one);
  if ('ask' in one) {
    const { text, unit } = tellRectangle(one.ask, one.scene);
    const side = rectangleUnit(one.scene);
    const values = { l: measure(one.l, side), w: measure(one.w, side) };
    return {
      prompt: [{ type: 'text', text, values }],
      answer: { kind: 'integer', value, unit },
      traps,
    };
  }
  const { form, pair, n, s, scene } = one;
  const { text, unit } = tellConversion(form, pair.small, scene, namesOf(identityOf(one)));
  const values = { n: measure(n, pair.big), s: measure(s, pair.small) };
  return {
    prompt: [{ type: 'text', text, values }],
    answer: { kind: 'integer', value, unit },
    traps,
  };
}

/** Rectangle stories that need an area or a perimeter; stories that need one conversion. */
export const storyMeasure = defineFamily<Params, Case>({
  id: 'story-measure',
  version: 1,
  tags: ['ask:*', 'form:*', 'system:*'],
  numbers: ['l', 'w', 'result'],
  parse,
  size: (params) => {
    const numbers = sizeOf(params.first) * sizeOf(params.second);
    if (params.about === 'rectangle') return numbers * params.asks.length * RECTANGLE_SCENES;
    const scenes = params.pairs.reduce((sum, pair) => sum + pair.scenes.length, 0);
    return numbers * params.forms.length * scenes;
  },
  cases,
  draw,
  describe,
  build,
  worked: workedOf,
});
