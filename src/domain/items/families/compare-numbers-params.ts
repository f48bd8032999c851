import type { RecordReader } from '../../kernel/read-record.ts';
import { clipped, largestOf, numbersOf, readSet, type NumberSet } from '../number-set.ts';
import { UNIT_IDS, type UnitId } from '../units.ts';
import type { MeasurePair, Mode } from './compare-numbers-case.ts';

export type CompareParams =
  | {
      readonly type: 'pair';
      readonly a: NumberSet;
      readonly b: NumberSet;
      readonly maxDiff: number;
      /** How left and right are written; empty for plain numbers. */
      readonly notations: readonly ('cents-dollars' | 'dollars-cents')[];
    }
  | {
      readonly type: 'decimal';
      readonly a: NumberSet;
      readonly b: NumberSet;
      readonly scales: readonly number[];
    }
  | {
      readonly type: 'derive';
      readonly a: NumberSet;
      readonly modes: readonly Mode[];
      readonly j: NumberSet;
      readonly flips: readonly boolean[];
    }
  | {
      readonly type: 'measure';
      readonly pairs: readonly MeasurePair[];
      readonly big: NumberSet;
      /** Tenths of the big unit between the two sides; may be negative. */
      readonly tenths: readonly number[];
    };

/** Reads the parameters of compare-numbers; faults stay in the reader. */
export function parseCompare(read: RecordReader): CompareParams {
  const show = read.oneOf('show', ['plain', 'money', 'decimal', 'measure']);
  if (show === 'measure') return parseMeasures(read);
  const a = readSet(read, 'a');
  if (show === 'plain' && read.has('derive')) return parseDerived(read, a);
  const b = readSet(read, 'b');
  if (show === 'decimal') {
    const scales = read.integers('scales');
    if (scales.some((scale) => ![10, 100, 1000].includes(scale)))
      read.fail('scales', 'tenths, hundredths and thousandths are compared');
    const [least] = numbersOf(a).toSorted((x, y) => x - y);
    if (least === 0 || numbersOf(b).includes(0)) read.fail('a', 'decimals above 0 are compared');
    const below = Math.max(...scales);
    if ([a, b].some((set) => clipped(set, 1, below - 1) === null))
      read.fail('scales', 'no number is below its scale');
    return { type: 'decimal', a, b, scales };
  }
  if (show === 'money') read.oneOf('currency', ['USD']);
  const maxDiff = read.has('maxDiff')
    ? read.integer('maxDiff', 1, 1_000_000)
    : Number.MAX_SAFE_INTEGER;
  if (!numbersOf(a).some((n) => clipped(b, n - maxDiff, n + maxDiff) !== null))
    read.fail('maxDiff', 'no two numbers are so close');
  const notations =
    show === 'money' ? read.words('notations', ['cents-dollars', 'dollars-cents']) : [];
  return { type: 'pair', a, b, maxDiff, notations };
}

function parseDerived(read: RecordReader, a: NumberSet): CompareParams {
  const modes = read.words('derive', [
    'equal',
    'hundreds-digit',
    'one-digit-longer',
    'swap-neighbours',
  ]);
  const j = readSet(read, 'j');
  if (numbersOf(j).some((digit) => digit < 1 || digit > 9)) read.fail('j', 'a digit from 1 to 9');
  if (largestOf(a) < 1000) read.fail('a', 'digits are changed in numbers of four places or more');
  return { type: 'derive', a, modes, j, flips: readFlips(read) };
}

function readFlips(read: RecordReader): readonly boolean[] {
  return read.has('flips') && read.integer('flips', 1, 2) === 2 ? [false, true] : [false];
}

function parseMeasures(read: RecordReader): CompareParams {
  const pairs = read.list('pairs').map((pair): MeasurePair => {
    const factor = pair.integer('factor', 10, 1000);
    if (factor % 10 !== 0) pair.fail('factor', 'a tenth of the big unit is a whole number');
    return {
      big: pair.oneOf<UnitId>('big', UNIT_IDS),
      small: pair.oneOf<UnitId>('small', UNIT_IDS),
      factor,
    };
  });
  if (pairs.length === 0) read.fail('pairs', 'a pair of units is needed');
  const big = readSet(read, 'big');
  if (numbersOf(big).some((n) => n < 2)) read.fail('big', 'at least 2 big units are compared');
  return { type: 'measure', pairs, big, tenths: readTenths(read) };
}

/** A Domain that may go below zero. */
function readTenths(read: RecordReader): readonly number[] {
  const range = read.within('tenths');
  const min = range.integer('min', -10, 10);
  const max = range.integer('max', -10, 10);
  if (max < min) read.fail('tenths', 'the maximum is below the minimum');
  return Array.from({ length: Math.max(1, max - min + 1) }, (_, i) => min + i);
}
