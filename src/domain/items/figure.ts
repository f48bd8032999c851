import { unreachable } from '../kernel/assert.ts';
import type { Drawing } from './drawing.ts';
import { drawClock, type ClockFigure } from './figures/clock.ts';
import { drawEqualGroups, type EqualGroupsFigure } from './figures/equal-groups.ts';
import { drawShaded, type ShadedFigure } from './figures/shaded.ts';
import { drawTenFrame, type TenFrameFigure } from './figures/ten-frame.ts';

/** What a picture shows, as numbers and names; `drawingOf` makes lines of it. */
export type Figure = ClockFigure | EqualGroupsFigure | ShadedFigure | TenFrameFigure;

/** The figure as geometry. */
export function drawingOf(figure: Figure): Drawing {
  switch (figure.type) {
    case 'clock':
      return drawClock(figure);
    case 'equal-groups':
      return drawEqualGroups(figure);
    case 'shaded':
      return drawShaded(figure);
    case 'ten-frame':
      return drawTenFrame(figure);
    default:
      return unreachable(figure);
  }
}
