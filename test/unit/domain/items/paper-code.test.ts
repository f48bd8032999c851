import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bodyOfCode,
  isOfTarget,
  newPaperBody,
  paperCode,
  paperId,
  paperQr,
  readPaperCode,
  studentInQr,
  writtenCode,
} from '#domain/items/paper-code.ts';

const target = { course: 'math', objective: 'add' };
const codeOf = (random: string, hash = 'form') => paperCode(newPaperBody(random, target), hash);
const someCode = fc.string().map((random) => codeOf(random));

describe('the code of a sheet', () => {
  test('is the same for ever: a printed sheet has no version', () => {
    expect([codeOf('a'), codeOf('b'), paperId(bodyOfCode(codeOf('a')))]).toMatchInlineSnapshot(`
      [
        "C9DTBW3Y96MAZ",
        "Q5C28PEM96MAX",
        "LlErlS4XOM_eO_XHYuASm7",
      ]
    `);
  });

  test('is read back from the camera, from what is printed, and from careless typing', () => {
    fc.assert(
      fc.property(someCode, (code) => {
        expect(readPaperCode(paperQr(code, 'student-1'))).toBe(code);
        expect(readPaperCode(paperQr(code, ''))).toBe(code);
        expect(readPaperCode(writtenCode(code))).toBe(code);
        const careless = ` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')}-`;
        expect(readPaperCode(careless)).toBe(code);
        expect(isOfTarget(code, target)).toBe(true);
        expect(paperId(bodyOfCode(code))).toMatch(/^[A-Za-z0-9_-]{22}$/);
      }),
    );
    expect(studentInQr(paperQr(codeOf('a'), 'student-1'))).toBe('student-1');
    expect(studentInQr(paperQr(codeOf('a'), ''))).toBe('');
    expect(studentInQr('badge-of-somebody')).toBe('');
  });

  test('a badge, a link and half a code are none', () => {
    const code = codeOf('a');
    for (const text of [
      '',
      code.slice(1),
      `${code}X`,
      'http://school.example/enrol#ABCD2345',
      'AAAABBBBCCCCDDDDEEEEFF',
    ])
      expect(readPaperCode(text)).toBeNull();
  });

  test('two sheets in a hundred thousand are never the same', () => {
    const bodies = new Set(
      Array.from({ length: 100_000 }, (_, i) => newPaperBody(String(i), target)),
    );
    expect(bodies.size).toBe(100_000);
  });
});
