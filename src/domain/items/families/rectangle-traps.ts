import type { Trap } from '../item.ts';
import { numberTraps } from '../traps.ts';
import type { RectangleCase } from './rectangle.ts';

/** Wrong values that known misconceptions give for an area, a perimeter or a missing side. */
export function rectangleTraps({ ask, square, l, w }: RectangleCase, key: number): Trap[] {
  switch (ask) {
    case 'area':
      return numberTraps(key, [
        ['perimeter-for-area', 2 * (l + w)],
        square ? ['doubled-for-square', 2 * l] : ['half-perimeter', l + w],
      ]);
    case 'perimeter':
      return numberTraps(key, [
        ['area-for-perimeter', l * w],
        square ? ['doubled-for-square', 2 * l] : ['half-perimeter', l + w],
        ['one-side-counted', 2 * l + w],
        ['one-side-counted', l + 2 * w],
      ]);
    case 'side-from-area':
      return numberTraps(key, [['subtracted-once', l * w - l]]);
    case 'side-from-perimeter':
      return numberTraps(key, [
        ['subtracted-once', 2 * (l + w) - l],
        ['not-halved', 2 * w],
      ]);
  }
}
