import { describe, expect, it } from 'vitest';
import type { Mark, Point } from '#domain/items/drawing.ts';
import { familyOf } from '#domain/items/families.ts';
import { drawingOf, type Figure } from '#domain/items/figure.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { drawingIn, marksOf, numbersIn } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { rowOf } from '#test/support/objective-rows.ts';

type Path = Extract<Mark, { readonly type: 'path' }>;

const pathsOf = (figure: Figure): Path[] => marksOf(drawingOf(figure), 'path');
const distance = (p: Point, q: Point): number => Math.hypot(p[0] - q[0], p[1] - q[1]);
const same = (list: readonly number[], slack: number): boolean =>
  Math.max(...list) - Math.min(...list) < slack;

/** Sides and corners of one closed outline, as they are drawn. */
function measure({ points }: Path): { readonly sides: number[]; readonly corners: number[] } {
  const at = (i: number): Point => points[(i + points.length) % points.length] ?? [0, 0];
  const turn = (p: Point, q: Point): number => Math.atan2(q[1] - p[1], q[0] - p[0]);
  return {
    sides: points.map((p, i) => distance(p, at(i + 1))),
    corners: points.map((p, i) => {
      const degrees = ((turn(p, at(i + 1)) - turn(at(i - 1), p)) * 180) / Math.PI;
      return 180 - Math.abs(((degrees + 540) % 360) - 180);
    }),
  };
}

/** The groups that a drawn shape belongs to, by its sides and corners. */
function groupsOf(path: Path): string[] {
  const { sides, corners } = measure(path);
  if (sides.length !== 4) return [];
  const equal = same(sides, 0.5);
  const square = same([...corners, 90], 1);
  const [a = 0, b = 0, c = 0, d = 0] = sides;
  const parallel = same([a, c], 0.5) && same([b, d], 0.5);
  return [
    'quadrilateral',
    ...(parallel ? ['parallelogram'] : []),
    ...(square ? ['rectangle'] : []),
    ...(equal ? ['rhombus'] : []),
    ...(equal && square ? ['square'] : []),
  ];
}

/** Whether a picture is the named shape: by its corners, not by how it was made. */
function isShape(name: string, [path, ...more]: readonly Path[]): boolean {
  if (path === undefined || more.length > 0 || !path.closed) return false;
  const { points } = path;
  if (name === 'circle') {
    const middle: Point = [58, 58];
    return (
      points.length > 30 &&
      same(
        points.map((p) => distance(p, middle)),
        0.5,
      )
    );
  }
  const corners = { triangle: 3, square: 4, rectangle: 4, hexagon: 6 }[name];
  if (points.length !== corners) return false;
  return corners === 4 ? groupsOf(path).includes(name) : true;
}

