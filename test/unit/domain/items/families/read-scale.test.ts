import { familyOf } from '#domain/items/families.ts';
import { describe, expect, it } from 'vitest';
import type { Drawing, Mark } from '#domain/items/drawing.ts';
import { drawingOf } from '#domain/items/figure.ts';
import { buildForm } from '#domain/items/form.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { rowOf } from '#test/support/objective-rows.ts';
import { faultOf, itemNamed, only, trapValues } from '#test/support/one-item.ts';
import type { Item } from '#domain/items/item.ts';

function drawingIn(item: Item): Drawing {
  for (const part of item.prompt) if (part.type === 'figure') return drawingOf(part.figure);
  throw new Error('no figure');
}

/** Numbers that stand at the scale, with their place along it. */
function labels(drawing: Drawing, axis: 0 | 1): { value: number; at: number }[] {
  return drawing.marks.flatMap((mark) => {
    if (mark.type !== 'text') return [];
    const text = typeof mark.text === 'string' ? mark.text : mark.text.en;
    return /^\d+$/u.test(text) ? [{ value: Number(text), at: mark.at[axis] }] : [];
  });
}

/** Small spaces from the first label to a place, and how many there are between two labels. */
function readOff(drawing: Drawing, place: number, axis: 0 | 1): { spaces: number; each: number } {
  const [first, second] = labels(drawing, axis);
  if (first === undefined || second === undefined) throw new Error('no labels');
  const along = axis === 0 ? 1 : 0;
  const ticks = drawing.marks
    .flatMap((mark) =>
      mark.type === 'line' &&
      mark.dashed !== true &&
      mark.from[axis] === mark.to[axis] &&
      mark.ink !== 'accent'
        ? [mark]
        : [],
    )
    .filter((mark) => Math.abs(mark.from[along] - mark.to[along]) < 15)
    .map((mark) => mark.from[axis]);
  const between = (x: number, y: number): number =>
    ticks.filter((at) => at > Math.min(x, y) + 1e-6 && at < Math.max(x, y) + 1e-6).length;
  return { spaces: between(first.at, place), each: between(first.at, second.at) };
}

const isArrow = (mark: Mark): boolean => mark.type === 'path' && mark.ink === 'accent';

function arrowAt(drawing: Drawing, axis: 0 | 1): number {
  const tip = drawing.marks.find(isArrow);
  return tip?.type === 'path' ? (tip.points[0]?.[axis] ?? Number.NaN) : Number.NaN;
}

function fraction(n: number, d: number): string {
  for (let by = Math.min(n, d); by > 1; by -= 1)
    if (n % by === 0 && d % by === 0) return fraction(n / by, d / by);
  return d === 1 ? String(n) : `${n}/${d}`;
}

/** Ends of the things on a ruler: the dashed lines that lead down to it. */
function ends(drawing: Drawing): number[] {
  return drawing.marks.flatMap((mark) =>
    mark.type === 'line' && mark.dashed === true ? [mark.from[0]] : [],
  );
}

function solve(item: Item): string {
  const drawing = drawingIn(item);
  const said = speakItem(item, 'en');
  if (said.includes('Ruler')) {
    const [first, second] = labels(drawing, 0);
    const unit = (second?.value ?? 0) - (first?.value ?? 0);
    const places = ends(drawing).map((x) => readOff(drawing, x, 0));
    const [a, b, c, d] = places.map(({ spaces }) => spaces);
    const each = (places[0]?.each ?? 1) / unit;
    const length = (b ?? 0) - (a ?? 0) - (d === undefined ? 0 : d - (c ?? 0));
    return fraction(length, each);
  }
  const axis = said.includes('Scale') ? 1 : 0;
  const { spaces, each } = readOff(drawing, arrowAt(drawing, axis), axis);
  const [first, second] = labels(drawing, axis);
  const start = first?.value ?? 0;
  const label = (second?.value ?? 0) - start;
  return fraction(start * each + spaces * label, each);
}

const SCALES = ['mL 100/4', 'mL 100/5', 'g 50/5', 'g 20/4', 'kg 10/5', 'L 10/2'];

