import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ackToShow,
  emptyBook,
  highestKnown,
  isAcked,
  lossesToTell,
  openCount,
  openSlots,
  unsentSlots,
  withAck,
  withConfirmation,
  withCoverage,
  withReadable,
  withUnreadable,
  type StreamBook,
} from '#data/acks.ts';
import type { LedgerEntry } from '#protocol/ledger.ts';

const STREAM = 'streamstreamstreamst';
const entry = (more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  stream: STREAM,
  short: 7,
  through: 0,
  gaps: [],
  safe: 0,
  forked: false,
  reoffer: false,
  ...more,
});
const acked = (slots: readonly number[], epoch = 'A', receipt = 10): StreamBook =>
  slots.reduce((book, slot) => withAck(book, slot, epoch, receipt), emptyBook(STREAM));

test('what is acknowledged and what is open share the slots between them, in whatever order the answers came', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 })),
      fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }),
      fc.integer({ min: 0, max: 40 }),
      (slots, lost, high) => {
        const book = withUnreadable(acked(slots), lost);
        const closed = new Set([...slots, ...lost]);
        const open = Array.from({ length: high }, (_, i) => i + 1).filter(
          (slot) => !closed.has(slot),
        );
        expect(openSlots(book, high, Infinity)).toEqual(open);
        expect(openCount(book, high)).toBe(open.length);
        expect(openSlots(book, high, 3)).toEqual(open.slice(0, 3));
        for (const slot of slots) expect(isAcked(book, slot)).toBe(true);
      },
    ),
  );
});

test('acknowledgements of a long stream take one line', () => {
  expect(acked(Array.from({ length: 500 }, (_, i) => i + 1)).runs).toHaveLength(1);
});

test('[P5] what the server misses is offered again', () => {
  const book = withCoverage(acked([1, 2, 3, 4, 5]), entry({ through: 2, gaps: [[3, 4]] }));
  expect(openSlots(book, 5, 10)).toEqual([3, 4]);
  expect(book).toMatchObject({ short: 7, through: 2 });
});

test('[P5] above the last of as many gaps as an answer can name, nothing is taken for sent', () => {
  const gaps = Array.from({ length: 64 }, (_, i): [number, number] => [i * 2 + 1, i * 2 + 1]);
  const all = acked(Array.from({ length: 300 }, (_, i) => i + 1));
  expect(openSlots(withCoverage(all, entry({ gaps })), 300, Infinity)).toHaveLength(64 + 300 - 127);
});

test('[P6] a slot that the ledger counts as there is not sent for that: another device may stand in it', () => {
  expect(openSlots(withCoverage(emptyBook(STREAM), entry({ through: 5 })), 5, 10)).toEqual([
    1, 2, 3, 4, 5,
  ]);
});

test('[P7] after a restore everything is offered again', () => {
  const book = withConfirmation(acked([1, 2, 3]), entry({ reoffer: true }), {
    epoch: 'B',
    receipt: 4,
  });
  expect(openSlots(book, 3, 10)).toEqual([1, 2, 3]);
});

test('[P7] a newer acknowledgement of the restored server does not hide an older one that it does not know', () => {
  const book = withAck(acked([1, 2, 3], 'A', 100), 4, 'B', 51);
  expect(ackToShow(book, 'B')).toEqual({ epoch: 'A', receipt: 100 });
});

test('[P7] a plain restart invalidates nothing: what was confirmed belongs to the new epoch', () => {
  const book = withConfirmation(acked([1, 2, 3], 'A', 10), entry({ through: 3 }), {
    epoch: 'B',
    receipt: 12,
  });
  expect(openSlots(book, 3, 10)).toEqual([]);
  expect(ackToShow(book, 'B')).toEqual({ epoch: 'B', receipt: 12 });
});

test('[P3] a forked stream is written to no more', () => {
  expect(withCoverage(acked([1]), entry({ forked: true })).retired).toBe(true);
});

test('[P16] what cannot be read is lost where the server misses it too, number by number, and not where it has it', () => {
  const book = withUnreadable(acked([1, 2]), [3, 4, 5, 9]);
  const told = withCoverage(
    book,
    entry({
      through: 3,
      gaps: [
        [4, 4],
        [8, 9],
      ],
    }),
  );
  expect(told.lost).toEqual([
    [4, 4],
    [9, 9],
  ]);
  expect(told.unreadable).toEqual([
    [3, 3],
    [5, 5],
  ]);
  expect(openSlots(told, 10, 20)).toEqual([6, 7, 8, 10]);
  expect(openSlots(withReadable(told, [4, 5]), 10, 20)).toEqual([4, 5, 6, 7, 8, 10]);
});

test('[P16] more losses than one question holds are told in the next ones', () => {
  const odd = Array.from({ length: 150 }, (_, i) => i * 2 + 1);
  const gaps = odd.map((slot): [number, number] => [slot, slot]);
  let book = withUnreadable(emptyBook(STREAM), odd);
  for (let from = 0; from < gaps.length; from += 60)
    book = withCoverage(book, entry({ gaps: gaps.slice(from, from + 60) }));
  const told = new Set<number>();
  for (let question = 0; question < 3; question += 1) {
    const losses = lossesToTell(book, 64);
    expect(losses.length).toBeLessThanOrEqual(64);
    for (const [from] of losses) told.add(from);
    book = withCoverage(book, entry({ through: losses.at(-1)?.[1] ?? 0 }));
  }
  expect([...told]).toEqual(odd);
  expect(lossesToTell(book, 64)).toEqual([]);
});

test('[P16] the highest number that was told or named stays known after the events are gone; refused ones are unsent', () => {
  const book = withConfirmation(
    acked([1, 2]),
    entry({ through: 2 }),
    { epoch: 'B', receipt: 3 },
    7,
  );
  expect(highestKnown(book)).toBe(7);
  expect(highestKnown(acked([1, 9]))).toBe(9);
  const refused = [{ slot: 2, id: 'x', code: 'too-large' }];
  expect(unsentSlots({ ...acked([1, 2]), refused }, 4)).toEqual([2, 3, 4]);
});
