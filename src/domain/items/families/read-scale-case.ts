import { unreachable } from '../../kernel/assert.ts';
import { intBetween, seededRandom } from '../../kernel/random.ts';
import type { RecordReader } from '../../kernel/read-record.ts';
import { holds, largestOf, numbersOf, readSet } from '../number-set.ts';
import { UNIT_IDS, type UnitId } from '../units.ts';

export type RulerUnit = 'cm' | 'in';

/** What is read, and off which scale. Places are counted in the small spaces of the scale. */
export type ScaleCase =
  | {
      readonly kind: 'number-line';
      readonly n: number;
      readonly tick: number;
      readonly label: number;
      /** First and last number of the piece that is drawn. */
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'fraction-line'; readonly n: number; readonly den: number }
  | {
      readonly kind: 'ruler';
      readonly start: number;
      readonly n: number;
      readonly unit: RulerUnit;
      readonly length: number;
    }
  | {
      readonly kind: 'ruler-two';
      readonly a: number;
      readonly b: number;
      readonly unit: RulerUnit;
      readonly length: number;
    }
  | {
      readonly kind: 'ruler-fraction';
      readonly n: number;
      readonly parts: number;
      readonly unit: RulerUnit;
      readonly length: number;
    }
  | {
      readonly kind: 'dial';
      readonly n: number;
      readonly unit: UnitId;
      readonly label: number;
      readonly parts: number;
      readonly labels: number;
    };

/** Reads the parameters of read-scale as the list of what they allow; faults stay in the reader. */
export function parseScale(read: RecordReader): readonly ScaleCase[] {
  const kind = read.oneOf('kind', [
    'number-line',
    'fraction-line',
    'ruler',
    'ruler-two',
    'ruler-fraction',
    'dial',
  ]);
  const all = casesOf(kind, read);
  if (all.length === 0) read.fail('n', 'no place on this scale is left');
  return all;
}

function casesOf(kind: ScaleCase['kind'], read: RecordReader): ScaleCase[] {
  switch (kind) {
    case 'number-line':
      return numberLines(read);
    case 'fraction-line': {
      read.oneOf('form', ['any']);
      const counts = numbersOf(readSet(read, 'n'));
      return numbersOf(readSet(read, 'den')).flatMap((den) =>
        counts
          .filter((n) => n > 0 && n < 2 * den && n !== den)
          .map((n) => ({ kind, n, den }) as const),
      );
    }
    case 'ruler': {
      const ruler = readRuler(read);
      const sizes = numbersOf(readSet(read, 'n'));
      return numbersOf(readSet(read, 'startAt')).flatMap((start) =>
        sizes
          .filter((n) => n > 0 && start + n <= ruler.length)
          .map((n) => ({ kind, start, n, ...ruler }) as const),
      );
    }
    case 'ruler-two':
      return pairsOnRuler(read);
    case 'ruler-fraction': {
      read.oneOf('form', ['any']);
      const ruler = readRuler(read);
      const parts = read.integer('parts', 2, 8);
      return numbersOf(readSet(read, 'n'))
        .filter((n) => n % parts !== 0 && n < parts * ruler.length)
        .map((n) => ({ kind, n, parts, ...ruler }) as const);
    }
    case 'dial':
      return dials(read);
    default:
      return unreachable(kind);
  }
}

function readRuler(read: RecordReader): { readonly unit: RulerUnit; readonly length: number } {
  return { unit: read.oneOf('unit', ['cm', 'in']), length: read.integer('length', 2, 20) };
}

function pairsOnRuler(read: RecordReader): ScaleCase[] {
  const ruler = readRuler(read);
  const difference = readSet(read, 'difference');
  const shorter = numbersOf(readSet(read, 'b'));
  return numbersOf(readSet(read, 'a'))
    .filter((a) => a <= ruler.length)
    .flatMap((a) =>
      shorter
        .filter((b) => b > 0 && b < a && holds(difference, a - b))
        .map((b) => ({ kind: 'ruler-two', a, b, ...ruler }) as const),
    );
}

/** A mark never lies on a label; the number itself decides which piece of the line is drawn. */
function numberLines(read: RecordReader): ScaleCase[] {
  const n = readSet(read, 'n');
  const tick = read.integer('tick', 1, 1000);
  const label = read.integer('label', 1, 10_000);
  const window = read.integer('window', 1, 10_000);
  if (label % tick !== 0) read.fail('label', 'labels stand at ticks');
  if (window % label !== 0) read.fail('window', 'the piece that is drawn ends at labels');
  if (read.fault() !== null) return [];
  const top = Math.ceil((largestOf(n) * tick) / label) * label;
  return numbersOf(n)
    .filter((place) => (place * tick) % label !== 0)
    .map((place) => {
      const last = Math.floor((place * tick) / label);
      const first = Math.max(0, last - window / label + 1);
      const latest = Math.max(0, Math.min(last, (top - window) / label));
      const from = intBetween(seededRandom(`piece ${place}`), Math.min(first, latest), latest);
      return {
        kind: 'number-line',
        n: place,
        tick,
        label,
        from: from * label,
        to: from * label + window,
      } as const;
    });
}

function dials(read: RecordReader): ScaleCase[] {
  const labels = read.integer('labels', 2, 10);
  const places = numbersOf(readSet(read, 'n'));
  return read.list('scales').flatMap((scale) => {
    const unit = scale.oneOf<UnitId>('unit', UNIT_IDS);
    const label = scale.integer('label', 1, 1000);
    const parts = scale.integer('parts', 2, 10);
    if (label % parts !== 0) scale.fail('parts', 'a small space is a whole number of units');
    return places
      .filter((n) => n % parts !== 0 && n < parts * labels)
      .map((n) => ({ kind: 'dial', n, unit, label, parts, labels }) as const);
  });
}

export function identityOf(one: ScaleCase): string {
  switch (one.kind) {
    case 'number-line':
      return `line ${one.n}`;
    case 'fraction-line':
      return `line ${one.n}/${one.den}`;
    case 'ruler':
      return `${one.unit} ${one.start}+${one.n}`;
    case 'ruler-two':
      return `${one.unit} ${one.a}-${one.b}`;
    case 'ruler-fraction':
      return `${one.unit} ${one.n}/${one.parts}`;
    case 'dial':
      return `${one.unit} ${one.label}/${one.parts} ${one.n}`;
  }
}
