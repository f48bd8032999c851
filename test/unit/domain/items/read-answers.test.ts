import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeItem } from '#domain/items/grade.ts';
import { readAnswer } from '#domain/items/graders.ts';
import type { AnswerSpec, FractionForm } from '#domain/items/item.ts';
import { gcd } from '#domain/kernel/numbers.ts';
import { anItem } from '#test/support/builders/items.ts';

const DECIMAL: AnswerSpec = { kind: 'decimal', digits: 34, scale: 10 };
const fractionOf = (form: FractionForm, num = 11, den = 4): AnswerSpec => ({
  kind: 'fraction',
  num,
  den,
  form,
  whole: true,
});
const moneyIn = (entry: 'cents' | 'dollars'): AnswerSpec => ({
  kind: 'money',
  cents: 35,
  entry,
  currency: 'USD',
});
const TIME: AnswerSpec = { kind: 'time', hour: 3, minute: 20 };
const PAIR: AnswerSpec = { kind: 'remainder', quotient: 7, remainder: 2 };

function valueOf(answer: AnswerSpec, raw: string): string {
  const reading = readAnswer(answer, raw);
  return reading.type === 'value' ? reading.value : reading.type;
}

/** The mark of one answer: its verdict, and the tags of a wrong one. */
function mark(answer: AnswerSpec, raw: string): string {
  const { verdict, tags } = gradeItem(anItem({ answer }), raw);
  return [verdict, ...tags].join(' ');
}

describe('reading a decimal', () => {
  it.each([
    ['3.4', '3.4'],
    ['3.40', '3.4'],
    ['03.4', '3.4'],
    ['.5', '0.5'],
    ['0.500', '0.5'],
    ['3,4', '3.4'],
    ['0,125', '0.125'],
    ['1.250', '1.25'],
    ['12', '12'],
    ['12.0', '12'],
    ['1,234.5', 'unreadable'],
    ['٣٫٤', '3.4'],
    ['-0.5', '-0.5'],
    ['-0.0', '0'],
    ['12,345,678', '12345678'],
  ])('takes %j for %s', (raw, value) => {
    expect(valueOf(DECIMAL, raw)).toBe(value);
  });

  it.each(['1,250', '5.', '.', '1.2.3', '1/2', '3 4', '1e3', 'three', '3.4m'])(
    'cannot read %j, and asks again instead of calling it wrong',
    (raw) => {
      expect(valueOf(DECIMAL, raw)).toBe('unreadable');
    },
  );

  it('reads every decimal however many zeros surround it', () => {
    const scales = fc.constantFrom(10, 100, 1000);
    fc.assert(
      fc.property(fc.nat(99_999), scales, fc.nat(3), fc.nat(3), (digits, scale, before, after) => {
        const places = String(scale).length - 1;
        const all = String(digits).padStart(places + 1, '0');
        const front = all.slice(0, -places);
        const typed = `${'0'.repeat(before)}${front}.${all.slice(-places)}${'0'.repeat(after)}`;
        expect(mark({ kind: 'decimal', digits, scale }, typed)).toBe('right');
        expect(mark({ kind: 'decimal', digits: digits + 1, scale }, typed)).toBe('wrong');
      }),
    );
  });
});

describe('reading a fraction', () => {
  it.each([
    ['11/4', '11/4'],
    ['22/8', '11/4'],
    ['2 3/4', '11/4'],
    ['2 ¾', '11/4'],
    ['2¾', '11/4'],
    ['11⁄4', '11/4'],
    [' 011 / 04 ', '11/4'],
    ['3', '3'],
    ['12/4', '3'],
    ['0/5', '0'],
    ['-1/2', '-1/2'],
    ['١١/٤', '11/4'],
  ])('takes %j for %s', (raw, value) => {
    expect(valueOf(fractionOf('any'), raw)).toBe(value);
  });

  it.each(['11/0', '/4', '11/', '1/2/3', '2.75', '2 3', '1 1/2 1/2', 'half', '1//2'])(
    'cannot read %j, and asks again instead of calling it wrong',
    (raw) => {
      expect(valueOf(fractionOf('any'), raw)).toBe('unreadable');
    },
  );

  it.each([
    ['any', '22/8', 'right'],
    ['any', '2 6/8', 'right'],
    ['any', '1 7/4', 'right'],
    ['simplest', '11/4', 'right'],
    ['simplest', '2 3/4', 'right'],
    ['simplest', '22/8', 'wrong not-simplest'],
    ['simplest', '2 6/8', 'wrong not-simplest'],
    ['simplest', '1 7/4', 'wrong not-simplest'],
    ['simplest', '10/4', 'wrong'],
    ['mixed', '2 3/4', 'right'],
    ['mixed', '2 6/8', 'right'],
    ['mixed', '11/4', 'wrong typed-back'],
    ['mixed', '1 7/4', 'wrong typed-back'],
    ['improper', '11/4', 'right'],
    ['improper', '22/8', 'right'],
    ['improper', '2 3/4', 'wrong typed-back'],
  ] as const)('where the form is %s, %j is %s', (form, raw, expected) => {
    expect(mark(fractionOf(form), raw)).toBe(expected);
  });

  it('accepts every equal fraction where any form will do, and no other', () => {
    const parts = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 12 }), ([num, den], k) => {
        const answer = fractionOf('any', num, den);
        expect(mark(answer, `${num * k}/${den * k}`)).toBe('right');
        const whole = Math.floor(num / den);
        expect(mark(answer, `${whole} ${(num % den) * k}/${den * k}`)).toBe('right');
        expect(mark(answer, `${num * k + 1}/${den * k}`)).toBe('wrong');
        expect(mark(fractionOf('simplest', num, den), `${num}/${den}`)).toBe(
          gcd(num, den) === 1 && den > 1 ? 'right' : 'wrong not-simplest',
        );
      }),
    );
  });
});

