/**
 * The families of math items that a device loads one at a time: that of the objective whose check is near. The others stay on
 * the disk; the service worker keeps all of them, so that every check works without a network.
 */
import type { Family, FamilyLookup } from '#domain/items/family.ts';
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { Objective } from '#domain/model/course.ts';

/** One line per released family of `domain/items/families.ts`; a test holds the two lists together. */
export const familyLoaders: Readonly<Record<string, () => Promise<Family>>> = {
  'add-sub@1': async () => (await import('#domain/items/families/add-sub.ts')).addSub,
  'angle@1': async () => (await import('#domain/items/families/angle.ts')).angle,
  'box-volume@1': async () => (await import('#domain/items/families/box-volume.ts')).boxVolume,
  'compare-fractions@1': async () =>
    (await import('#domain/items/families/compare-fractions.ts')).compareFractions,
  'compare-groups@1': async () =>
    (await import('#domain/items/families/compare-groups.ts')).compareGroups,
  'compare-numbers@1': async () =>
    (await import('#domain/items/families/compare-numbers.ts')).compareNumbers,
  'convert-units@1': async () =>
    (await import('#domain/items/families/convert-units.ts')).convertUnits,
  'coordinates@1': async () => (await import('#domain/items/families/coordinates.ts')).coordinates,
  'count-money@1': async () => (await import('#domain/items/families/count-money.ts')).countMoney,
  'count-picture@1': async () =>
    (await import('#domain/items/families/count-picture.ts')).countPicture,
  'decimal-arithmetic@1': async () =>
    (await import('#domain/items/families/decimal-arithmetic.ts')).decimalArithmetic,
  'divide@1': async () => (await import('#domain/items/families/divide.ts')).divide,
  'double-half@1': async () => (await import('#domain/items/families/double-half.ts')).doubleHalf,
  'elapsed-time@1': async () =>
    (await import('#domain/items/families/elapsed-time.ts')).elapsedTime,
  'estimate@1': async () => (await import('#domain/items/families/estimate.ts')).estimate,
  'equal-groups@1': async () =>
    (await import('#domain/items/families/equal-groups.ts')).equalGroups,
  'equivalent-equation@1': async () =>
    (await import('#domain/items/families/equivalent-equation.ts')).equivalentEquation,
  'expression@1': async () => (await import('#domain/items/families/expression.ts')).expression,
  'factors@1': async () => (await import('#domain/items/families/factors.ts')).factors,
  'fraction-arithmetic@1': async () =>
    (await import('#domain/items/families/fraction-arithmetic.ts')).fractionArithmetic,
  'fraction-figure@1': async () =>
    (await import('#domain/items/families/fraction-figure.ts')).fractionFigure,
  'fraction-rewrite@1': async () =>
    (await import('#domain/items/families/fraction-rewrite.ts')).fractionRewrite,
  'grid-area@1': async () => (await import('#domain/items/families/grid-area.ts')).gridArea,
  'l-shape@1': async () => (await import('#domain/items/families/l-shape.ts')).lShape,
  'money-amount@1': async () =>
    (await import('#domain/items/families/money-amount.ts')).moneyAmount,
  'multiply@1': async () => (await import('#domain/items/families/multiply.ts')).multiply,
  'notation@1': async () => (await import('#domain/items/families/notation.ts')).notation,
  'number-property@1': async () =>
    (await import('#domain/items/families/number-property.ts')).numberProperty,
  'number-sequence@1': async () =>
    (await import('#domain/items/families/number-sequence.ts')).numberSequence,
  'percent-of@1': async () => (await import('#domain/items/families/percent-of.ts')).percentOf,
  'place-value@1': async () => (await import('#domain/items/families/place-value.ts')).placeValue,
  'polygon-perimeter@1': async () =>
    (await import('#domain/items/families/polygon-perimeter.ts')).polygonPerimeter,
  'powers@1': async () => (await import('#domain/items/families/powers.ts')).powers,
  'read-clock@1': async () => (await import('#domain/items/families/read-clock.ts')).readClock,
  'read-graph@1': async () => (await import('#domain/items/families/read-graph.ts')).readGraph,
  'read-scale@1': async () => (await import('#domain/items/families/read-scale.ts')).readScale,
  'rectangle@1': async () => (await import('#domain/items/families/rectangle.ts')).rectangle,
  'round@1': async () => (await import('#domain/items/families/round.ts')).round,
  'shape-facts@1': async () => (await import('#domain/items/families/shape-facts.ts')).shapeFacts,
  'story-add-sub@1': async () =>
    (await import('#domain/items/families/story-add-sub.ts')).storyAddSub,
  'story-fraction@1': async () =>
    (await import('#domain/items/families/story-fraction.ts')).storyFraction,
  'story-measure@1': async () =>
    (await import('#domain/items/families/story-measure.ts')).storyMeasure,
  'story-mul-div@1': async () =>
    (await import('#domain/items/families/story-mul-div.ts')).storyMulDiv,
  'story-percent@1': async () =>
    (await import('#domain/items/families/story-percent.ts')).storyPercent,
  'story-steps@1': async () => (await import('#domain/items/families/story-steps.ts')).storySteps,
  'true-equation@1': async () =>
    (await import('#domain/items/families/true-equation.ts')).trueEquation,
};

/**
 * Loads what the check of an objective is made with; nothing for an objective without a check.
 * Faults: `items.unknown-family` (this version of the app has none), `no-code` (it has one, and it could not be loaded).
 */
export async function loadFamily({
  check,
}: Pick<Objective, 'check'>): Promise<Result<FamilyLookup, Fault>> {
  if (check === undefined) return ok(unknown);
  const { family: id, version } = check;
  const load = familyLoaders[nameOf(id, version)];
  if (load === undefined) return unknown(id, version);
  const family = await load().catch((cause: unknown) => String(cause));
  if (typeof family === 'string') return fault('no-code', undefined, family);
  return ok((other, its) =>
    other === family.id && its === family.version ? ok(family) : unknown(other, its),
  );
}

const nameOf = (id: string, version: number): string => `${id}@${version}`;

const unknown = (id: string, version: number): Result<never, Fault> =>
  fault('items.unknown-family', undefined, nameOf(id, version));
