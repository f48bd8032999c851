import type { Drawing, Fill, Mark } from '../drawing.ts';

/** A whole in equal parts, some of them shaded. A hundred grid has 10 rows of 10. */
export interface ShadedFigure {
  readonly type: 'shaded';
  readonly shape: 'bar' | 'circle' | 'grid' | 'hundred-grid';
  readonly parts: number;
  /** Places of the shaded parts from 0: from the left, clockwise from the top, or row by row. */
  readonly shaded: readonly number[];
}

export function drawShaded(figure: ShadedFigure): Drawing {
  switch (figure.shape) {
    case 'bar':
      return drawBar(figure);
    case 'circle':
      return drawCircle(figure);
    case 'grid':
      return drawCells(figure, gridColumns(figure.parts), 3.6, 0.05);
    case 'hundred-grid':
      return drawCells(figure, 10, 1.8, 0.06);
  }
}

/** Columns of a grid that is as square as its parts allow, wider than high: 12 is 4 x 3. */
function gridColumns(parts: number): number {
  let rows = Math.floor(Math.sqrt(parts));
  while (parts % rows !== 0) rows -= 1;
  return parts / rows;
}

const placesOf = (parts: number): readonly number[] => Array.from({ length: parts }, (_, i) => i);

const fillOf = ({ shaded }: ShadedFigure, place: number): Fill =>
  shaded.includes(place) ? 'accent' : 'paper';

const BAR = { width: 100, height: 17, line: 0.7, rem: 20 } as const;

function drawBar(figure: ShadedFigure): Drawing {
  const { width, height, line, rem } = BAR;
  const step = (width - line) / figure.parts;
  const marks = placesOf(figure.parts).map((i): Mark => ({
    type: 'rect',
    at: [line / 2 + i * step, line / 2],
    width: step,
    height: height - line,
    fill: fillOf(figure, i),
    ink: 'ink',
    line,
  }));
  return { width, height, rem, marks };
}

const CIRCLE = { size: 100, r: 49, line: 1, rem: 15 } as const;

function drawCircle(figure: ShadedFigure): Drawing {
  const { size, r, line, rem } = CIRCLE;
  const degrees = 360 / figure.parts;
  const marks = placesOf(figure.parts).map((i): Mark => ({
    type: 'sector',
    at: [size / 2, size / 2],
    r,
    from: i * degrees,
    to: (i + 1) * degrees,
    fill: fillOf(figure, i),
    ink: 'ink',
    line,
  }));
  return { width: size, height: size, rem, marks };
}

function drawCells(figure: ShadedFigure, columns: number, remEach: number, line: number): Drawing {
  const rows = figure.parts / columns;
  const marks = placesOf(figure.parts).map((i): Mark => ({
    type: 'rect',
    at: [(i % columns) + line / 2, Math.floor(i / columns) + line / 2],
    width: 1,
    height: 1,
    fill: fillOf(figure, i),
    ink: 'ink',
    line,
  }));
  return { width: columns + line, height: rows + line, rem: columns * remEach, marks };
}
