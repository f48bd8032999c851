import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { drawingIn, marksOf, numbersIn, wordsOf } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';

holdFamily({
  family: 'rectangle',
  valuesOf: (identity) => {
    const [l = 0, w = 0] = numbersIn(identity);
    return identity.includes('square') ? { s: l } : { l, w };
  },
  // From the labels of the drawing and the words: areas by adding rows, missing sides by trying.
  solve: (item) => {
    const said = speakItem(item, 'en');
    const labels = marksOf(drawingIn(item), 'text').flatMap((mark) => numbersIn(wordsOf(mark)));
    const [first = 0, second = first] = labels;
    if (said.includes('other side')) {
      const whole = numbersIn(said.slice(said.indexOf('The ')))[0] ?? 0;
      const fits = (side: number): boolean =>
        said.includes('The area') ? first * side === whole : first + side + first + side === whole;
      let side = 1;
      while (!fits(side) && side < 1000) side += 1;
      return String(side);
    }
    if (said.includes('perimeter')) return String(first + second + first + second);
    let area = 0;
    for (let row = 0; row < second; row += 1) area += first;
    return String(area);
  },
});

function only(params: Record<string, unknown>): Item {
  const found = familyOf('rectangle', 1);
  const source = found.ok ? found.value.parse({ fresh: { items: 1, twins: 1 }, ...params }) : found;
  const [one] = source.ok ? source.value.all() : [];
  if (one === undefined) throw new Error(JSON.stringify(source));
  return one.build();
}

const errorsOf = (item: Item): string[] => item.traps.map(({ tag, value }) => `${tag} ${value}`);

describe('known misconceptions', () => {
  const rectangle = (ask: string): Item =>
    only({ shape: 'rectangle', ask, l: { in: [7] }, w: { in: [3] }, units: ['cm'] });
  const square = (ask: string): Item =>
    only({ shape: 'square', ask, s: { in: [6] }, units: ['cm'] });

  it('mix area and perimeter up, or count too few sides', () => {
    expect(errorsOf(rectangle('area'))).toEqual(['perimeter-for-area 20', 'half-perimeter 10']);
    expect(errorsOf(rectangle('perimeter'))).toEqual([
      'area-for-perimeter 21',
      'half-perimeter 10',
      'one-side-counted 17',
      'one-side-counted 13',
    ]);
    expect(errorsOf(square('area'))).toEqual(['perimeter-for-area 24', 'doubled-for-square 12']);
  });

  it('stop halfway to a missing side', () => {
    expect(errorsOf(rectangle('side-from-area'))).toEqual(['subtracted-once 14']);
    expect(errorsOf(rectangle('side-from-perimeter'))).toEqual([
      'subtracted-once 13',
      'not-halved 6',
    ]);
  });

  it('never take what is right for a mistake', () => {
    // 4 by 4 has 16 for both: its area is no mistake.
    const four = only({ shape: 'square', ask: 'perimeter', s: { in: [4] }, units: ['m'] });
    expect(errorsOf(four)).toEqual(['doubled-for-square 8', 'one-side-counted 12']);
  });
});

describe('parameters that make no rectangle', () => {
  it('are refused with the field', () => {
    const found = familyOf('rectangle', 1);
    const faultOf = (params: Record<string, unknown>): string => {
      const source = found.ok
        ? found.value.parse({
            ask: 'area',
            units: ['cm'],
            fresh: { items: 1, twins: 1 },
            ...params,
          })
        : found;
      return source.ok ? 'fine' : (source.error.path ?? '');
    };
    expect(faultOf({ shape: 'rectangle', l: { in: [3] }, w: { in: [3] } })).toBe('w');
    expect(faultOf({ shape: 'square', s: { min: 0, max: 4 } })).toBe('s');
    expect(faultOf({ shape: 'square', s: { in: [4] }, units: ['mile'] })).toBe('units');
  });
});
