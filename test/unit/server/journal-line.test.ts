import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isAfter,
  JOURNAL_VERSION,
  readLine,
  readPosition,
  writeLine,
  writePosition,
  type JournalLine,
} from '#server/safety/journal-line.ts';

const line: JournalLine = {
  at: [3, 14],
  ops: [['useCode', 'school', 'hash "of" a code', 1000]],
  streams: [{ school: 'school', stream: 'stream-one', branch: 0, short: 7, device: 'd' }],
};

test('a line is read as it was written', () => {
  const text = writeLine(line);
  expect(text.endsWith('\n')).toBe(true);
  expect(readLine(text.slice(0, -1))).toEqual(line);
  expect(JSON.parse(text)).toHaveLength(2);
});

test('a line that was cut anywhere, or of which any character rotted, is no line', () => {
  const text = writeLine(line).slice(0, -1);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: text.length - 1 }),
      fc.constantFrom('x', '"', '0', ']'),
      (at, other) => {
        expect(readLine(text.slice(0, at))).toBeUndefined();
        fc.pre(text[at] !== other);
        expect(readLine(text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined();
      },
    ),
  );
});

test('positions are ordered by segment, then by line', () => {
  expect(isAfter([2, 1], [1, 9])).toBe(true);
  expect(isAfter([1, 9], [1, 9])).toBe(false);
  expect(isAfter([1, 8], [1, 9])).toBe(false);
  expect(isAfter([1, 1], undefined)).toBe(true);
  expect(readPosition(writePosition([12, 345]))).toEqual([12, 345]);
  expect(readPosition(undefined)).toBeUndefined();
});

/** A change here is a change of what journals in the world hold: raise the version and add its line of history first. */
test('a journal of version 1 is what it was', () => {
  expect(JOURNAL_VERSION).toBe(1);
  expect(writeLine(line)).toMatchInlineSnapshot(`
    "["5400b3aef34967b8",{"at":[3,14],"ops":[["useCode","school","hash \\"of\\" a code",1000]],"streams":[{"school":"school","stream":"stream-one","branch":0,"short":7,"device":"d"}]}]
    "
  `);
  expect(writeLine({ nineOfTen: 'journal', v: 1, segment: 3, startedAt: 1000 }))
    .toMatchInlineSnapshot(`
    "["8d182b1273da39b9",{"nineOfTen":"journal","v":1,"segment":3,"startedAt":1000}]
    "
  `);
});
