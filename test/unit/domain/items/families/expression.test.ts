import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import { workedAnswer } from '#domain/items/family.ts';
import { gradeItem } from '#domain/items/grade.ts';
import type { Item } from '#domain/items/item.ts';
import { speakItem, speakLine } from '#domain/items/speak-item.ts';
import { intBetween, seededRandom } from '#domain/kernel/random.ts';
import { readConstraints } from '#test/support/constraints.ts';
import { readExpression } from '#test/support/expression.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { objectiveRows, type ObjectiveRow } from '#test/support/objective-rows.ts';
import { faultOf, only, trapValues } from '#test/support/one-item.ts';

interface RowParams {
  readonly contrast: string;
  readonly forms: readonly { readonly expr: string }[];
}
const paramsOf = (row: ObjectiveRow): RowParams => JSON.parse(row.params) as RowParams; // the table's own column

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/ equals blank.*$/u, ''],
  [/divided by/gu, '//'],
  [/open (?:parenthesis|bracket)/gu, '('],
  [/close (?:parenthesis|bracket)/gu, ')'],
  [/plus/gu, '+'],
  [/minus/gu, '-'],
  [/times/gu, '*'],
  [/squared/gu, '**2'],
  [/cubed/gu, '**3'],
  [/ /gu, ''],
];

/** What is said of an item, as a calculation: "3+4*5". */
function calculationOf(item: Item): string {
  return SIGNS.reduce((text, [word, sign]) => text.replace(word, sign), speakItem(item, 'en'));
}

const valueOf = (calculation: string): number => readExpression(calculation)({});

/** The value of a calculation without brackets, divisions that do not come out included. */
function flat(calculation: string): number {
  return calculation
    .replaceAll(/(\d+)\*\*(\d)/gu, (_, base, power) => String(Number(base) ** Number(power)))
    .split(/(?=[+-])/u)
    .reduce((sum, term) => {
      const [first = '', ...more] = term.replace(/^[+-]/u, '').split(/(?=\*|\/\/)/u);
      const product = more.reduce(
        (value, by) =>
          by.startsWith('*') ? value * Number(by.slice(1)) : value / Number(by.slice(2)),
        Number(first),
      );
      return term.startsWith('-') ? sum - product : sum + product;
    }, 0);
}

const inOrder = (x: number, sign: string, y: number): number =>
  sign === '+' ? x + y : sign === '-' ? x - y : sign === '*' ? x * y : x / y;

/** What somebody gets who does not know the rule that a row is about. */
const WRONG: Readonly<Record<string, (calculation: string) => number>> = {
  'left-to-right': (calculation) => {
    const [first, ...rest] = calculation.split(/(\+|-|\*|\/\/)/u);
    let value = Number(first);
    for (let i = 0; i < rest.length; i += 2)
      value = inOrder(value, rest[i] ?? '', Number(rest[i + 1]));
    return value;
  },
  'last-first': (calculation) => {
    const [x = '', sign = '', y = '', next = '', z = ''] = calculation.split(/(\+|-|\*|\/\/)/u);
    return inOrder(Number(x), sign, inOrder(Number(y), next, Number(z)));
  },
  'no-brackets': (calculation) => flat(calculation.replaceAll(/[()]/gu, '')),
  'exponent-as-factor': (calculation) => valueOf(calculation.replace('**', '*')),
};

/** "3+4*5" is of the shape "a+b*c". */
function shapeOf(identity: string): string {
  let next = 0;
  return identity
    .replaceAll(/(\*\*)?\d+/gu, (found) => (found.startsWith('*') ? found : ('abcd'[next++] ?? '')))
    .replaceAll('//', '/');
}

function valuesOf(identity: string, row: ObjectiveRow): Record<string, number> {
  const form = paramsOf(row).forms.findIndex(({ expr }) => expr === shapeOf(identity)) + 1;
  const numbers = (identity.replaceAll(/\*\*\d/gu, '').match(/\d+/gu) ?? []).map(Number);
  return Object.fromEntries([['form', form], ...numbers.map((n, i) => ['abcd'[i] ?? '', n])]);
}