/** Area of an outline, by the shoelace formula. */
function areaOf({ points }: Path): number {
  const doubled = points.reduce((sum, [x, y], i) => {
    const [p = 0, q = 0] = points[(i + 1) % points.length] ?? [];
    return sum + x * q - p * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** Folds the drawn shape along lines through its middle, half a degree apart, and counts those where it lies on itself. */
function foldsOf(item: Item): number {
  const all = marksOf(drawingIn(item), 'path').flatMap(({ points }) => points);
  const middle = [0, 1].map((axis) => all.reduce((sum, p) => sum + (p[axis] ?? 0), 0) / all.length);
  const [mx = 0, my = 0] = middle;
  let folds = 0;
  for (let half = 0; half < 360; half += 1) {
    const axis = (half * Math.PI) / 360;
    const [cos, sin] = [Math.cos(2 * axis), Math.sin(2 * axis)];
    const fits = all.every(([x, y]) => {
      const [dx, dy] = [x - mx, y - my];
      const image: Point = [mx + dx * cos + dy * sin, my + dx * sin - dy * cos];
      return all.some((p) => distance(p, image) < 0.35);
    });
    if (fits) folds += 1;
  }
  return folds;
}

const answers = new Map<string, string>();

/** A picture is the same wherever its item is asked: each is measured once. */
function solve(item: Item): string {
  const known = answers.get(item.identity) ?? measured(item);
  answers.set(item.identity, known);
  return known;
}

function measured(item: Item): string {
  const said = speakItem(item, 'en');
  const { answer } = item;
  const options = answer.kind === 'choice' ? answer.options : [];
  const fits = (test: (paths: readonly Path[]) => boolean): string =>
    options
      .filter(({ figure }) => figure !== undefined && test(pathsOf(figure)))
      .map(({ id }) => id)
      .join(' and ');
  if (said.startsWith('Which picture')) {
    const name = said.replace('?', '').split(' ').at(-1) ?? '';
    return fits((paths) => isShape(name, paths));
  }
  if (said.startsWith('Which')) {
    const [n] = numbersIn(said);
    return fits((paths) => paths.length === n && same(paths.map(areaOf), 5));
  }
  if (said.includes('lines of symmetry')) return String(foldsOf(item));
  const [path] = marksOf(drawingIn(item), 'path');
  if (path === undefined) return '';
  if (said.includes('How many sides')) return String(path.points.length);
  const group = /Is this shape an? (\w+)/u.exec(said)?.[1] ?? '';
  return groupsOf(path).includes(group) ? 'yes' : 'no';
}

interface Lists {
  readonly shapes?: readonly string[];
  readonly groups?: readonly string[];
  readonly catalog?: readonly { readonly name: string }[];
}

holdFamily({
  family: 'shape-facts',
  valuesOf: (identity, row) => {
    const { shapes = [], groups = [], catalog = [] } = JSON.parse(row.params) as Lists; // the table's own column
    const [what = '', turn] = identity.split('/');
    const [first = '', ...rest] = what.split(' ');
    if (first === 'find') return { shape: shapes.indexOf(rest.join(' ')) + 1, turn: Number(turn) };
    if (first === 'sides') return { n: Number(rest[0]), turn: Number(turn) };
    if (first === 'shares')
      return { n: Number(rest[0]), whole: rest[1] === 'circle' ? 1 : 2, turn: Number(turn) };
    if (first === 'symmetry') {
      const place = catalog.findIndex(({ name }) => name === rest.join(' '));
      return { shape: place + 1, turn: Number(turn) };
    }
    const [shape = '', group = ''] = what.split(' in ');
    return {
      shape: shapes.indexOf(shape) + 1,
      group: groups.indexOf(group) + 1,
      turn: Number(turn),
    };
  },
  solve,
});

function itemsOf(id: string): Item[] {
  const found = familyOf('shape-facts', 1);
  const source = found.ok ? found.value.parse(JSON.parse(rowOf(id).params)) : found;
  if (!source.ok) throw new Error(JSON.stringify(source.error));
  return source.value.all().map((one) => one.build());
}

/** Whether two segments cross away from their ends. */
function cross([p, q]: readonly [Point, Point], [r, s]: readonly [Point, Point]): boolean {
  const side = (a: Point, b: Point, c: Point): number =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  return side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0;
}

describe('polygons whose sides are counted', () => {
  it('never cross themselves, and no two of them are the same', () => {
    const drawn = itemsOf('count-sides').map((item) => marksOf(drawingIn(item), 'path')[0]);
    for (const path of drawn) {
      const points = path?.points ?? [];
      const sides = points.map((p, i) => [p, points[(i + 1) % points.length] ?? p] as const);
      for (const one of sides) expect(sides.some((other) => cross(one, other))).toBe(false);
      expect(Math.min(...measure(path ?? fail()).sides)).toBeGreaterThan(15);
    }
    expect(new Set(drawn.map((path) => JSON.stringify(path?.points))).size).toBe(drawn.length);
  });

  it('are told by ear without the number', () => {
    for (const item of itemsOf('count-sides')) expect(speakItem(item, 'en')).not.toMatch(/\d/u);
  });
});

function fail(): never {
  throw new Error('nothing is drawn');
}

describe('known misconceptions', () => {
  it('take the look-alike that stands upright', () => {
    for (const item of itemsOf('name-shapes')) {
      const tags = item.traps.map(({ tag }) => tag);
      expect(tags.filter((tag) => tag === 'almost-a-shape')).toHaveLength(3);
      const turned = !item.identity.endsWith('/1');
      expect(tags.filter((tag) => tag === 'only-the-upright-one')).toHaveLength(turned ? 1 : 0);
    }
  });

  it('deny that a square is a rectangle, and fold a rectangle along its diagonals', () => {
    const square = itemsOf('quadrilateral-groups').find(
      ({ identity }) => identity === 'square in rectangle/2',
    );
    expect(square?.traps).toEqual([{ tag: 'square-is-not-a-rectangle', value: 'no' }]);
    const rectangle = itemsOf('symmetry-lines').find(
      ({ identity }) => identity === 'symmetry rectangle/1',
    );
    expect(rectangle?.traps).toEqual([{ tag: 'diagonals-as-symmetry', value: '4' }]);
  });
});

describe('a catalog of shapes', () => {
  it('is refused where it says another number of lines than the drawing has', () => {
    const found = familyOf('shape-facts', 1);
    const params = {
      ask: 'symmetry',
      variants: 1,
      catalog: [{ name: 'rectangle', lines: 4 }],
      fresh: { items: 1, twins: 1 },
    };
    const source = found.ok ? found.value.parse(params) : found;
    expect(source).toMatchObject({ ok: false, error: { path: 'catalog[0].lines' } });
  });
});
