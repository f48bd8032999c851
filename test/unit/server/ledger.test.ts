import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOurs } from '#server/usecases/history.ts';
import { coverageOf } from '#server/usecases/ledger.ts';
import type { Range } from '#server/store/rows.ts';

/** Covered slots as joined ranges. */
function rangesOf(slots: readonly number[]): Range[] {
  const ranges: [number, number][] = [];
  for (const slot of [...new Set(slots)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === slot - 1) last[1] = slot;
    else ranges.push([slot, slot]);
  }
  return ranges;
}

test('[P5] through and gaps are those of counting slot by slot', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 })),
      fc.option(fc.integer({ min: 0, max: 70 })),
      (slots, asked) => {
        const has = new Set(slots);
        let through = 0;
        while (has.has(through + 1)) through += 1;
        const high = asked ?? Math.max(0, ...slots);
        const missing = Array.from({ length: high }, (_, i) => i + 1).filter(
          (slot) => slot > through && !has.has(slot),
        );
        const coverage = coverageOf(rangesOf(slots), 0, asked ?? undefined, true);
        expect(coverage).toEqual({ through, gaps: rangesOf(missing), waiting: missing.length });
      },
    ),
  );
});

test('[P5] counting may begin at a floor below which all is covered', () => {
  expect(
    coverageOf(
      [
        [6, 8],
        [10, 10],
      ],
      5,
      12,
      true,
    ),
  ).toEqual({
    through: 8,
    gaps: [
      [9, 9],
      [11, 12],
    ],
    waiting: 3,
  });
  expect(coverageOf([], 5, 5, true)).toEqual({ through: 5, gaps: [], waiting: 0 });
});

const epochs = [
  { epoch: 'one', fromSeq: 0, fromReceipt: 0, startedAt: 1 },
  { epoch: 'two', fromSeq: 10, fromReceipt: 50, startedAt: 2 },
];

test.each([
  ['one', 10, true],
  ['one', 11, false],
  ['two', 11, true],
  ['two', 3, true],
  ['two', 25, true],
  ['two', 26, false],
  ['three', 1, false],
  ['', 0, false],
])('[P7] number %2$i of epoch "%1$s"', (epoch, number, ours) => {
  expect(isOurs(epochs, 'seq', epoch, number, 25)).toBe(ours);
});

test('[P7] receipts and state numbers end where their own counter stood', () => {
  expect(isOurs(epochs, 'receipt', 'one', 50, 60)).toBe(true);
  expect(isOurs(epochs, 'receipt', 'one', 51, 60)).toBe(false);
});
