import { describe, expect, it } from 'vitest';
import { workedAnswer } from '#domain/items/family.ts';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { shownPrompt } from '#domain/items/shown.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { drawingIn, marksOf } from '#test/support/drawn.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

/** Digits stand after the point from tenths on, before it up to ones. */
const BEHIND = ['tenths', 'hundredths', 'thousandths'];
const BEFORE = ['ones', 'tens', 'hundreds', 'thousands', 'ten thousands', 'hundred thousands'];

/** The digit at a named place of a number as it is written. */
function digitNamed(text: string, place: string): string {
  const [front = '', back = ''] = text.split('.');
  const behind = BEHIND.indexOf(place);
  return behind >= 0 ? back.charAt(behind) : front.charAt(front.length - 1 - BEFORE.indexOf(place));
}

/** Counts put into their places, written from the left. */
function putTogether(said: string): string {
  const counts = new Map(
    Array.from(said.matchAll(/(\d) (\w+)/gu), ([, count = '', name = '']) => [
      name.endsWith('s') ? name : `${name}s`,
      count,
    ]),
  );
  return BEFORE.toReversed()
    .map((place) => counts.get(place) ?? '')
    .join('');
}

/** Small cubes, counted by the areas of the blocks and again by the lines on them. */
function cubesDrawn(item: Item): number {
  const drawing = drawingIn(item);
  const rects = marksOf(drawing, 'rect');
  const lines = marksOf(drawing, 'line');
  return rects.reduce((sum, { at: [x, y], width, height }) => {
    const on = lines.filter(
      ({ from, to }) =>
        Math.min(from[0], to[0]) >= x - 1e-9 &&
        Math.max(from[0], to[0]) <= x + width + 1e-9 &&
        Math.min(from[1], to[1]) >= y - 1e-9 &&
        Math.max(from[1], to[1]) <= y + height + 1e-9,
    );
    const upright = on.filter(({ from, to }) => from[0] === to[0]).length;
    const level = on.length - upright;
    const counted = (upright + 1) * (level + 1);
    return Math.abs(counted - width * height) < 1e-6 ? sum + counted : Number.NaN;
  }, 0);
}

const EN: Readonly<Record<string, number>> = Object.fromEntries([
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i + 1]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, i) => [word, 20 + i * 10]),
]);
const ES: Readonly<Record<string, number>> = Object.fromEntries([
  ...'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'
    .split(' ')
    .map((word, i) => [word, i + 1]),
  ...'treinta cuarenta cincuenta sesenta setenta ochenta noventa'
    .split(' ')
    .map((word, i) => [word, 30 + i * 10]),
  ...'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'
    .split(' ')
    .map((word, i) => [word, (i + 1) * 100]),
  ['veinte', 20],
  ['cien', 100],
]);

function wordValue(words: Readonly<Record<string, number>>, word: string): number {
  return words[word] ?? Number.NaN;
}

/** Word after word, as somebody reads it. */
function readEnglish(text: string): number {
  return text
    .split(/[ -]/u)
    .reduce((sum, word) => (word === 'hundred' ? sum * 100 : sum + wordValue(EN, word)), 0);
}

/** As for English; dieciséis and veintidós are a ten and a word without its accent. */
function readSpanish(text: string): number {
  return text.split(/ (?:y )?/u).reduce((sum, word) => {
    const [, ten, rest = ''] = /^(dieci|veinti)(\p{L}+)$/u.exec(word) ?? [];
    if (ten === undefined) return sum + wordValue(ES, word);
    const bare = rest.replaceAll('ó', 'o').replaceAll('é', 'e');
    return sum + (ten === 'dieci' ? 10 : 20) + wordValue(ES, bare);
  }, 0);
}

function solve(item: Item): string {
  const said = speakItem(item, 'en');
  const [first, second] = shownPrompt(item, 'en');
  if (first?.type === 'drawing') return String(cubesDrawn(item));
  if (said.startsWith('Write the number in digits.')) {
    const last = (language: 'en' | 'es') => speakItem(item, language).split('. ')[1] ?? '';
    const value = readEnglish(last('en'));
    const enEspanol = readSpanish(speakItem(item, 'es').split('. ')[1] ?? '');
    return value === enEspanol ? String(value) : `${last('en')}, ${last('es')}`;
  }
  if (said.startsWith('Write the number.')) return putTogether(said);
  const [, place, text] = /^Which digit is in the ([a-z ]+) place\? ([\d.]+)\.$/u.exec(said) ?? [];
  if (place !== undefined && text !== undefined) return digitNamed(text, place);
  const marked = second?.type === 'equation' ? second.tokens[0] : undefined;
  if (marked?.type === 'marked')
    return marked.digit + marked.after.replaceAll(/\d/gu, '0').replaceAll(/\D/gu, '');
  // Expanded form: what is left of the number when the parts that are shown are taken away.
  const [whole = 0, ...parts] = (said.match(/\d+/gu) ?? []).map(Number);
  return String(parts.reduce((rest, part) => rest - part, whole));
}