holdFamily({
  family: 'expression',
  valuesOf,
  // By the reader of the table's conditions, which knows nothing of items.
  solve: (item) => String(valueOf(calculationOf(item))),
  tagsOf: (item, row) => {
    const calculation = calculationOf(item);
    const wrong = WRONG[paramsOf(row).contrast]?.(calculation);
    return [
      `form:${shapeOf(calculation)}`,
      ...(wrong === valueOf(calculation) ? [] : ['order-matters']),
    ];
  },
});

describe('the two rows whose numbers are too many to list on both sides', () => {
  it.each(['ops-four-terms', 'ops-nested'])('%s: what is allowed can be drawn', (id) => {
    const row = objectiveRows.find((one) => one.id === id);
    if (row === undefined) throw new Error(`no row ${id}`);
    const found = familyOf('expression', 1);
    const source = found.ok ? found.value.parse(JSON.parse(row.params)) : found;
    if (!source.ok) throw new Error(JSON.stringify(source.error));
    const name = (values: Readonly<Record<string, number>>): string =>
      ['form', 'a', 'b', 'c', 'd'].map((letter) => values[letter]).join(' ');
    const constraints = readConstraints(row.constraints);
    const made = source.value.all().map(({ identity }) => valuesOf(identity, row));
    const names = new Set(made.map(name));
    expect(names.size).toBe(made.length);
    expect(made.find((values) => !constraints.accepts(values))).toBeUndefined();
    // The other way by chance: a good part of the space, and every shape of it.
    const random = seededRandom(id);
    const met = new Map<number, number>();
    for (let i = 0; i < 120_000; i += 1) {
      const drawn = [...constraints.variables].map(([letter, list]) => [
        letter,
        list[intBetween(random, 0, list.length - 1)] ?? 0,
      ]);
      const values: Record<string, number> = Object.fromEntries(drawn);
      if (!constraints.accepts(values)) continue;
      met.set(values['form'] ?? 0, (met.get(values['form'] ?? 0) ?? 0) + 1);
      if (!names.has(name(values))) throw new Error(`allowed, and never made: ${name(values)}`);
    }
    expect(met.size).toBe(paramsOf(row).forms.length);
    expect(Math.min(...met.values())).toBeGreaterThan(10);
  });
});

const set = (...list: number[]) => ({ in: list });
/** The one item of a shape with these numbers for a, b, c, d. */
function item(expr: string, numbers: readonly number[], contrast = 'no-brackets'): Item {
  const vars = Object.fromEntries(numbers.map((n, i) => ['abcd'[i] ?? '', set(n)]));
  return only('expression', { contrast, result: { min: 1, max: 999 }, forms: [{ expr, vars }] });
}
const linesOf = (one: Item, language: 'en' | 'es' = 'en'): string[] =>
  workedAnswer(one).flatMap((part) => (part.type === 'text' ? [speakLine(part, language)] : []));

