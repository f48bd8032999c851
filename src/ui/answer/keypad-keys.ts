import { digitOf } from '#domain/kernel/digits.ts';

/** One press on the pad, or the same key of a hardware keyboard. */
export type KeypadKey =
  | '0'
  | '1'
  | '2'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | 'minus'
  | 'decimal'
  /** Round to the next box of the answer. */
  | 'part'
  /** What is typed between two numbers ("3:20", "7 R 2", "2 3/4"): on to the next box once there is something in this one. */
  | 'separator'
  /** The bar of a fraction: what stands before it is its top. */
  | 'slash'
  | 'backspace'
  | 'next';

const hardware: Readonly<Record<string, KeypadKey>> = {
  '-': 'minus',
  '\u2212': 'minus',
  '.': 'decimal',
  ',': 'decimal',
  '\u066B': 'decimal',
  ' ': 'separator',
  ':': 'separator',
  r: 'separator',
  R: 'separator',
  '/': 'slash',
  '\u2044': 'slash',
  Backspace: 'backspace',
  Delete: 'backspace',
  Enter: 'next',
};

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** The pad's key for a KeyboardEvent.key, digits of any script among them; null for every other key. */
export function keyFromKeyboard(key: string): KeypadKey | null {
  const digit = digitOf(key);
  if (digit !== null) return DIGITS[digit] ?? null;
  return Object.hasOwn(hardware, key) ? (hardware[key] ?? null) : null;
}

export interface EditRules {
  /** Most digits that fit; further digits are ignored. */
  readonly maxDigits: number;
  readonly allowMinus?: boolean;
  readonly allowDecimal?: boolean;
}

/**
 * The text after one key. Text is plain ASCII: digits, a leading "-", one ".". A key that makes no sense
 * (second point, minus in the middle, one digit too many) leaves the text as it is. Keys that only move never change it.
 */
export function editNumber(text: string, key: KeypadKey, rules: EditRules): string {
  if (key === 'next' || key === 'part' || key === 'separator' || key === 'slash') return text;
  if (key === 'backspace') return text.slice(0, -1);
  if (key === 'minus') return rules.allowMinus === true && text === '' ? '-' : text;
  if (key === 'decimal') {
    if (rules.allowDecimal !== true || text.includes('.')) return text;
    return text === '' || text === '-' ? `${text}0.` : `${text}.`;
  }
  const digits = text.replace(/\D/gu, '').length;
  return digits >= rules.maxDigits ? text : text + key;
}
