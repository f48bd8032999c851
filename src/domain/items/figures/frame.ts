import { unreachable } from '../../kernel/assert.ts';
import { around as onCircle, type Drawing, type Mark, type Point } from '../drawing.ts';

/**
 * The sheet that geometry is drawn on. One unit is about a pixel on the smallest phone, where a figure gets 328 x 176 of them: text of
 * 16 stays readable there, and all figures of a check have the same size of letters.
 */
export const SHEET = { width: 300, height: 172, rem: 30 } as const;
/** Letters and digits beside lines. */
export const LABEL = 17;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Marks drawn around any origin, moved to the middle of the sheet. */
export function centredDrawing(marks: readonly Mark[]): Drawing {
  const box = boundsOf(marks);
  const dx = (SHEET.width - box.left - box.right) / 2;
  const dy = (SHEET.height - box.top - box.bottom) / 2;
  return { ...SHEET, marks: marks.map((mark) => moved(mark, dx, dy)) };
}

/** The smallest box around marks, letters included (their width is estimated by the longer language). */
export function boundsOf(marks: readonly Mark[]): Box {
  const boxes = marks.map(boxOf);
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** A digit is not wider than this part of its size, in every font of the app. */
const GLYPH = 0.58;
/** Digits and capitals fill this part of their size from top to bottom. */
const CAPITAL = 0.74;

/** Half the width and half the height of a label as it is seen. */
export function halfLabel(
  text: Extract<Mark, { readonly type: 'text' }>['text'],
  size: number,
): Point {
  const length = typeof text === 'string' ? text.length : Math.max(text.en.length, text.es.length);
  return [(length * size * GLYPH) / 2, (size * CAPITAL) / 2];
}

function around([x, y]: Point, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function ofPoints(points: readonly Point[], margin: number): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    left: Math.min(...xs) - margin,
    right: Math.max(...xs) + margin,
    top: Math.min(...ys) - margin,
    bottom: Math.max(...ys) + margin,
  };
}

function boxOf(mark: Mark): Box {
  switch (mark.type) {
    case 'line':
      return ofPoints([mark.from, mark.to], mark.line / 2);
    case 'path':
      return ofPoints(mark.points, mark.line / 2);
    case 'circle':
      return around(mark.at, mark.r + mark.line / 2, mark.r + mark.line / 2);
    case 'sector': {
      const { at, r, from, to } = mark;
      const arc = Array.from({ length: 37 }, (_, i) =>
        onCircle(at, r, from + ((to - from) * i) / 36),
      );
      return ofPoints(mark.open === true ? arc : [at, ...arc], mark.line / 2);
    }
    case 'ellipse':
      return around(mark.at, mark.rx + mark.line / 2, mark.ry + mark.line / 2);
    case 'rect': {
      const [x, y] = mark.at;
      return ofPoints([mark.at, [x + mark.width, y + mark.height]], mark.line / 2);
    }
    case 'text': {
      const [width, height] = halfLabel(mark.text, mark.size);
      const shift = mark.align === 'start' ? width : mark.align === 'end' ? -width : 0;
      return around([mark.at[0] + shift, mark.at[1]], width, height);
    }
    case 'thing':
      return around(mark.at, mark.size / 2, mark.size / 2);
    default:
      return unreachable(mark);
  }
}

function moved(mark: Mark, dx: number, dy: number): Mark {
  const move = ([x, y]: Point): Point => [x + dx, y + dy];
  if (mark.type === 'line') return { ...mark, from: move(mark.from), to: move(mark.to) };
  if (mark.type === 'path') return { ...mark, points: mark.points.map(move) };
  return { ...mark, at: move(mark.at) };
}
