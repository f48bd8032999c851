import { withAsciiDigits } from './ascii-digits.ts';
import { readDecimal } from './read-decimal.ts';

const CENTS = 100;
/** Thousands between commas: no amount has three places, so that here a comma says one thing only. */
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u;

/**
 * An amount in cents ("35"), or null when the text is none. A sign says its unit: `$0.35`, `35¢`. Without one, a number with
 * a point is dollars and a bare number is in the unit of the box. Parts of a cent are no amount.
 */
export function readMoney(text: string, entry: 'cents' | 'dollars'): string | null {
  const plain = withAsciiDigits(text);
  const bare = plain.replace(/^\s*(?:US\$|\$)\s*|\s*(?:[$¢c]|US\$)\s*$/gu, '');
  const dollars = plain.includes('$');
  const cents = /[¢c]\s*$/u.test(plain);
  if (dollars && cents) return null;
  const number = THOUSANDS.test(bare) ? bare.replaceAll(',', '') : bare;
  const amount = readDecimal(number);
  if (amount === null) return null;
  const hasPoint = /[.,٫]/u.test(number);
  if (cents && hasPoint) return null;
  return dollars || hasPoint || (!cents && entry === 'dollars') ? inCents(amount) : amount;
}

function inCents(amount: string): string | null {
  const [whole = '0', places = ''] = amount.split('.');
  if (places.length > 2) return null;
  const negative = whole.startsWith('-');
  const cents = Math.abs(Number(whole)) * CENTS + Number(places.padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) return null;
  return String(negative && cents !== 0 ? -cents : cents);
}