const digits = (n: number): string[] => Array.from(String(n));

holdFamily({
  family: 'place-value',
  valuesOf: (identity, { id }): Record<string, number> => {
    const numbers = (identity.match(/\d+/gu) ?? []).map(Number);
    const [x = 0, y = 0] = numbers;
    if (id.startsWith('compose')) {
      const [u = 0, t = 0, h] = digits(x).toReversed().map(Number);
      return {
        ...(h === undefined ? {} : { h }),
        t,
        u,
        order: identity.includes('reversed') ? 2 : 1,
        show: identity.includes('blocks') ? 2 : 1,
      };
    }
    if (id.startsWith('expanded')) {
      const parts = identity.split('=')[1]?.split('+') ?? [];
      return { n: x, blank: 10 ** (parts.length - 1 - parts.indexOf('_')) };
    }
    return id.startsWith('words') ? { n: x } : { n: y, place: x };
  },
  solve,
  tagsOf: (item, { id }) => {
    const numbers = (item.identity.match(/\d+/gu) ?? []).map(Number);
    const [x = 0, y = 0] = numbers;
    const isOfPlace = id.startsWith('digit') || id.startsWith('decimal');
    const text = String(isOfPlace ? y : x);
    const said = speakItem(item, 'en');
    const key = gradeItem(item, solve(item)).verdict === 'right' ? solve(item) : '';
    return [
      ...(isOfPlace ? [`place:${x}`] : []),
      ...(id.startsWith('expanded') ? [`place:${10 ** (key.length - 1)}`] : []),
      ...(/ones? \d/u.test(said) ? ['order:reversed'] : []),
      ...(said.includes('blocks') ? ['show:blocks'] : []),
      ...(text.includes('0') ? ['zero-digit'] : []),
      ...(text === text.charAt(0).repeat(text.length) ? ['equal-digits'] : []),
      ...(/(\d)\d*\1/u.test(text) ? ['repeated-digit'] : []),
      ...(/(?:teen|eleven|twelve)$/u.test(said) ? ['teen'] : []),
      ...(text.endsWith('0') ? ['multiple-of-10'] : []),
    ];
  },
});

const part = (name: string, place: number, digit: number) => ({
  name,
  place,
  min: digit,
  max: digit,
});

function composed(h: number, t: number, u: number, order = 'forward', show = 'text'): Item {
  return only('place-value', {
    ask: 'compose',
    parts: [part('h', 100, h), part('t', 10, t), part('u', 1, u)],
    orders: [order],
    show: [show],
  });
}

function asked(ask: string, n: number, place: number, more: Record<string, unknown> = {}): Item {
  return only('place-value', { ask, n: { in: [n] }, places: [place], ...more });
}

const inWords = (n: number): Item => only('place-value', { ask: 'from-words', n: { in: [n] } });

describe('known misconceptions about places', () => {
  it('digits in the order in which they are named, the zero left out, parts side by side', () => {
    expect(trapValues(composed(4, 0, 3, 'reversed'))).toEqual({
      'written-in-order-said': ['304'],
      'zero-dropped': ['43'],
      'zeros-added': ['4003'],
    });
    expect(trapValues(composed(4, 2, 3))).toEqual({ 'zeros-added': ['400203'] });
  });

  it('the value for the digit, and the digit for its value', () => {
    expect(trapValues(asked('digit-at', 582, 10))).toEqual({
      'value-not-digit': ['80'],
      'neighbour-place': ['5', '2'],
      'whole-number': ['582'],
    });
    expect(trapValues(asked('digit-value', 582, 10))).toEqual({
      'digit-not-value': ['8'],
      'neighbour-place': ['800'],
      'whole-number': ['582'],
    });
    expect(trapValues(asked('expanded', 368, 10))['digit-not-value']).toEqual(['6']);
  });

  it('tenths taken for tens', () => {
    expect(trapValues(asked('digit-at', 42_861, 100, { scale: 1000 }))).toEqual({
      'neighbour-place': ['2', '6'],
      'mirror-place': ['4'],
    });
  });

  it('seventeen taken for seventy', () => {
    expect(trapValues(inWords(17))['teen-ty']).toEqual(['70']);
    expect(trapValues(inWords(470))['teen-ty']).toEqual(['417']);
    expect(trapValues(inWords(12))['teen-ty']).toBeUndefined();
    expect(trapValues(inWords(305))).toEqual({ 'zero-dropped': ['35'], 'zeros-added': ['3005'] });
  });
});

