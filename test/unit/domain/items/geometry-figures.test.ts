import { describe, expect, it } from 'vitest';
import type { Drawing, Mark } from '#domain/items/drawing.ts';
import { drawingOf } from '#domain/items/figure.ts';
import { marksOf } from '#test/support/drawn.ts';

type Text = Extract<Mark, { readonly type: 'text' }>;

/** The box of a label as it is seen in the wider language; letters are at most 0.6 of their size wide. */
function boxOf({ at, text, size, align }: Text): readonly [number, number, number, number] {
  const length = typeof text === 'string' ? text.length : Math.max(text.en.length, text.es.length);
  const width = length * size * 0.6;
  const left = align === 'start' ? at[0] : align === 'end' ? at[0] - width : at[0] - width / 2;
  return [left, at[1] - size * 0.4, left + width, at[1] + size * 0.4];
}

/** Labels that lie on another one, or reach out of the picture. */
function faultsOf(drawing: Drawing, name: string): string[] {
  const boxes = marksOf(drawing, 'text').map(boxOf);
  return boxes.flatMap(([left, top, right, bottom], i) => {
    const inside =
      left > -4 && top > -4 && right < drawing.width + 4 && bottom < drawing.height + 4;
    const apart = boxes
      .slice(i + 1)
      .every(([l, t, r, b]) => right < l || r < left || bottom < t || b < top);
    return inside && apart ? [] : [`${name}: label ${i}`];
  });
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('labels of geometry figures stand apart and inside', () => {
  it('on every rectangle', () => {
    const faults: string[] = [];
    const hold = (drawing: Drawing, name: string): void => {
      faults.push(...faultsOf(drawing, name));
    };
    for (const width of range(2, 25))
      for (const height of range(2, 25))
        hold(drawingOf({ type: 'rectangle', width, height, unit: 'ft' }), `${width}x${height}`);
    expect(faults).toEqual([]);
  });

  it('on every L-shape', () => {
    const faults: string[] = [];
    const hold = (drawing: Drawing, name: string): void => {
      faults.push(...faultsOf(drawing, name));
    };
    for (const [a, b] of range(4, 15).flatMap((x) => range(4, 15).map((y) => [x, y] as const)))
      for (const c of range(2, a - 2))
        for (const d of range(2, b - 2))
          for (const corner of ['top-right', 'bottom-left'] as const)
            hold(
              drawingOf({
                type: 'l-shape',
                a,
                b,
                c,
                d,
                corner,
                labels: a > 10 || b > 10 ? 'four' : 'all',
              }),
              `${a}x${b}-${c}x${d} ${corner}`,
            );
    expect(faults).toEqual([]);
  });

  it('on triangles and quadrilaterals of all proportions', () => {
    const faults: string[] = [];
    const hold = (drawing: Drawing, name: string): void => {
      faults.push(...faultsOf(drawing, name));
    };
    for (const a of range(4, 12))
      for (const b of range(4, 12))
        for (const c of range(4, 12)) {
          const most = Math.max(a, b, c);
          if (2 * most <= a + b + c - 2)
            hold(drawingOf({ type: 'polygon', lengths: [a, b, c], unit: 'ft' }), `${a}-${b}-${c}`);
          hold(
            drawingOf({ type: 'polygon', lengths: [a, b, c, most], unit: 'ft' }),
            `${a}-${b}-${c}-${most}`,
          );
        }
    expect(faults).toEqual([]);
  });

  it('on boxes and on two joined boxes', () => {
    const faults: string[] = [];
    const hold = (drawing: Drawing, name: string): void => {
      faults.push(...faultsOf(drawing, name));
    };
    for (const length of range(2, 12))
      for (const width of range(2, 9))
        for (const height of range(2, 9)) {
          const name = `${length}x${width}x${height}`;
          hold(drawingOf({ type: 'box', length, width, height, unit: 'ft' }), name);
          for (const low of range(2, 9))
            hold(
              drawingOf({
                type: 'step',
                width,
                high: { length: Math.min(length, 9), height: 9 },
                low: { length: low, height: Math.min(height, 8) },
              }),
              `${name}+${low}`,
            );
        }
    expect(faults).toEqual([]);
  });

  it('on angles cut in two', () => {
    const faults: string[] = [];
    const hold = (drawing: Drawing, name: string): void => {
      faults.push(...faultsOf(drawing, name));
    };
    for (const degrees of [60, 90, 120, 150, 180])
      for (const part of range(2, 33).map((five) => five * 5)) {
        if (degrees - part < 10 || degrees === 2 * part) continue;
        const parts = [
          { degrees: part, label: `${part}°` },
          { degrees: degrees - part, label: '?' },
        ];
        hold(
          drawingOf({ type: 'angle', degrees, turn: 0, arms: [112, 112], parts }),
          `${degrees}-${part}`,
        );
      }
    expect(faults).toEqual([]);
  });
});
