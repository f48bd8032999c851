import type { Language } from '../../kernel/local-text.ts';
import { ratio } from '../../kernel/ratio.ts';
import { decimalWriting } from '../digits-text.ts';

/** n / parts as somebody writes it in a line of text: "7", "2 3/4", with tenths and hundredths "0.37". */
export function plainNumber(n: number, parts: number, language: Language): string {
  if (parts === 10 || parts === 100 || parts === 1000) return decimalWriting(n, parts, language);
  const { num, den } = ratio(n, parts);
  if (den === 1) return String(num);
  const whole = Math.floor(num / den);
  return whole === 0 ? `${num}/${den}` : `${whole} ${num % den}/${den}`;
}