describe('reading money', () => {
  it.each([
    ['cents', '35', '35'],
    ['cents', '35¢', '35'],
    ['cents', '35 c', '35'],
    ['cents', '$0.35', '35'],
    ['cents', '.35', '35'],
    ['cents', '0,35', '35'],
    ['dollars', '0.35', '35'],
    ['dollars', '35¢', '35'],
    ['dollars', '35', '3500'],
    ['dollars', '$35', '3500'],
    ['dollars', '0.5', '50'],
    ['dollars', '12.00 $', '1200'],
    ['dollars', '1,234', '123400'],
    ['dollars', '1,25', '125'],
    ['cents', '$1', '100'],
  ] as const)('in a box of %s, takes %j for %s cents', (entry, raw, cents) => {
    expect(valueOf(moneyIn(entry), raw)).toBe(cents);
  });

  it.each(['0.355', '$35¢', '0.35¢', '$', 'free', '1.2.3', '€5'])(
    'cannot read %j, and asks again instead of calling it wrong',
    (raw) => {
      expect(valueOf(moneyIn('dollars'), raw)).toBe('unreadable');
    },
  );
});

describe('reading a time', () => {
  it.each([
    ['3:20', '3:20'],
    ['03:20', '3:20'],
    ['3.20', '3:20'],
    ['3 : 20', '3:20'],
    ['0:20', '12:20'],
    ['12:20', '12:20'],
    ['15:20', '15:20'],
    ['3:75', '3:75'],
    ['٣:٢٠', '3:20'],
  ])('takes %j for %s', (raw, value) => {
    expect(valueOf(TIME, raw)).toBe(value);
  });

  it.each(['3', '320', '3:2', '3:200', ':20', '3:', '3-20', 'noon'])(
    'cannot read %j, and asks again instead of calling it wrong',
    (raw) => {
      expect(valueOf(TIME, raw)).toBe('unreadable');
    },
  );
});

describe('reading a quotient and a remainder', () => {
  it.each([
    ['7 R 2', '7 R 2'],
    ['7R2', '7 R 2'],
    ['07 r 02', '7 R 2'],
    ['7 resto 2', '7 R 2'],
    ['7 R ', '7 R 0'],
    ['7', '7 R 0'],
    ['٧ R ٢', '7 R 2'],
  ])('takes %j for %s', (raw, value) => {
    expect(valueOf(PAIR, raw)).toBe(value);
  });

  it.each(['R 2', '7 2', '7 R 2 R 1', '7.2', '-7 R 2', 'seven'])(
    'cannot read %j, and asks again instead of calling it wrong',
    (raw) => {
      expect(valueOf(PAIR, raw)).toBe('unreadable');
    },
  );
});

describe('whatever is typed', () => {
  const answers: readonly AnswerSpec[] = [
    DECIMAL,
    fractionOf('any'),
    fractionOf('simplest'),
    fractionOf('mixed'),
    moneyIn('cents'),
    moneyIn('dollars'),
    TIME,
    PAIR,
    { kind: 'integer', value: 7, percent: true },
  ];

  it('is read without a fault, also 500 characters, an emoji or a half of one', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('9'.repeat(500), '1/'.repeat(250), '🦊', '\uD83E', '1'.repeat(400) + '.5'),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...answers), (raw, answer) => {
        expect(['right', 'wrong', 'blank', 'unreadable']).toContain(
          gradeItem(anItem({ answer }), raw).verdict,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('a percent sign does no harm where a percentage is asked for', () => {
    const percent: AnswerSpec = { kind: 'integer', value: 35, percent: true };
    expect(mark(percent, '35%')).toBe('right');
    expect(mark(percent, '35 %')).toBe('right');
    expect(mark(percent, '35')).toBe('right');
    expect(mark({ kind: 'integer', value: 35 }, '35%')).toBe('unreadable');
  });
});
