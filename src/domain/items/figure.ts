import { unreachable } from '../kernel/assert.ts';
import type { Drawing } from './drawing.ts';
import { drawAngle, type AngleFigure } from './figures/angle.ts';
import { drawBarGraph, type BarGraphFigure } from './figures/bar-graph.ts';
import { drawCells, type CellsFigure } from './figures/cells.ts';
import { drawClock, type ClockFigure } from './figures/clock.ts';
import { drawCoins, type CoinsFigure } from './figures/coins.ts';
import { drawCoordinateGrid, type CoordinateGridFigure } from './figures/coordinate-grid.ts';
import { drawCounters, type CountersFigure } from './figures/counters.ts';
import { drawEqualGroups, type EqualGroupsFigure } from './figures/equal-groups.ts';
import { drawLShape, type LShapeFigure } from './figures/l-shape.ts';
import { drawLinePlot, type LinePlotFigure } from './figures/line-plot.ts';
import { drawMeasuringScale, type MeasuringScaleFigure } from './figures/measuring-scale.ts';
import { drawPictureGraph, type PictureGraphFigure } from './figures/picture-graph.ts';
import { drawPlaceValueBlocks, type PlaceValueBlocksFigure } from './figures/place-value-blocks.ts';
import { drawPolygon, type PolygonFigure } from './figures/polygon.ts';
import { drawProtractor, type ProtractorFigure } from './figures/protractor.ts';
import { drawRectangle, type RectangleFigure } from './figures/rectangle.ts';
import { drawNumberLine, type NumberLineFigure } from './figures/number-line.ts';
import { drawRuler, type RulerFigure } from './figures/ruler.ts';
import { drawShaded, type ShadedFigure } from './figures/shaded.ts';
import { drawShape, type ShapeFigure } from './figures/shape.ts';
import { drawShares, type SharesFigure } from './figures/shares.ts';
import { drawBox, drawStep, type BoxFigure, type StepFigure } from './figures/solid.ts';
import { drawTenFrame, type TenFrameFigure } from './figures/ten-frame.ts';
import { drawTwoGroups, type TwoGroupsFigure } from './figures/two-groups.ts';
import { drawWrittenDecimals, type WrittenDecimalsFigure } from './figures/written-decimals.ts';

/** What a picture shows, as numbers and names; `drawingOf` makes lines of it. */
export type Figure =
  | AngleFigure
  | BarGraphFigure
  | BoxFigure
  | CellsFigure
  | ClockFigure
  | CoinsFigure
  | CoordinateGridFigure
  | CountersFigure
  | EqualGroupsFigure
  | LShapeFigure
  | LinePlotFigure
  | MeasuringScaleFigure
  | NumberLineFigure
  | PictureGraphFigure
  | PlaceValueBlocksFigure
  | PolygonFigure
  | ProtractorFigure
  | RectangleFigure
  | RulerFigure
  | ShadedFigure
  | ShapeFigure
  | SharesFigure
  | StepFigure
  | TenFrameFigure
  | TwoGroupsFigure
  | WrittenDecimalsFigure;

/** The figure as geometry. */
export function drawingOf(figure: Figure): Drawing {
  switch (figure.type) {
    case 'clock':
      return drawClock(figure);
    case 'equal-groups':
      return drawEqualGroups(figure);
    case 'number-line':
      return drawNumberLine(figure);
    case 'shaded':
      return drawShaded(figure);
    case 'ten-frame':
      return drawTenFrame(figure);
    case 'rectangle':
      return drawRectangle(figure);
    case 'l-shape':
      return drawLShape(figure);
    case 'polygon':
      return drawPolygon(figure);
    case 'written-decimals':
      return drawWrittenDecimals(figure);
    case 'cells':
      return drawCells(figure);
    case 'coordinate-grid':
      return drawCoordinateGrid(figure);
    case 'coins':
      return drawCoins(figure);
    case 'ruler':
      return drawRuler(figure);
    case 'measuring-scale':
      return drawMeasuringScale(figure);
    case 'angle':
      return drawAngle(figure);
    case 'protractor':
      return drawProtractor(figure);
    case 'picture-graph':
      return drawPictureGraph(figure);
    case 'bar-graph':
      return drawBarGraph(figure);
    case 'line-plot':
      return drawLinePlot(figure);
    case 'box':
      return drawBox(figure);
    case 'step':
      return drawStep(figure);
    case 'counters':
      return drawCounters(figure);
    case 'two-groups':
      return drawTwoGroups(figure);
    case 'shape':
      return drawShape(figure);
    case 'shares':
      return drawShares(figure);
    case 'place-value-blocks':
      return drawPlaceValueBlocks(figure);
    default:
      return unreachable(figure);
  }
}
