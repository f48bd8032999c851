import { describe, expect, it } from 'vitest';
import { familyOf } from '#domain/items/families.ts';
import { buildForm } from '#domain/items/form.ts';
import type { Item } from '#domain/items/item.ts';
import type { Token } from '#domain/items/token.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { rowOf } from '#test/support/objective-rows.ts';
import { faultOf, only } from '#test/support/one-item.ts';

/** The value of a side, from left to right. */
function sideOf(side: readonly Token[], missing: number): number {
  const [first = 0, ...rest] = side.map((token) => (token === '_' ? missing : token));
  let value = Number(first);
  for (let i = 0; i < rest.length; i += 2) {
    const n = Number(rest[i + 1]);
    if (rest[i] === '+') value += n;
    if (rest[i] === '−') value -= n;
    if (rest[i] === '×') value *= n;
    if (rest[i] === '÷') value /= n;
  }
  return value;
}

/** The one whole number that makes an equation true, by trying. */
function missingIn(tokens: readonly Token[]): number {
  const middle = tokens.indexOf('=');
  const [left, right] = [tokens.slice(0, middle), tokens.slice(middle + 1)];
  const found = Array.from({ length: 2000 }, (_, i) => i).filter(
    (n) => sideOf(left, n) === sideOf(right, n),
  );
  if (found.length !== 1) throw new Error(`${JSON.stringify(tokens)}: ${found.length} solutions`);
  return found[0] ?? 0;
}

const known = new Map<string, number>();
/** Remembered: the same few equations come again and again. */
function missing(tokens: readonly Token[]): number {
  const name = JSON.stringify(tokens);
  const value = known.get(name) ?? missingIn(tokens);
  known.set(name, value);
  return value;
}

function solve(item: Item): string {
  const [values] = item.prompt.flatMap((part) =>
    part.type === 'text' && part.text.en.includes('__') ? [part.values ?? {}] : [],
  );
  const { a = 0, sign = '+', total = 0 } = values ?? {};
  const shown: Token[] = [a, sign, '_', '=', total];
  const { options } = item.answer.kind === 'choice' ? item.answer : { options: [] };
  const same = options.filter(({ tokens = [] }) => missing(tokens) === missing(shown));
  return same.map(({ id }) => id).join(' ');
}

holdFamily({
  family: 'equivalent-equation',
  valuesOf: (identity) => {
    const [a = 0, total = 0] = (identity.match(/\d+/gu) ?? []).map(Number);
    return identity.includes('x') ? { op: 1, a, b: total / a } : { op: 2, a, b: total - a };
  },
  solve,
});

const set = (...list: number[]) => ({ in: list });
const make = (op: string, a: number, b: number): Item =>
  only('equivalent-equation', { ops: [op], a: set(a), b: set(b) });
const textsOf = ({ answer }: Item): Record<string, string> =>
  Object.fromEntries(
    answer.kind === 'choice' ? answer.options.map(({ id, text }) => [id, text.en]) : [],
  );

describe('the four equations', () => {
  it('are the inverse and three known misconceptions', () => {
    expect(textsOf(make('x', 7, 8))).toEqual({
      inverse: '56 divided by 7 equals blank',
      'same-operation': '56 times 7 equals blank',
      'unknown-first': 'blank divided by 7 equals 56',
      'other-inverse': '56 minus 7 equals blank',
    });
    expect(textsOf(make('+', 7, 5))).toMatchObject({
      inverse: '12 minus 7 equals blank',
      'other-inverse': 'blank plus 12 equals 19 plus 5',
    });
    expect(textsOf(make('+', 4, 8))).toMatchObject({
      'other-inverse': '12 divided by 4 equals blank',
    });
    expect(make('x', 7, 8).traps.map(({ tag }) => tag)).toEqual([
      'same-operation',
      'unknown-first',
      'other-inverse',
    ]);
  });

  it('are read after a question of their own', () => {
    expect(speakItem(make('x', 7, 8), 'es')).toBe(
      '7 por espacio en blanco es igual a 56 ¿En qué ecuación falta el mismo número?',
    );
  });

  it('have the right one in every place, and never long in one', () => {
    const { id, family, params, of } = rowOf('equivalent-equation');
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 100; i += 1) {
      const form = buildForm(
        {
          objectiveId: id,
          family,
          version: 1,
          params: JSON.parse(params),
          count: Number(of),
          seed: `place ${i}`,
          avoid: [],
        },
        familyOf,
      );
      if (!form.ok) throw new Error(JSON.stringify(form.error));
      for (const { answer } of form.value.items) {
        if (answer.kind !== 'choice') continue;
        const place = answer.options.findIndex((option) => option.id === answer.value);
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    // A quarter of a thousand each, give or take what the few items allow.
    expect(Math.min(...counts)).toBeGreaterThan(150);
    expect(Math.max(...counts)).toBeLessThan(350);
  });
});

describe('parameters that cannot be', () => {
  it('are refused with the field', () => {
    const fault = (params: Record<string, unknown>) => faultOf('equivalent-equation', params);
    expect(fault({ ops: ['+'], a: set(4), b: set(4) })).toBe('value.bad a');
    expect(fault({ ops: ['x'], a: set(1), b: set(4) })).toBe('value.bad a');
    expect(fault({ ops: ['+'], a: set(3), b: set(4), minSum: 8 })).toBe('value.bad a');
  });
});
