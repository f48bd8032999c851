import { expect, test } from 'vitest';
import { builtInCourses } from '#content/courses.ts';
import { differenceSteps, productSteps, sumSteps } from '#domain/items/explain-facts.ts';
import { workedAnswer } from '#domain/items/family.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { assert } from '#domain/kernel/assert.ts';

const checked = builtInCourses().flatMap(({ objectives }) =>
  objectives.filter(({ check }) => check !== undefined),
);

test('no mistake is looked at without a way to its answer: every objective, twelve forms', () => {
  const empty = new Set<string>();
  for (const objective of checked) {
    for (let seed = 0; seed < 12; seed += 1) {
      const form = formOfObjective(objective, `seed ${seed}`, []);
      assert(form.ok, `a form of ${objective.id}`);
      for (const item of form.value.items)
        if (workedAnswer(item).length === 0) empty.add(`${objective.id} ${item.identity}`);
    }
  }
  expect([...empty]).toEqual([]);
});

/** From left to right, as a child reads it: no line mixes signs of different strength. */
function evaluate(text: string): number {
  const [first = '', ...rest] = text.trim().split(/\s+/u);
  let value = Number(first);
  for (let i = 0; i < rest.length; i += 2) {
    const next = Number(rest[i + 1]);
    if (rest[i] === '+') value += next;
    else if (rest[i] === '−') value -= next;
    else value *= next;
  }
  return value;
}

/** What is wrong with the lines: an equation that is not true, or no word of the answer. */
function faultsOf(
  steps: readonly { readonly en: string; readonly es: string }[],
  answer: number,
): string[] {
  const untrue = steps.flatMap(({ en }) => {
    const [, left, right] = /(?:^|: )([\d +−×]+) = (\d+)$/u.exec(en) ?? [];
    return left === undefined || evaluate(left) === Number(right) ? [] : [en];
  });
  const named = new RegExp(`(?<!\\d)${answer}(?!\\d)|itself|mismo`, 'u');
  const unnamed = (['en', 'es'] as const).flatMap((language) => {
    const all = steps.map((step) => step[language]).join(' ');
    return named.test(all) ? [] : [`${answer}: ${all}`];
  });
  return [...untrue, ...unnamed];
}

test('facts are worked out truly, all of them', () => {
  const faults: string[] = [];
  for (let a = 0; a <= 30; a += 1) {
    for (let b = 0; b <= 30; b += 1) {
      faults.push(...faultsOf(sumSteps(a, b), a + b));
      faults.push(...faultsOf(sumSteps(a * 10, b * 10), (a + b) * 10));
      if (b <= a) faults.push(...faultsOf(differenceSteps(a, b), a - b));
      if (b <= a) faults.push(...faultsOf(differenceSteps(a * 10, b * 10), (a - b) * 10));
      if (Math.max(a, b) > 12) continue;
      for (const power of [1, 10, 100])
        faults.push(...faultsOf(productSteps(a, b * power), a * b * power));
    }
  }
  expect(faults).toEqual([]);
});

test.each([
  [sumSteps(7, 6), ['7 + 3 = 10', '10 + 3 = 13']],
  [sumSteps(3, 5), ['Begin at 5 and count on: 6, 7, 8.']],
  [sumSteps(27, 15), ['20 + 10 = 30', '7 + 5 = 12', '30 + 12 = 42']],
  [differenceSteps(12, 8), ['12 − 2 = 10', '10 − 6 = 4']],
  [productSteps(7, 8), ['5 × 7 = 35', '3 × 7 = 21', '35 + 21 = 56']],
  [productSteps(8, 80), ['8 × 8 = 64', 'Times 10: write one zero at the end, 640.']],
])('as a teacher would: %j', (steps, lines) => {
  expect(steps.map(({ en }) => en)).toEqual(lines);
});
