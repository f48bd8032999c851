import type { Mark, Point } from '../drawing.ts';

/** Lines of an emblem in a square from -1 to 1. Plain signs of our own: a shield, a house with columns, a torch, a bird. */
interface Outline {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

const outline = (points: readonly Point[]): Outline => ({ points, closed: true });
const stroke = (...points: readonly Point[]): Outline => ({ points, closed: false });

/** The left half of a shape, mirrored at its axis. */
function mirrored(half: readonly Point[]): Outline {
  const other = half.map(([x, y]): Point => [-x, y]).toReversed();
  return outline([...half, ...other]);
}

const SHIELD: readonly Outline[] = [
  mirrored([
    [0, -0.9],
    [-0.75, -0.7],
    [-0.75, 0.1],
    [-0.45, 0.6],
    [0, 0.95],
  ]),
  stroke([-0.75, -0.25], [0.75, -0.25]),
  stroke([-0.3, -0.25], [-0.3, 0.74]),
  stroke([0.3, -0.25], [0.3, 0.74]),
  stroke([0, -0.25], [0, 0.95]),
];

const HOUSE: readonly Outline[] = [
  outline([
    [-1, -0.2],
    [0, -0.85],
    [1, -0.2],
  ]),
  stroke([-0.75, -0.2], [-0.75, 0.65]),
  stroke([-0.25, -0.2], [-0.25, 0.65]),
  stroke([0.25, -0.2], [0.25, 0.65]),
  stroke([0.75, -0.2], [0.75, 0.65]),
  outline([
    [-1, 0.65],
    [1, 0.65],
    [1, 0.9],
    [-1, 0.9],
  ]),
];

const TORCH: readonly Outline[] = [
  mirrored([
    [0, -1],
    [-0.28, -0.6],
    [-0.22, -0.3],
    [0, -0.2],
  ]),
  mirrored([
    [0, -0.15],
    [-0.34, -0.15],
    [-0.14, 0.95],
    [0, 0.95],
  ]),
  stroke([-0.4, 0.95], [-0.75, 0.4], [-0.85, -0.3]),
  stroke([-0.75, 0.4], [-1.05, 0.15]),
  stroke([0.4, 0.95], [0.75, 0.4], [0.85, -0.3]),
  stroke([0.75, 0.4], [1.05, 0.15]),
];

const BIRD: readonly Outline[] = [
  mirrored([
    [0, -0.62],
    [-0.16, -0.5],
    [-0.2, -0.2],
    [-0.55, -0.6],
    [-1.15, -0.75],
    [-1.05, -0.1],
    [-0.75, 0.25],
    [-0.3, 0.35],
    [-0.35, 0.85],
    [0, 0.7],
  ]),
  stroke([-0.95, -0.45], [-0.35, 0.1]),
  stroke([0.95, -0.45], [0.35, 0.1]),
];

const TAILS: ReadonlyMap<number, readonly Outline[]> = new Map([
  [1, SHIELD],
  [5, HOUSE],
  [10, TORCH],
  [25, BIRD],
]);

function placed(outlines: readonly Outline[], [x, y]: Point, size: number): Mark[] {
  return outlines.map(({ points, closed }): Mark => {
    const at = points.map(([px, py]): Point => [x + px * size, y + py * size]);
    return closed
      ? { type: 'path', points: at, closed, fill: 'paper', ink: 'ink', line: 0.35 }
      : { type: 'path', points: at, closed, ink: 'ink', line: 0.35 };
  });
}

/** The sign on the back of a coin, `size` from its centre to its edge. */
export function tailsEmblem(cents: number, at: Point, size: number): Mark[] {
  return placed(TAILS.get(cents) ?? [], at, size);
}

/** A five-pointed star. */
export function star(at: Point, size: number): Mark[] {
  const points = Array.from({ length: 10 }, (_, i): Point => {
    const reach = i % 2 === 0 ? 1 : 0.42;
    return [reach * Math.sin((i * Math.PI) / 5), -reach * Math.cos((i * Math.PI) / 5)];
  });
  return placed([outline(points)], at, size);
}
