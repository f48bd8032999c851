import { around, type Point } from '../drawing.ts';

/** Where a letter may stand. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Places of letters that stand already. */
  readonly taken: readonly Point[];
}

/** Letters stand this far from their dots: diagonally they need a little less. */
const REACHES = [14.5, 12] as const;
const DIRECTIONS = 16;
/** Closer than this a letter touches a dot, or another letter. */
const DOT_AIR = 11.5;
const LETTER_AIR = 16;
/** Letters are placed one after the other; when all stand, each may move again. */
const ROUNDS = 4;

/** A place for the letter of each dot: as clearly nearer to its own dot than to any other as can be. */
export function placeLetters(dots: readonly Point[], room: Room): readonly Point[] {
  const letters: Point[] = [];
  for (let turn = 0; turn < ROUNDS * dots.length; turn += 1) {
    const i = turn % dots.length;
    const own = dots[i] ?? [0, 0];
    const others = dots.filter((_, j) => j !== i);
    const placed = letters.filter((_, j) => j !== i);
    const worth = ({ at, reach }: Spot): number => {
      const toDot = nearest(at, others);
      const toLetter = nearest(at, [...placed, ...room.taken]);
      const outside = isInside(at, room) ? 0 : 1000;
      const crowded = Math.max(0, DOT_AIR - toDot) + Math.max(0, LETTER_AIR - toLetter);
      return Math.min(toDot - reach, 12) - 10 * crowded - outside;
    };
    const spots = REACHES.flatMap((reach) =>
      Array.from({ length: DIRECTIONS }, (_, step): Spot => {
        return { reach, at: around(own, reach, 45 + (step * 360) / DIRECTIONS) };
      }),
    );
    let most = Number.NEGATIVE_INFINITY;
    for (const spot of spots) {
      const found = worth(spot);
      if (found <= most + 0.01) continue;
      most = found;
      letters[i] = spot.at;
    }
  }
  return letters;
}

interface Spot {
  readonly at: Point;
  readonly reach: number;
}

function nearest([x, y]: Point, points: readonly Point[]): number {
  let least = 1000;
  for (const [p, q] of points) least = Math.min(least, Math.hypot(p - x, q - y));
  return least;
}

function isInside([x, y]: Point, { left, right, top, bottom }: Room): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
