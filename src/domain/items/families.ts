import { fault, type Fault, type Result, ok } from '../kernel/result.ts';
import { addSub } from './families/add-sub.ts';
import { compareFractions } from './families/compare-fractions.ts';
import { compareNumbers } from './families/compare-numbers.ts';
import { doubleHalf } from './families/double-half.ts';
import { equalGroups } from './families/equal-groups.ts';
import { fractionArithmetic } from './families/fraction-arithmetic.ts';
import { fractionRewrite } from './families/fraction-rewrite.ts';
import { multiply } from './families/multiply.ts';
import { numberProperty } from './families/number-property.ts';
import { numberSequence } from './families/number-sequence.ts';
import { readClock } from './families/read-clock.ts';
import { trueEquation } from './families/true-equation.ts';
import type { Family } from './family.ts';

/** Every released version of every family. Nothing is ever taken out: old checks are graded again by the old version. */
const families: readonly Family[] = [
  addSub,
  compareFractions,
  compareNumbers,
  doubleHalf,
  equalGroups,
  fractionArithmetic,
  fractionRewrite,
  multiply,
  numberProperty,
  numberSequence,
  readClock,
  trueEquation,
];

const byName = new Map(families.map((family) => [`${family.id}@${family.version}`, family]));

/** The family with this id and version (`items.unknown-family` when there is none). */
export function familyOf(id: string, version: number): Result<Family, Fault> {
  const family = byName.get(`${id}@${version}`);
  return family === undefined
    ? fault('items.unknown-family', undefined, `${id}@${version}`)
    : ok(family);
}