holdFamily({
  family: 'read-scale',
  valuesOf: (identity, { id }) => {
    const [x = 0, y = 0] = (identity.match(/\d+/gu) ?? []).map(Number);
    switch (id) {
      case 'fraction-on-number-line':
        return { n: x, d: y };
      case 'measure-length-cm':
        return { s: x, n: y };
      case 'length-difference':
        return { a: x, b: y };
      case 'read-measuring-scale': {
        const [unit = '', steps = '', n = ''] = identity.split(' ');
        return { scale: SCALES.indexOf(`${unit} ${steps}`) + 1, n: Number(n) };
      }
      default:
        return { n: x };
    }
  },
  // By counting the drawn spaces from a label to the mark.
  solve,
  tagsOf: (item, { id }) =>
    id === 'read-measuring-scale' ? [`scale:${item.identity.replace(/ \d+$/u, '')}`] : item.tags,
});

describe('a form of measuring scales', () => {
  it('shows every scale at most twice', () => {
    const row = rowOf('read-measuring-scale');
    for (let i = 0; i < 300; i += 1) {
      const form = buildForm(
        {
          objectiveId: row.id,
          family: row.family,
          version: 1,
          params: JSON.parse(row.params),
          count: Number(row.of),
          seed: `scales ${i}`,
          avoid: [],
        },
        familyOf,
      );
      if (!form.ok) throw new Error(JSON.stringify(form.error));
      const scales = form.value.items.map(({ identity }) => identity.replace(/ \d+$/u, ''));
      const counts = SCALES.map((scale) => scales.filter((one) => one === scale).length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(10);
      expect(Math.max(...counts)).toBeLessThanOrEqual(2);
    }
  });
});

const RULER = { unit: 'cm', length: 18 };

describe('wrong readings', () => {
  it('of a ruler: the end of a thing that does not begin at zero, and marks for spaces', () => {
    const item = only('read-scale', {
      kind: 'ruler',
      ...RULER,
      startAt: { in: [3] },
      n: { in: [8] },
    });
    expect(trapValues(item)).toEqual({
      'read-the-end': ['11'],
      'counted-ticks-not-spaces': ['9'],
    });
    const two = only('read-scale', {
      kind: 'ruler-two',
      ...RULER,
      a: { in: [9] },
      b: { in: [4] },
      difference: { in: [5] },
    });
    expect(trapValues(two)['added-lengths']).toEqual(['13']);
  });

  it('of a fraction line: two taken for the whole, ticks taken for parts', () => {
    const item = only('read-scale', {
      kind: 'fraction-line',
      den: { in: [4] },
      n: { in: [3] },
      form: 'any',
    });
    expect(trapValues(item)).toEqual({
      'two-is-the-whole': ['3/8'],
      'ticks-as-denominator': ['3/5'],
      'counted-ticks-not-spaces': ['1'],
      'nearest-label': ['1'],
    });
  });

  it('of a measuring scale: every small space taken for 1', () => {
    const scales = [{ unit: 'mL', label: 100, parts: 4 }];
    const params = { kind: 'dial', labels: 5, n: { in: [11] }, scales };
    const item = itemNamed('read-scale', params, 'mL 100/4 11');
    expect(trapValues(item)).toEqual({
      'tick-is-one': ['203'],
      'counted-ticks-not-spaces': ['300'],
      'nearest-label': ['300'],
    });
  });

  it('scales on which nothing can be marked are refused', () => {
    expect(
      faultOf('read-scale', {
        kind: 'fraction-line',
        den: { in: [4] },
        n: { in: [4] },
        form: 'any',
      }),
    ).toBe('value.bad n');
    const line = { kind: 'number-line', n: { in: [13] }, tick: 3, label: 10, window: 30 };
    expect(faultOf('read-scale', line)).toBe('value.bad label');
  });
});

describe('what a screen reader says of a scale', () => {
  it('gives the marks after a label, not the number', () => {
    const line = { kind: 'number-line', n: { in: [57] }, tick: 1, label: 10, window: 30 };
    const said = speakItem(only('read-scale', line), 'en');
    expect(said).toContain('7 small marks after 50');
    expect(said).not.toContain('57');
  });
});
