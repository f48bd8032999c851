import type { LocalText } from '../../kernel/local-text.ts';
import type { Mark, Point } from '../drawing.ts';
import { unitSign, type UnitId } from '../units.ts';
import { halfLabel, LABEL } from './frame.ts';

/** A length on a side: a number, with its unit if it stands alone, or the length that is asked for. */
export function lengthLabel(length: number | '?', unit?: UnitId): LocalText {
  if (length === '?') return { en: '?', es: '?' };
  if (unit === undefined) return { en: String(length), es: String(length) };
  const { en, es } = unitSign(unit);
  return { en: `${length}\u00A0${en}`, es: `${length}\u00A0${es}` };
}

/** Lines of every outlined shape. */
const OUTLINE = { ink: 'ink', line: 2.5, fill: 'accent-soft' } as const;
const GAP = 7;
const SIDEWAYS = 0.5;

/** The two ends of each side of a closed outline, in order. */
export function sidesOf(corners: readonly Point[]): readonly (readonly [Point, Point])[] {
  return corners.flatMap((p, i) => {
    const q = corners[(i + 1) % corners.length];
    return q === undefined ? [] : [[p, q] as const];
  });
}

export function outlineMark(points: readonly Point[]): Mark {
  return { type: 'path', points, closed: true, ...OUTLINE };
}

/**
 * A label beside the side from p to q, on its left hand when it is walked along (outside of a shape whose corners go clockwise as
 * seen on the screen). `inside`: on the other hand.
 */
export function sideLabel(p: Point, q: Point, text: LocalText, inside = false): Mark {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const length = Math.hypot(dx, dy);
  const hand = inside ? -1 : 1;
  const [nx, ny] = [(hand * dy) / length, (hand * -dx) / length];
  const [halfWidth, halfHeight] = halfLabel(text, LABEL);
  // As far out as the label's own box reaches towards the side.
  const away = GAP + Math.abs(nx) * halfWidth + Math.abs(ny) * halfHeight;
  const [x, y] = [(p[0] + q[0]) / 2 + nx * away, (p[1] + q[1]) / 2 + ny * away];
  const look = { type: 'text', text, size: LABEL, bold: true } as const;
  // Beside an upright side letters begin at the side: a short unit is not farther away than a long one.
  if (nx > SIDEWAYS) return { ...look, at: [x - halfWidth, y], align: 'start' };
  if (nx < -SIDEWAYS) return { ...look, at: [x + halfWidth, y], align: 'end' };
  return { ...look, at: [x, y] };
}

/** A short stroke across the middle of a side: sides with it are equally long. */
export function equalMark(p: Point, q: Point): Mark {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const length = Math.hypot(dx, dy);
  const [x, y] = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  const reach = 6 / length;
  return {
    type: 'line',
    from: [x - dy * reach, y + dx * reach],
    to: [x + dy * reach, y - dx * reach],
    ink: 'ink',
    line: 2.5,
  };
}

/** The largest scale at which a width and a height fit into the room that the sheet has beside its labels. */
export function fitScale(
  width: number,
  height: number,
  room: { width: number; height: number },
): number {
  return Math.min(room.width / width, room.height / height);
}
