import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editNumber, keyFromKeyboard } from '#ui/answer/keypad-keys.ts';
import type { KeypadKey } from '#ui/answer/keypad-keys.ts';

const keys: readonly KeypadKey[] = [
  ...(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const),
  'minus',
  'decimal',
  'backspace',
];
const type = (pressed: readonly KeypadKey[], rules: Parameters<typeof editNumber>[2]) =>
  pressed.reduce((text, key) => editNumber(text, key, rules), '');

describe('typing on the number pad', () => {
  it('whatever is pressed, the text stays a whole number with few enough digits when nothing else is allowed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...keys)),
        fc.integer({ min: 1, max: 8 }),
        (pressed, maxDigits) => {
          const text = type(pressed, { maxDigits });
          expect(text).toMatch(/^\d*$/u);
          expect(text.length).toBeLessThanOrEqual(maxDigits);
        },
      ),
    );
  });

  it('with minus and decimals, the text is always the beginning of a number', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...keys)), (pressed) => {
        const text = type(pressed, { maxDigits: 6, allowMinus: true, allowDecimal: true });
        expect(text).toMatch(/^-?(\d+(\.\d*)?)?$/u);
      }),
    );
  });

  it('backspace takes back exactly the last key that counted', () => {
    expect(type(['5', '6', '6', 'backspace'], { maxDigits: 4 })).toBe('56');
  });

  it('one digit too many is ignored, not put in the place of another', () => {
    expect(type(['1', '2', '3', '4', '5'], { maxDigits: 4 })).toBe('1234');
  });

  it('a decimal mark at the start writes its zero', () => {
    expect(type(['decimal', '5'], { maxDigits: 4, allowDecimal: true })).toBe('0.5');
  });

  it('next changes nothing', () => {
    expect(editNumber('12', 'next', { maxDigits: 4 })).toBe('12');
  });

  it('a hardware keyboard means the same keys, comma and point alike', () => {
    expect(keyFromKeyboard('7')).toBe('7');
    expect(keyFromKeyboard(',')).toBe('decimal');
    expect(keyFromKeyboard('.')).toBe('decimal');
    expect(keyFromKeyboard('Enter')).toBe('next');
    expect(keyFromKeyboard('a')).toBeNull();
  });
});
