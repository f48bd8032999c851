import { editNumber, type EditRules, type KeypadKey } from './keypad-keys.ts';

/**
 * How an answer is typed: one number, or several boxes. What was typed is always one line of text ("2 3/4", "3:20", "7 R 2"), so
 * that it is saved, sent and graded as it stands.
 */
export type AnswerLayout = 'number' | 'decimal' | 'fraction' | 'mixed' | 'time' | 'remainder';

export type PartName =
  | 'number'
  | 'whole'
  | 'num'
  | 'den'
  | 'hour'
  | 'minute'
  | 'quotient'
  | 'remainder';

interface Part {
  readonly name: PartName;
  readonly rules: EditRules;
}

const whole: EditRules = { maxDigits: 6 };
const short: EditRules = { maxDigits: 4 };
const two: EditRules = { maxDigits: 2 };
const LAYOUTS: Readonly<Record<AnswerLayout, readonly Part[]>> = {
  number: [{ name: 'number', rules: { maxDigits: 8 } }],
  decimal: [{ name: 'number', rules: { maxDigits: 8, allowDecimal: true } }],
  fraction: [
    { name: 'num', rules: short },
    { name: 'den', rules: short },
  ],
  mixed: [
    { name: 'whole', rules: whole },
    { name: 'num', rules: short },
    { name: 'den', rules: short },
  ],
  time: [
    { name: 'hour', rules: two },
    { name: 'minute', rules: two },
  ],
  remainder: [
    { name: 'quotient', rules: whole },
    { name: 'remainder', rules: short },
  ],
};

/** The boxes of a layout, in the order in which they are typed. */
export function partsOf(layout: AnswerLayout): readonly PartName[] {
  return LAYOUTS[layout].map(({ name }) => name);
}

/** The texts of the boxes. */
export function splitAnswer(layout: AnswerLayout, text: string): readonly string[] {
  switch (layout) {
    case 'number':
    case 'decimal':
      return [text];
    case 'fraction': {
      const [num = '', den = ''] = text.split('/');
      return [num, den];
    }
    case 'mixed': {
      if (!text.includes('/')) return [text, '', ''];
      const [front = '', den = ''] = text.split('/');
      const space = front.lastIndexOf(' ');
      return [front.slice(0, Math.max(0, space)), front.slice(space + 1), den];
    }
    case 'time': {
      const [hour = '', minute = ''] = text.split(':');
      return [hour, minute];
    }
    case 'remainder': {
      const [quotient = '', remainder = ''] = text.split(' R ');
      return [quotient, remainder];
    }
  }
}

function join(layout: AnswerLayout, parts: readonly string[]): string {
  const [first = '', second = '', third = ''] = parts;
  if (parts.every((part) => part === '')) return '';
  switch (layout) {
    case 'number':
    case 'decimal':
      return first;
    case 'fraction':
      return `${first}/${second}`;
    case 'mixed':
      if (second === '' && third === '') return first;
      return first === '' ? `${second}/${third}` : `${first} ${second}/${third}`;
    case 'time':
      return `${first}:${second}`;
    case 'remainder':
      return second === '' ? first : `${first} R ${second}`;
  }
}

/** The text with nothing in this box. */
export function emptied(layout: AnswerLayout, text: string, box: number): string {
  return join(
    layout,
    splitAnswer(layout, text).map((part, i) => (i === box ? '' : part)),
  );
}

/** An answer while it is typed: its text, and the box that is written into. */
export interface Typed {
  readonly text: string;
  readonly box: number;
}

/**
 * What one key does. Keys write into the box; `part` and `separator` go on to the next one; `slash` goes to the bottom of a fraction, and takes a
 * number that was begun as the whole part with it to the top; Delete in an empty box goes back to the one before.
 */
export function typeKey(layout: AnswerLayout, { text, box }: Typed, key: KeypadKey): Typed {
  const boxes = LAYOUTS[layout];
  const parts = splitAnswer(layout, text);
  if (key === 'part') return { text, box: (box + 1) % boxes.length };
  if (key === 'separator') {
    return { text, box: parts[box] === '' ? box : Math.min(box + 1, boxes.length - 1) };
  }
  if (key === 'slash') return typeSlash(layout, { text, box });
  if (key === 'backspace' && parts[box] === '' && box > 0) return { text, box: box - 1 };
  const rules = boxes[box]?.rules;
  if (rules === undefined) return { text, box };
  const edited = parts.map((part, i) => (i === box ? editNumber(part, key, rules) : part));
  return { text: join(layout, edited), box };
}

function typeSlash(layout: AnswerLayout, { text, box }: Typed): Typed {
  if (layout === 'fraction') return { text, box: 1 };
  if (layout !== 'mixed') return { text, box };
  const [front = '', top = '', bottom = ''] = splitAnswer(layout, text);
  const isTop = box === 0 && front !== '' && top === '';
  return { text: isTop ? join(layout, ['', front, bottom]) : text, box: 2 };
}

/**
 * The box where something is still to be typed, or null where Next may go on. A remainder of nothing may be left empty, and so may
 * a fraction beside a whole number.
 */
export function missingBox(layout: AnswerLayout, text: string, box: number): number | null {
  const parts = splitAnswer(layout, text);
  const needed = parts.map((part, i) => part === '' && isNeeded(layout, parts, i));
  const after = needed.indexOf(true, box + 1);
  const first = after === -1 ? needed.indexOf(true) : after;
  // The remainder box is offered once, before Next goes on without it.
  if (first === -1 && layout === 'remainder' && box === 0 && parts[1] === '') return 1;
  return first === -1 ? null : first;
}

function isNeeded(layout: AnswerLayout, parts: readonly string[], box: number): boolean {
  if (layout === 'remainder') return box === 0;
  if (layout !== 'mixed') return true;
  const isFraction = parts[1] !== '' || parts[2] !== '' || parts[0] === '';
  return box > 0 && isFraction;
}

/** The box in which typing goes on when the question is shown again: the first empty one, or the last. */
export function boxToBegin(layout: AnswerLayout, text: string): number {
  if (text === '') return 0;
  return missingBox(layout, text, -1) ?? partsOf(layout).length - 1;
}
