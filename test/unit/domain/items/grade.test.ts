import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeForm, gradeItem } from '#domain/items/grade.ts';
import { readAnswer } from '#domain/items/graders.ts';
import type { AnswerSpec } from '#domain/items/item.ts';
import { aChoice, aForm, anItem } from '#test/support/builders/items.ts';

const FIFTY_SIX: AnswerSpec = { kind: 'integer', value: 56 };
const LESS: AnswerSpec = { kind: 'sign', value: '<' };

function valueOf(answer: AnswerSpec, raw: string): string {
  const reading = readAnswer(answer, raw);
  return reading.type === 'value' ? reading.value : reading.type;
}

describe('reading a whole number', () => {
  it.each([
    ['56', '56'],
    [' 56 ', '56'],
    ['056', '56'],
    ['000', '0'],
    ['+56', '56'],
    ['-7', '-7'],
    ['− 7', '-7'],
    ['-0', '0'],
    ['٥٦', '56'],
    ['۵۶', '56'],
    ['५६', '56'],
    ['５６', '56'],
    ['\u200F56\u200E', '56'],
    ['12,345', '12345'],
    ['12 345 678', '12345678'],
    ['12\u202F345', '12345'],
    ['99999999999999999999', '99999999999999999999'],
  ])('takes %j for %s', (raw, value) => {
    expect(valueOf(FIFTY_SIX, raw)).toBe(value);
  });

  it.each([
    '5 6',
    '1,00',
    '1.000',
    '5.6',
    '56.',
    '5/6',
    'fifty',
    '5e1',
    '0x38',
    '--5',
    '+',
    '1,234 567',
    '٫',
  ])('cannot read %j, and asks again instead of calling it wrong', (raw) => {
    expect(valueOf(FIFTY_SIX, raw)).toBe('unreadable');
  });

  it.each(['', '   ', '\u200E', '\n'])('takes %j for an empty box', (raw) => {
    expect(valueOf(FIFTY_SIX, raw)).toBe('blank');
  });

  it('reads every whole number however it is padded and in whatever digits', () => {
    const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10];
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...zeros), fc.nat(3), (n, zero, padding) => {
        const digits = '0'.repeat(padding) + String(n);
        const typed = Array.from(digits)
          .map((digit) => String.fromCodePoint(zero + Number(digit)))
          .join('');
        expect(valueOf(FIFTY_SIX, ` ${typed} `)).toBe(String(n));
      }),
    );
  });
});

describe('reading choices and signs', () => {
  it('knows the options of the item and the three signs, and nothing else', () => {
    expect(valueOf(aChoice('true'), 'true')).toBe('true');
    expect(valueOf(aChoice('true'), ' false ')).toBe('false');
    expect(valueOf(aChoice('true'), 'True')).toBe('unreadable');
    expect(valueOf(LESS, '<')).toBe('<');
    expect(valueOf(LESS, '＞')).toBe('>');
    expect(valueOf(LESS, '≤')).toBe('unreadable');
  });
});

describe('grading', () => {
  const item = anItem({
    traps: [
      { tag: 'added', value: '15' },
      { tag: 'neighbour-fact', value: '48' },
      { tag: 'off-by-one-row', value: '48' },
    ],
  });

  it('never throws, whatever was typed, and calls right only what has the value', () => {
    const answers = fc.constantFrom(FIFTY_SIX, LESS, aChoice('false'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), answers, (raw, answer) => {
        const result = gradeItem(anItem({ answer }), raw);
        expect(['right', 'wrong', 'blank', 'unreadable']).toContain(result.verdict);
        const isRight = valueOf(answer, raw) === String(answer.value);
        expect(result.verdict === 'right').toBe(isRight);
      }),
    );
  });

  it('names every misconception that gives this wrong answer', () => {
    expect(gradeItem(item, '48')).toEqual({
      verdict: 'wrong',
      raw: '48',
      tags: ['neighbour-fact', 'off-by-one-row'],
    });
    expect(gradeItem(item, '015').tags).toEqual(['added']);
    expect(gradeItem(item, '57').tags).toEqual([]);
    expect(gradeItem(item, '56')).toEqual({ verdict: 'right', raw: '56', tags: [] });
  });

  it('counts what is right and leaves blank what was not answered', () => {
    const form = aForm(item, anItem({ answer: aChoice('false') }), anItem({ answer: LESS }), item);
    const answers = [
      { key: '1', raw: '56' },
      { key: '2', raw: 'true' },
      { key: '4', raw: 'what' },
    ];
    const { results, correct, of } = gradeForm(form, answers);
    expect(results.map((one) => one.verdict)).toEqual(['right', 'wrong', 'blank', 'unreadable']);
    expect([correct, of]).toEqual([1, 4]);
  });

  it('lets the last answer to a question stand and ignores keys of no question', () => {
    const form = aForm(item);
    const answer = (...raws: string[]): unknown =>
      gradeForm(form, [
        ...raws.map((raw) => ({ key: '1', raw })),
        { key: '2', raw: '56' },
        { key: '__proto__', raw: '56' },
      ]).results[0]?.verdict;
    expect(answer('56', '57')).toBe('wrong');
    expect(answer('57', '56')).toBe('right');
    expect(answer('56', '')).toBe('blank');
    expect(gradeForm(form, []).of).toBe(1);
  });
});
