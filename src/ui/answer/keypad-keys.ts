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
  | 'backspace'
  | 'next';

const hardware: Readonly<Record<string, KeypadKey>> = {
  '0': '0',
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  '5': '5',
  '6': '6',
  '7': '7',
  '8': '8',
  '9': '9',
  '-': 'minus',
  '\u2212': 'minus',
  '.': 'decimal',
  ',': 'decimal',
  Backspace: 'backspace',
  Delete: 'backspace',
  Enter: 'next',
};

/** The pad's key for a KeyboardEvent.key, or null. */
export function keyFromKeyboard(key: string): KeypadKey | null {
  return hardware[key] ?? null;
}

export interface EditRules {
  /** Most digits that fit; further digits are ignored. */
  readonly maxDigits: number;
  readonly allowMinus?: boolean;
  readonly allowDecimal?: boolean;
}

/**
 * The text after one key. Text is plain ASCII: digits, a leading "-", one ".". A key that makes no sense
 * (second point, minus in the middle, one digit too many) leaves the text as it is. "next" never changes it.
 */
export function editNumber(text: string, key: KeypadKey, rules: EditRules): string {
  if (key === 'next') return text;
  if (key === 'backspace') return text.slice(0, -1);
  if (key === 'minus') return rules.allowMinus === true && text === '' ? '-' : text;
  if (key === 'decimal') {
    if (rules.allowDecimal !== true || text.includes('.')) return text;
    return text === '' || text === '-' ? `${text}0.` : `${text}.`;
  }
  const digits = text.replace(/\D/gu, '').length;
  return digits >= rules.maxDigits ? text : text + key;
}
