/** A question on one line, for somebody who has the sheet at hand and only has to find it there. */
import type { Item } from '#domain/items/item.ts';
import { shownPrompt, type ShownPart, type ShownToken } from '#domain/items/shown.ts';
import type { Language } from '#domain/kernel/local-text.ts';

const BLANK = '__';

/** "84 + 89 = __", "What is the volume?": what is drawn is said in words where nothing else is there. */
export function plainPrompt(item: Item, language: Language): string {
  const parts = shownPrompt(item, language);
  const written = parts.filter(({ type }) => type !== 'drawing');
  return (written.length > 0 ? written : parts).map(plainPart).join(' ');
}

function plainPart(part: ShownPart): string {
  switch (part.type) {
    case 'text':
      return part.text
        .map((piece) => (typeof piece === 'string' ? piece : plainToken(piece)))
        .join('');
    case 'equation':
      return part.tokens.map(plainToken).join(' ');
    case 'columns':
      return `${part.upper} ${part.op} ${part.lower} = ${BLANK}`;
    case 'division':
      return `${part.dividend} ÷ ${part.divisor} = ${BLANK}`;
    case 'sequence':
      return part.numbers.map((number) => number ?? BLANK).join(', ');
    case 'bond':
      return `${part.whole ?? BLANK} = ${part.parts.map((number) => number ?? BLANK).join(' + ')}`;
    case 'drawing':
      return part.spoken;
  }
}

function plainToken(token: ShownToken): string {
  switch (token.type) {
    case 'number':
    case 'sign':
      return token.text;
    case 'blank':
      return BLANK;
    case 'fraction': {
      const { whole, num, den } = token;
      const front = whole === null ? '' : `${whole} `;
      return `${front}${num ?? BLANK}/${den ?? BLANK}`;
    }
    case 'power':
      return `${token.base}^${token.exponent ?? BLANK}`;
    case 'percent':
      return `${token.text ?? BLANK}%`;
    case 'marked':
      return token.before + token.digit + token.after;
  }
}