describe('what a child sees and hears', () => {
  it('blocks are counted by kind, and their number is not said', () => {
    expect(speakItem(composed(3, 0, 1, 'forward', 'blocks'), 'en')).toBe(
      'Place-value blocks: 3 flats, 1 small cube. What number do the blocks show?',
    );
    expect(speakItem(composed(1, 1, 4, 'forward', 'blocks'), 'es')).toBe(
      'Bloques de base diez: 1 placa, 1 barra, 4 cubitos. ¿Qué número muestran los bloques?',
    );
  });

  it('one of a place is said as one', () => {
    expect(speakItem(composed(2, 1, 1, 'reversed'), 'en')).toContain('1 one 1 ten 2 hundreds');
    expect(speakItem(composed(1, 1, 2), 'es')).toContain('1 centena 1 decena 2 unidades');
  });

  it('the marked digit is named by its place, and is one digit on the screen', () => {
    const item = asked('digit-value', 482_915, 10_000);
    expect(speakItem(item, 'en')).toBe(
      'What is the value of the marked digit? 482915, with the digit in the ten thousands place marked.',
    );
    expect(speakItem(asked('digit-value', 4829, 1000), 'es')).toContain(
      'con la cifra de las unidades de millar marcada',
    );
    const [, shown] = shownPrompt(item, 'en');
    expect(shown).toMatchObject({
      tokens: [{ type: 'marked', before: '4', digit: '8', after: '2\u2009915' }],
    });
  });

  it('number words are a part of their own, without the answer', () => {
    const words = (n: number) => shownPrompt(inWords(n), 'es')[1]?.spoken;
    expect([11, 16, 22, 35, 101, 523, 776, 999].map(words)).toEqual([
      'once',
      'dieciséis',
      'veintidós',
      'treinta y cinco',
      'ciento uno',
      'quinientos veintitrés',
      'setecientos setenta y seis',
      'novecientos noventa y nueve',
    ]);
    expect(speakItem(inWords(406), 'en')).toBe('Write the number in digits. four hundred six');
  });
});

describe('the way to the answer', () => {
  const linesOf = (item: Item): string[] =>
    workedAnswer(item).flatMap((one) => (one.type === 'text' ? [speakLine(one, 'en')] : []));

  it('goes by what each digit is worth', () => {
    expect(linesOf(composed(3, 0, 5))).toEqual([
      '3 hundreds = 300',
      '0 tens = 0',
      '5 ones = 5',
      '300 + 0 + 5 = 305',
      'The 0 keeps the tens place.',
    ]);
    expect(linesOf(asked('digit-at', 4286, 10, { scale: 1000 }))).toEqual([
      '4.286: 4 ones, 2 tenths, 8 hundredths, 6 thousandths',
      'The digit in the hundredths place is 8.',
    ]);
    expect(linesOf(asked('digit-value', 63, 10))).toEqual([
      'The 6 is in the tens place.',
      '6 tens = 60',
    ]);
    expect(linesOf(inWords(52))).toEqual(['fifty-two: 5 tens, 2 ones']);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) => faultOf('place-value', params);
    const parts = [part('t', 10, 4), part('u', 1, 7)];
    const compose = { ask: 'compose', parts, orders: ['forward'], show: ['text'] };
    expect(fault(compose)).toBe('no fault');
    expect(fault({ ...compose, parts: parts.toReversed() })).toBe('value.bad parts');
    expect(fault({ ...compose, parts: [part('t', 10, 0), part('u', 1, 7)] })).toBe(
      'value.bad parts',
    );
    expect(fault({ ...compose, parts: [part('t', 20, 1)] })).toBe('value.bad parts[0].place');
    expect(fault({ ...compose, orders: ['reversed'], show: ['blocks'] })).toBe('value.bad show');
    const thousands = { ...compose, parts: [part('k', 1000, 1)], show: ['blocks'] };
    expect(fault(thousands)).toBe('value.bad show');
    const n = { in: [40] };
    expect(fault({ ask: 'digit-value', n, places: [1] })).toBe('value.bad n');
    expect(fault({ ask: 'digit-value', n, places: [5] })).toBe('value.bad places');
    expect(fault({ ask: 'digit-value', n, places: [10], scale: 1000 })).toBe(
      'value.unknown-field scale',
    );
    expect(fault({ ask: 'digit-at', n, places: [10], scale: 1000 })).toBe('value.bad n');
    expect(fault({ ask: 'digit-at', n: { in: [1_000_000] }, places: [10] })).toBe('value.bad n');
    expect(fault({ ask: 'expanded', n, places: [10] })).toBe('value.bad n');
    expect(fault({ ask: 'from-words', n: { in: [1000] } })).toBe('value.bad n');
    expect(fault({ ask: 'from-words', n: { in: [300] } })).toBe('value.bad n');
  });
});

describe('an answer', () => {
  it('may have zeros before it and other digits, and is strict in value', () => {
    const item = composed(4, 0, 3);
    for (const raw of ['403', ' 0403 ', '٤٠٣']) expect(gradeItem(item, raw).verdict).toBe('right');
    expect(gradeItem(item, '43')).toMatchObject({ verdict: 'wrong', tags: ['zero-dropped'] });
    expect(gradeItem(item, '4 hundreds').verdict).toBe('unreadable');
  });
});