describe('expressions', () => {
  it('are printed with the signs of school, the outer brackets square', () => {
    expect(item('a*(b-(c+d))', [2, 10, 3, 4]).prompt).toEqual([
      {
        type: 'equation',
        tokens: [2, '×', '[', 10, '−', '(', 3, '+', 4, ')', ']', '=', '_'],
      },
    ]);
    const squared = item('(a+b)**2', [3, 4]);
    expect(squared.prompt).toEqual([
      {
        type: 'equation',
        tokens: ['(', 3, '+', 4, { type: 'power', base: ')', exponent: 2 }, '=', '_'],
      },
    ]);
    expect(speakItem(squared, 'en')).toBe(
      'open parenthesis 3 plus 4 close parenthesis squared equals blank. What number goes in the blank?',
    );
    expect(speakItem(squared, 'es')).toBe(
      'abre paréntesis 3 más 4 cierra paréntesis al cuadrado es igual a espacio en blanco. ¿Qué número va en el espacio en blanco?',
    );
  });

  it('know what is calculated by mistake', () => {
    expect(trapValues(item('a+b*c', [3, 4, 5]))).toEqual({ 'left-to-right': ['35'] });
    expect(trapValues(item('a-b+c', [20, 8, 5]))).toEqual({ 'last-first': ['7'] });
    expect(trapValues(item('a/b*c', [24, 4, 3]))).toEqual({ 'last-first': ['2'] });
    expect(trapValues(item('a*(b+c)-d', [3, 4, 5, 6]))).toEqual({
      'no-brackets': ['11'],
      'distributed-half': ['11'],
    });
    expect(trapValues(item('(a+b)*c', [3, 4, 5]))).toEqual({
      'no-brackets': ['23'],
      'distributed-half': ['19'],
    });
    // 20 − (9 − 5): a minus before a bracket that is dropped.
    expect(trapValues(item('a-(b-(c+d))', [20, 9, 2, 3]))).toEqual({
      'no-brackets': ['12'],
      'inner-sign': ['6', '10'],
    });
    expect(trapValues(item('a+b**2', [5, 4]))).toEqual({
      'left-to-right': ['81'],
      'exponent-as-factor': ['13'],
    });
  });

  it('tell the mistake of an answer', () => {
    const one = item('a+b*c', [3, 4, 5]);
    expect(gradeItem(one, '35')).toMatchObject({ verdict: 'wrong', tags: ['left-to-right'] });
    expect(gradeItem(one, '23')).toMatchObject({ verdict: 'right' });
    expect(gradeItem(one, '22')).toMatchObject({ verdict: 'wrong', tags: [] });
  });

  it('are worked out step by step, under the rule that decides', () => {
    expect(linesOf(item('a+b*c', [3, 4, 5]))).toEqual([
      'Multiply and divide first.',
      '4 × 5 = 20',
      '3 + 20 = 23',
    ]);
    expect(linesOf(item('a/b/c', [24, 4, 3]), 'es')).toEqual([
      'Trabaja de izquierda a derecha.',
      '24 ÷ 4 = 6',
      '6 ÷ 3 = 2',
    ]);
    expect(linesOf(item('(a+b)**2', [3, 4]))).toEqual([
      'Work out the parentheses first.',
      '3 + 4 = 7',
      '7 squared = 7 × 7 = 49',
    ]);
    expect(linesOf(item('a*b**3', [4, 2]))).toEqual([
      'Work out the power first.',
      '2 cubed = 2 × 2 × 2 = 8',
      '4 × 8 = 32',
    ]);
    expect(linesOf(item('a*(b-(c+d))', [2, 10, 3, 4]))).toEqual([
      'Work from the inside out.',
      '3 + 4 = 7',
      '10 − 7 = 3',
      '2 × 3 = 6',
    ]);
  });
});

describe('parameters that cannot be', () => {
  const good = { contrast: 'no-brackets', result: { min: 1, max: 99 } };
  const fault = (expr: string, vars: Record<string, unknown>, more = {}): string =>
    faultOf('expression', { ...good, ...more, forms: [{ expr, vars }] });

  it.each(['a+', 'a+b)', '(a+b', 'a b', 'a+a', 'a', 'a**4', 'a+e', 'a+2', '((a+(b)))', ''])(
    'the expression "%s" is refused',
    (expr) => {
      expect(fault(expr, { a: set(1), b: set(1) })).toBe('value.bad forms[0].expr');
    },
  );

  it('are refused with the field', () => {
    const ab = { a: set(5), b: set(3) };
    expect(fault('a+b', ab)).toBe('no fault');
    expect(fault('a+b', { a: set(5) })).toBe('value.bad forms[0].vars.b');
    expect(fault('a+b', { ...ab, b: set(0) })).toBe('value.bad forms[0].vars.b');
    expect(fault('a+b', { ...ab, c: set(1) })).toBe('value.unknown-field forms[0].vars.c');
    expect(fault('b-a', ab)).toBe('value.bad forms[0].vars');
    expect(fault('a/b', ab)).toBe('value.bad forms[0].vars');
    expect(fault('a*b', ab, { factLimit: 4 })).toBe('value.bad forms[0].vars');
    expect(fault('a*b', ab, { result: set(14) })).toBe('value.bad forms[0].vars');
    expect(fault('a+b', ab, { contrast: 'none' })).toBe('value.bad contrast');
    expect(faultOf('expression', { ...good, forms: [] })).toBe('value.bad forms');
    const twice = { expr: 'a+b', vars: ab };
    expect(faultOf('expression', { ...good, forms: [twice, twice] })).toBe('value.bad forms');
  });
});
