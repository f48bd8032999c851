import { describe, expect, test } from 'vitest';
import type { AnswerSpec } from '#domain/items/item.ts';
import { speakAnswer } from '#domain/items/speak-answer.ts';
import { speakWritten } from '#domain/items/speak-item.ts';

const cm = { en: 'cm', es: 'cm' };
const fraction: AnswerSpec = { kind: 'fraction', num: 3, den: 4, form: 'any', whole: true };
const options = [
  { id: 'a', text: { en: 'a triangle', es: 'un triángulo' } },
  { id: 'b', text: { en: 'a square', es: 'un cuadrado' } },
];

describe('an answer is said as a person would say it', () => {
  test.each<readonly [AnswerSpec, raw: string, en: string, es: string]>([
    [{ kind: 'integer', value: 12 }, '12', '12', '12'],
    [{ kind: 'integer', value: 12, unit: cm }, '12', '12 cm', '12 cm'],
    [{ kind: 'integer', value: 25, percent: true }, '25', '25 percent', '25 por ciento'],
    [{ kind: 'decimal', digits: 15, scale: 10 }, '1.5', '1.5', '1,5'],
    [fraction, '3/4', '3 over 4', '3 sobre 4'],
    [fraction, '1 3/4', '1 and 3 over 4', '1 y 3 sobre 4'],
    [fraction, '2', '2', '2'],
    [
      { kind: 'money', cents: 125, entry: 'dollars', currency: 'USD' },
      '1.25',
      '1.25 dollars',
      '1,25 dólares',
    ],
    [{ kind: 'choice', value: 'b', options }, 'b', 'a square', 'un cuadrado'],
    [{ kind: 'sign', value: '<' }, '<', 'is less than', 'es menor que'],
  ])('%j: %s', (answer, raw, en, es) => {
    expect(speakAnswer(answer, raw, 'en')).toBe(en);
    expect(speakAnswer(answer, raw, 'es')).toBe(es);
  });
});

test('the signs of a written line are said as words', () => {
  expect(speakWritten('12 − 8 = 4', 'en')).toBe('12 minus 8 equals 4');
  expect(speakWritten('5 × 7 = 35', 'es')).toBe('5 por 7 es igual a 35');
});
