import { describe, expect, it } from 'vitest';
import { explainItem } from '#domain/items/explain-item.ts';
import { familyOf } from '#domain/items/families.ts';
import type { Item } from '#domain/items/item.ts';
import type { Token } from '#domain/items/token.ts';
import { accepted } from '#domain/items/graders.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { arithmeticObjectives, type CheckedObjective } from '#test/support/objective-rows.ts';

/** The one item that these narrow parameters can make. */
function only(family: string, params: Record<string, unknown>): Item {
  const found = familyOf(family, 1);
  const source = found.ok ? found.value.parse({ fresh: { items: 1, twins: 1 }, ...params }) : found;
  if (!source.ok) throw new Error(JSON.stringify(source.error));
  const [one, ...more] = source.value.all();
  if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} items`);
  return one.build();
}

function addSub(op: string, a: number, b: number, unknown = 'result', more = {}): Item {
  return only('add-sub', { op, a: { in: [a] }, b: { in: [b] }, unknown: [unknown], ...more });
}

function multiply(a: number, b: number, more = {}): Item {
  return only('multiply', { a: { in: [a] }, b: { in: [b] }, unknown: 'result', ...more });
}

function valuesOf(item: Item, tag: string): string[] {
  return item.traps.filter((trap) => trap.tag === tag).map((trap) => trap.value);
}

describe('known misconceptions', () => {
  it('give the wrong sums that teachers know', () => {
    const sum = addSub('+', 27, 15);
    expect(valuesOf(sum, 'carry-written-out')).toEqual(['312']);
    expect(valuesOf(sum, 'forgot-to-carry')).toEqual(['32']);
    expect(valuesOf(sum, 'wrong-operation')).toEqual(['12']);
    expect(valuesOf(sum, 'digits-swapped')).toEqual(['24']);
    expect(valuesOf(addSub('+', 31, 15), 'forgot-to-carry')).toEqual([]);
    expect(valuesOf(addSub('+', 63, 52), 'forgot-to-carry')).toEqual([]);
  });

  it('give the wrong differences that teachers know', () => {
    expect(valuesOf(addSub('-', 52, 38), 'smaller-from-larger')).toEqual(['26']);
    expect(valuesOf(addSub('-', 52, 38), 'forgot-to-pay-back')).toEqual(['24']);
    expect(valuesOf(addSub('-', 305, 128), 'borrowed-across-zero')).toEqual(['277']);
    expect(valuesOf(addSub('-', 352, 128), 'borrowed-across-zero')).toEqual([]);
    expect(valuesOf(addSub('-', 9, 4), 'off-by-one')).toEqual(['4', '6']);
    expect(valuesOf(addSub('-', 13, 5, 'a'), 'copied-a-number')).toEqual(['5', '8']);
    expect(valuesOf(addSub('-', 13, 5, 'b'), 'wrong-operation')).toEqual(['21']);
  });

  it('give the wrong products that teachers know', () => {
    expect(valuesOf(multiply(6, 0), 'zero-is-one')).toEqual(['6']);
    expect(valuesOf(multiply(6, 1), 'zero-is-one')).toEqual(['0']);
    expect(valuesOf(multiply(7, 8), 'added')).toEqual(['15']);
    expect(valuesOf(multiply(7, 8), 'off-by-one-row')).toEqual(['49', '63']);
    expect(valuesOf(multiply(7, 8), 'neighbour-fact')).toEqual(['48', '64']);
    expect(valuesOf(multiply(4, 6, { powers: [10] }), 'zeros-miscounted')).toEqual(['2400', '24']);
    expect(valuesOf(multiply(37, 4), 'forgot-to-carry')).toEqual(['128']);
    expect(valuesOf(multiply(37, 4), 'carry-before-multiply')).toEqual(['208']);
    expect(valuesOf(multiply(34, 26), 'no-placeholder')).toEqual(['272']);
    const missing = multiply(6, 7, { unknown: 'factor' });
    expect(valuesOf(missing, 'product-minus')).toEqual(['36']);
  });

  it('say why a true sentence was rejected or a false one accepted', () => {
    const sentence = (forms: string, offsets: number[], c = 9): Item =>
      only('true-equation', {
        forms: [forms],
        a: { in: [4] },
        b: { in: [3] },
        c: { in: [c] },
        offsets,
        trap: 9,
        maxSum: 20,
      });
    expect(sentence('c=a+b', [0]).traps).toEqual([{ tag: 'sum-must-stand-right', value: 'false' }]);
    expect(sentence('a+b=c', [1]).traps).toEqual([{ tag: 'off-by-one', value: 'true' }]);
    expect(sentence('a+b=c', [2]).traps).toEqual([]);
    expect(sentence('a+b=c+d', [9], 2)).toMatchObject({
      identity: '4+3=7+2',
      answer: { value: 'false' },
      tags: ['false', 'form:a+b=c+d', 'sum-trap'],
      traps: [{ tag: 'answer-comes-next', value: 'true' }],
    });
  });
});

describe('the worked answer', () => {
  const stepsOf = (item: Item): string[] => explainItem(item).steps.map((step) => step.en);

  it('shows the sentence with its blank filled, and checks a missing part the other way round', () => {
    expect(explainItem(multiply(7, 8))).toEqual({
      tokens: [7, '×', 8, '=', 56],
      filled: 4,
      steps: ['5 × 7 = 35', '3 × 7 = 21', '35 + 21 = 56'].map((line) => ({ en: line, es: line })),
    });
    expect(explainItem(multiply(6, 7, { unknown: 'factor' }))).toMatchObject({
      tokens: [6, '×', 7, '=', 42],
      filled: 2,
    });
    expect(stepsOf(multiply(6, 7, { unknown: 'factor' }))).toEqual(['42 ÷ 6 = 7']);
    expect(stepsOf(addSub('+', 9, 6, 'b'))).toEqual(['15 − 9 = 6']);
    expect(stepsOf(addSub('-', 13, 5, 'a'))).toEqual(['8 + 5 = 13']);
    expect(stepsOf(addSub('-', 13, 5, 'b'))).toEqual(['13 − 8 = 5']);
    const bond = addSub('+', 4, 3, 'b', { show: 'bond' });
    expect(bond.prompt).toEqual([{ type: 'bond', whole: 7, parts: [4, '_'] }]);
    expect(explainItem(bond)).toMatchObject({ tokens: [4, '+', 3, '=', 7], filled: 2 });
  });

  it('goes through a written calculation place by place', () => {
    expect(addSub('+', 38, 25).prompt).toEqual([
      { type: 'columns', op: '+', upper: 38, lower: 25 },
    ]);
    expect(stepsOf(addSub('+', 38, 25))).toEqual([
      'Ones: 8 + 5 = 13. Write 3, carry 1.',
      'Tens: 3 + 2 + 1 = 6.',
    ]);
    expect(stepsOf(addSub('-', 62, 28))).toEqual([
      'Ones: not enough, so take one from the next place. 12 − 8 = 4.',
      'Tens: 6 − 1 − 2 = 3.',
    ]);
    expect(stepsOf(multiply(37, 4))).toEqual([
      'Ones: 4 × 7 = 28. Write 8, carry 2.',
      'Tens: 4 × 3 + 2 = 14.',
    ]);
    expect(stepsOf(multiply(34, 26))).toEqual(['34 × 6 = 204', '34 × 20 = 680', '204 + 680 = 884']);
  });

  it('compares both sides of a sentence, and counts the groups of a picture', () => {
    const groups = only('equal-groups', {
      groups: { in: [3] },
      each: { in: [4] },
      product: { in: [12] },
      layouts: ['groups'],
    });
    expect(stepsOf(groups)).toEqual(['3 times 4', '4 + 4 + 4 = 12']);
    const sentence = only('true-equation', {
      forms: ['a+b=c+d'],
      a: { in: [4] },
      b: { in: [3] },
      c: { in: [2] },
      offsets: [1],
      maxSum: 20,
    });
    expect(stepsOf(sentence)).toEqual(['4 + 3 = 7', '2 + 6 = 8', '7 and 8 are not the same.']);
  });
});

describe('every item of every objective', () => {
  it.each(arithmeticObjectives)('$id: has a worked answer that holds', (objective) => {
    for (const item of itemsOf(objective)) {
      const { tokens, steps } = explainItem(item);
      const middle = tokens.indexOf('=');
      const sides = [tokens.slice(0, middle), tokens.slice(middle + 1)].map(sideOf);
      const isTrue = sides[0] === sides[1];
      expect(isTrue).toBe(accepted(item.answer) !== 'false');
      expect(tokens).not.toContain('_');
      expect(tokens.length).toBeGreaterThanOrEqual(5);
      expect(steps.flatMap((step) => Object.values(step))).not.toContain('');
    }
  });

  it.each(arithmeticObjectives)(
    '$id: is read aloud in both languages without its answer',
    (objective) => {
      for (const item of itemsOf(objective)) {
        const shown = item.identity.match(/\d+/gu) ?? [];
        for (const language of ['en', 'es'] as const) {
          const said = speakItem(item, language);
          expect(said).not.toMatch(/undefined|_|[+×÷]/u);
          // What is said are the numbers that are shown. (One of them may be equal to the answer: 8 − 4.)
          expect((said.match(/\d+/gu) ?? []).toSorted()).toEqual([...shown].toSorted());
        }
      }
    },
  );
});

function itemsOf(objective: CheckedObjective): readonly Item[] {
  const form = formOfObjective(objective, 'aloud', []);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value.items;
}

/** The value of one side of a sentence with at most one kind of sign. */
function sideOf(side: readonly Token[]): number {
  const [first = 0, ...rest] = side;
  let value = Number(first);
  for (let i = 0; i < rest.length; i += 2) {
    const n = Number(rest[i + 1]);
    value = rest[i] === '+' ? value + n : rest[i] === '−' ? value - n : value * n;
  }
  return value;
}
