import type { LocalText } from '../../kernel/local-text.ts';
import { pick } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { defineFamily, type CaseTraits, type WorkedPart } from '../family.ts';
import { LEAST_LOOSE, MOST_COUNTERS, type CounterLayout } from '../figures/counters.ts';
import type { Item } from '../item.ts';
import { numbersOf, readSet } from '../number-set.ts';
import { numberTraps } from '../traps.ts';
import { howMany, sceneObject } from './graph-themes.ts';
import { formula, line } from './worked-lines.ts';

type Fill = 'fives' | 'pairs';
type Turn = 'wide' | 'tall';

type Case =
  | {
      readonly show: 'things';
      readonly n: number;
      readonly layout: CounterLayout;
      readonly thing: string;
    }
  | { readonly show: 'frame'; readonly n: number; readonly fill: Fill; readonly turn: Turn };

/** Eight kinds of thing, one of them in a picture. Their order never changes. */
const THINGS = ['apple', 'star', 'leaf', 'button', 'flower', 'drop', 'book', 'pencil'];

const BOXES = 10;

function parse(read: RecordReader): readonly Case[] {
  const counts = numbersOf(readSet(read, 'n'));
  return read.has('fills') ? frames(read, counts) : things(read, counts);
}

function things(read: RecordReader, counts: readonly number[]): Case[] {
  const layouts = read.words('layouts', ['row', 'scatter', 'rows-of-5', 'loose-rows']);
  const most = Math.min(...layouts.map((layout) => MOST_COUNTERS[layout]));
  const least = layouts.includes('loose-rows') ? LEAST_LOOSE : 1;
  if (counts.some((n) => n < least || n > most))
    read.fail('n', `${least} to ${most} things lie so`);
  return counts.flatMap((n) =>
    layouts.flatMap((layout) =>
      THINGS.map((thing): Case => ({ show: 'things', n, layout, thing })),
    ),
  );
}

/** No dot or one, nine or ten: these look the same however they are filled. */
function frames(read: RecordReader, counts: readonly number[]): Case[] {
  const fills = read.words('fills', ['fives', 'pairs']);
  const turns = read.words('turns', ['wide', 'tall']);
  if (counts.some((n) => n > BOXES)) read.fail('n', 'a ten frame has ten boxes');
  return counts.flatMap((n) =>
    (n > 1 && n < BOXES - 1 ? fills : fills.slice(0, 1)).flatMap((fill) =>
      turns.map((turn): Case => ({ show: 'frame', n, fill, turn })),
    ),
  );
}

/** Boxes with a dot, row by row as the frame is drawn. A long line has five boxes, a short one two. */
function filledBoxes({ n, fill, turn }: Extract<Case, { show: 'frame' }>): number[] {
  const alongRows = (fill === 'fives') === (turn === 'wide');
  const [columns, rows] = turn === 'wide' ? [5, 2] : [2, 5];
  return Array.from({ length: n }, (_, i) =>
    alongRows ? i : (i % rows) * columns + Math.floor(i / rows),
  ).toSorted((x, y) => x - y);
}

function identityOf(one: Case): string {
  return one.show === 'things'
    ? `${one.n} ${one.layout} ${one.thing}`
    : `${one.n} ${one.fill} ${one.turn}`;
}

function describe(one: Case): CaseTraits {
  const tags =
    one.show === 'things' ? [`layout:${one.layout}`] : [`fill:${one.fill}`, `turn:${one.turn}`];
  return {
    identity: identityOf(one),
    twin: String(one.n),
    stratum: tags.join(' '),
    tags,
    numbers: { n: one.n },
  };
}

/** What lies there, and how; never how many. */
function spokenThings(thing: string, layout: CounterLayout): LocalText {
  const { many, gender } = sceneObject(thing);
  const ways: Readonly<Record<CounterLayout, LocalText>> = {
    row: { en: 'in a row', es: 'en una fila' },
    scatter: { en: 'scattered about', es: gender === 'm' ? 'esparcidos' : 'esparcidas' },
    'rows-of-5': { en: 'in rows of five', es: 'en filas de cinco' },
    'loose-rows': { en: 'in uneven rows', es: 'en filas desiguales' },
  };
  return {
    en: `A picture of ${many.en} ${ways[layout].en}`,
    es: `Un dibujo de ${many.es} ${ways[layout].es}`,
  };
}

function promptOf(one: Case): Item['prompt'] {
  if (one.show === 'frame') {
    const filled = filledBoxes(one);
    const text = {
      en: 'How many dots are in the frame?',
      es: '¿Cuántos puntos hay en el marco?',
    };
    const spoken = { en: 'A ten frame', es: 'Un marco de diez' };
    return [
      { type: 'figure', figure: { type: 'ten-frame', turn: one.turn, filled }, spoken },
      { type: 'text', text },
    ];
  }
  const { n, layout, thing } = one;
  const object = sceneObject(thing);
  const text = {
    en: `How many ${object.many.en} are there?`,
    es: `${howMany(object)} ${object.many.es} hay?`,
  };
  return [
    {
      type: 'figure',
      figure: { type: 'counters', layout, count: n, thing, seed: `counters ${identityOf(one)}` },
      spoken: spokenThings(thing, layout),
    },
    { type: 'text', text },
  ];
}

function swapped(n: number): number | null {
  return n > 9 && n % 10 > 0 ? (n % 10) * 10 + Math.floor(n / 10) : null;
}

function workedOf(one: Case): readonly WorkedPart[] {
  const { n } = one;
  const run = Array.from({ length: n }, (_, i) => i + 1).join(', ');
  if (one.show === 'things')
    return [
      line(`Touch each one once and count: ${run}`, `Toca cada objeto una vez y cuenta: ${run}`),
    ];
  if (n === 0) return [line('No box has a dot.', 'Ninguna casilla tiene un punto.')];
  const group = one.fill === 'fives' ? 5 : 2;
  const groups = Array.from({ length: Math.ceil(n / group) }, (_, i) =>
    Math.min(group, n - i * group),
  );
  return groups.length > 1
    ? [formula(`${groups.join(' + ')} = ${n}`)]
    : [line(`Count the dots: ${run}`, `Cuenta los puntos: ${run}`)];
}

/** Counting things in a picture, and dots in a ten frame. */
export const countPicture = defineFamily<readonly Case[], Case>({
  id: 'count-picture',
  version: 1,
  tags: ['layout:*', 'fill:*', 'turn:*'],
  numbers: ['n'],
  parse,
  size: (all) => all.length,
  cases: (all) => all,
  draw: (random, all) => pick(random, all),
  describe,
  build: (one) => ({
    prompt: promptOf(one),
    answer: { kind: 'integer', value: one.n },
    traps: numberTraps(one.n, [
      ['off-by-one', one.n - 1],
      ['off-by-one', one.n + 1],
      ['empty-cells', one.show === 'frame' ? BOXES - one.n : null],
      ['digits-swapped', swapped(one.n)],
    ]),
  }),
  worked: workedOf,
});
