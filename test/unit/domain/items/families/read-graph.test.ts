import { describe, expect, it } from 'vitest';
import type { Drawing, Mark } from '#domain/items/drawing.ts';
import { drawingOf } from '#domain/items/figure.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, itemNamed, trapValues } from '#test/support/one-item.ts';

type Of<T extends Mark['type']> = Extract<Mark, { readonly type: T }>;

function marksOf<T extends Mark['type']>(drawing: Drawing, type: T): Of<T>[] {
  return drawing.marks.filter((mark): mark is Of<T> => mark.type === type);
}

function drawingIn(item: Item): Drawing {
  for (const part of item.prompt) if (part.type === 'figure') return drawingOf(part.figure);
  throw new Error('no figure');
}

function words(mark: Of<'text'>): string {
  return typeof mark.text === 'string' ? mark.text : mark.text.en;
}

function question(item: Item): string {
  return item.prompt.map((part) => (part.type === 'text' ? part.text.en : '')).join('');
}

/** Pictures that stand in the row of a name, each worth what the line below says. */
function inRow(drawing: Drawing, name: string): number {
  const texts = marksOf(drawing, 'text');
  const y = texts.find((mark) => words(mark) === name)?.at[1];
  const each = texts.map((mark) => /^Each picture is (\d+)$/u.exec(words(mark))?.[1]).find(Boolean);
  return marksOf(drawing, 'thing').filter(({ at }) => at[1] === y).length * Number(each);
}

/** Height of the bar over a name, by the labels of the axis. */
function barOver(drawing: Drawing, name: string): number {
  const texts = marksOf(drawing, 'text');
  const x = texts.find((mark) => words(mark) === name)?.at[0] ?? Number.NaN;
  const bar = marksOf(drawing, 'rect').find(({ at, width }) => at[0] < x && x < at[0] + width);
  const labels = texts.filter((mark) => /^\d+$/u.test(words(mark)));
  const [zero, next] = labels.map((mark) => ({ y: mark.at[1], value: Number(words(mark)) }));
  if (bar === undefined || zero === undefined || next === undefined) return Number.NaN;
  return Math.round(((zero.y - bar.at[1]) / (zero.y - next.y)) * next.value);
}

/** From the first to the last cross, in small spaces over the spaces of one unit. */
function spread(drawing: Drawing): string {
  const lines = marksOf(drawing, 'line');
  const crosses = lines
    .filter(({ ink }) => ink === 'accent')
    .map(({ from, to }) => (from[0] + to[0]) / 2);
  const ticks = lines.filter(({ from, to }) => from[0] === to[0]).map(({ from }) => from[0]);
  const [zero = 0, one = 0] = marksOf(drawing, 'text')
    .filter((mark) => /^\d+$/u.test(words(mark)))
    .map(({ at }) => at[0]);
  const between = (x: number, y: number): number =>
    ticks.filter((tick) => tick > x + 1e-6 && tick < y + 1e-6).length;
  let [n, d] = [between(Math.min(...crosses), Math.max(...crosses)), between(zero, one)];
  for (const by of [2, 2, 2]) if (n % by === 0 && d % by === 0) [n, d] = [n / by, d / by];
  return d === 1 ? String(n) : `${n}/${d}`;
}

holdFamily({
  family: 'read-graph',
  valuesOf: (identity, { id }) => {
    const [x = 0, y = 0] = (identity.match(/\d+/gu) ?? []).map(Number);
    if (id === 'picture-graph-read') return { a: x, cats: y };
    return id === 'line-plot-difference' ? { lo: x, hi: y } : { a: x, b: y };
  },
  many: true,
  // By counting pictures, measuring bars and counting ticks in the drawing.
  solve: (item) => {
    const drawing = drawingIn(item);
    const asked = question(item);
    const [, more = '', fewer = ''] = /more (\w+) than (\w+) are/u.exec(asked) ?? [];
    if (more !== '') return String(barOver(drawing, more) - barOver(drawing, fewer));
    const one = /How many (\w+) are there/u.exec(asked)?.[1];
    return one === undefined ? spread(drawing) : String(inRow(drawing, one));
  },
});

const BARS = {
  graph: 'bar',
  ask: 'difference',
  value: { min: 1, max: 10 },
  gap: { in: [3] },
  categories: { in: [4] },
  scale: 5,
};

describe('wrong readings of graphs', () => {
  it('of two bars', () => {
    expect(trapValues(itemNamed('read-graph', BARS, '7-4 of 4, 0'))).toEqual({
      'counted-signs': ['3'],
      'read-one-bar': ['35', '20'],
      added: ['55'],
      'off-by-one-line': ['10', '20'],
    });
  });

  it('of a row of pictures: the row above or below', () => {
    const params = {
      graph: 'picture',
      ask: 'value',
      value: { min: 1, max: 10 },
      categories: { in: [3] },
      scale: 1,
    };
    const item = itemNamed('read-graph', params, '4 of 3, 1');
    const drawing = drawingIn(item);
    const name = /How many (\w+)/u.exec(question(item))?.[1] ?? '';
    const names = marksOf(drawing, 'text').map(words).slice(0, 3);
    const place = names.indexOf(name);
    const beside = [names[place - 1], names[place + 1]].flatMap((one) => one ?? []);
    expect(trapValues(item)['neighbour-row']).toEqual(
      beside.map((one) => String(inRow(drawing, one))),
    );
  });

  it('of a line plot: crosses are counted, or one end is read', () => {
    const params = {
      graph: 'line-plot',
      ask: 'spread',
      parts: 8,
      low: { in: [9] },
      high: { in: [15] },
      spread: { in: [6] },
      unit: 'in',
      form: 'any',
    };
    const values = trapValues(itemNamed('read-graph', params, '9-15/8'));
    expect(values['read-one-bar']).toEqual(['15/8', '9/8']);
    expect(values['off-by-one-line']).toEqual(['5/8', '7/8']);
    expect(values['counted-crosses']?.map(Number)[0]).toBeGreaterThan(5);
  });

  it('a graph with values that its picture has no room for is refused', () => {
    expect(faultOf('read-graph', { ...BARS, value: { min: 1, max: 30 } })).toBe('value.bad value');
  });
});

describe('what a screen reader says of a graph', () => {
  it('where each bar ends, by the labels of the axis', () => {
    const said = speakItem(itemNamed('read-graph', BARS, '7-4 of 4, 0'), 'en');
    expect(said).toContain('ends halfway between 30 and 40');
    expect(said).toContain('ends at 20');
    expect(said).not.toContain('15');
  });
});
