import type { LocalText } from '../kernel/local-text.ts';
import * as counted from './described/counted.ts';
import * as shapes from './described/drawn-shapes.ts';
import * as measured from './described/measured.ts';
import type { Figure } from './figure.ts';

type Describers = {
  readonly [K in Figure['type']]: (figure: Extract<Figure, { readonly type: K }>) => LocalText;
};

/** One for every kind of figure: a figure that cannot be described does not compile. */
const describers: Describers = {
  angle: measured.describeAngle,
  'bar-graph': counted.describeBarGraph,
  box: shapes.describeBox,
  cells: counted.describeCells,
  clock: measured.describeClock,
  coins: counted.describeCoins,
  'coordinate-grid': measured.describeCoordinateGrid,
  counters: counted.describeCounters,
  'equal-groups': counted.describeEqualGroups,
  'l-shape': shapes.describeLShape,
  'line-plot': measured.describeLinePlot,
  'measuring-scale': measured.describeMeasuringScale,
  'number-line': measured.describeNumberLine,
  'picture-graph': counted.describePictureGraph,
  'place-value-blocks': counted.describePlaceValueBlocks,
  polygon: shapes.describePolygon,
  protractor: measured.describeProtractor,
  rectangle: shapes.describeRectangle,
  ruler: measured.describeRuler,
  shaded: shapes.describeShaded,
  shape: shapes.describeShape,
  shares: shapes.describeShares,
  step: shapes.describeStep,
  'ten-frame': counted.describeTenFrame,
  'two-groups': counted.describeTwoGroups,
  'written-decimals': shapes.describeWrittenDecimals,
};

/**
 * A figure in full, for somebody who checks an answer: with the numbers that the spoken description for the child leaves out
 * because they are the answer.
 */
export function describeFigure(figure: Figure): LocalText {
  // The registry ties every kind to the describer of its own figures; the compiler cannot follow that through a lookup.
  const describe = describers[figure.type] as (one: Figure) => LocalText;
  return describe(figure);
}
