import { describe, expect, it } from 'vitest';
import { decimalText } from '#domain/items/read-decimal.ts';
import { holdFamily } from '#test/support/hold-family.ts';
import { itemsWith, storyText } from '#test/support/story-pages.ts';

/** A form's shape as people read it in an identity, with the letters of its numbers in their order. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^(\d+)\+(\d+)-(\d+)$/u, 'abc'],
  [/^(\d+)-(\d+)\+(\d+)$/u, 'abc'],
  [/^(\d+)-(\d+)-(\d+)$/u, 'abc'],
  [/^(\d+)\*(\d+)\+(\d+)$/u, 'abc'],
  [/^(\d+)\*(\d+)-(\d+)$/u, 'abc'],
  [/^(\d+)-(\d+)\*(\d+)$/u, 'cab'],
  [/^(\d+)\*(\d+)\/(\d+)$/u, 'abc'],
  [/^(\d+)\/(\d+)\+(\d+)$/u, 'cba'],
  [/^\((\d+)-(\d+)\)\/(\d+)$/u, 'cab'],
  [/^(\d+)-\((\d+)\*(\d+)\+(\d+)\)$/u, 'cauv'],
  [/^\((\d+)\*(\d+)-(\d+)\)\/(\d+)$/u, 'auvb'],
  [/^(\d+)\*(\d+)\+(\d+)\*(\d+)$/u, 'aubv'],
  [/^\((\d+)\+(\d+)\)\*(\d+)-(\d+)$/u, 'abuv'],
];
/** The place of the first shape of each objective. */
const FIRST: Readonly<Record<string, number>> = {
  'wp-two-step-100': 0,
  'wp-two-step-four-ops': 3,
  'wp-multi-step': 9,
};

/** Numbers of a sentence; those with a point or a dollar sign in hundredths. */
function numbersIn(sentence: string): number[] {
  return (sentence.match(/\$?\d+(?:\.\d+)?/gu) ?? []).map((text) =>
    /[$.]/u.test(text) ? Math.round(Number(text.replace('$', '')) * 100) : Number(text),
  );
}

const sentencesOf = (story: string): string[] => story.split(/(?<=[.?]) (?=\S)/u);

/** Whole numbers: sentence after sentence, as a child would act it out with counters. */
function actOut(story: string): number {
  let value = 0;
  for (const sentence of sentencesOf(story)) {
    const [x, y] = numbersIn(sentence);
    if (x === undefined) continue;
    if (/ with \d+ /u.test(sentence) && y !== undefined) value = x * y;
    else if (sentence.startsWith('There')) value = x;
    else if (sentence.endsWith('each.') && y !== undefined) value -= x * y;
    else if (sentence.includes('shared equally')) value = y === undefined ? value / x : x / y;
    else value += sentence.includes('more') ? x : -x;
  }
  return value;
}

/** Amounts: which of the four kinds of story it is can be seen in its question. */
function workOut(story: string): number {
  const numbers = numbersIn(story);
  const [p = 0, q = 0, r = 0, s = 0] = numbers;
  if (numbers.length !== 4) throw new Error(story);
  if (story.includes('change')) return s - q - p * r;
  if (story.includes('pay?')) return (q * r - s) / p;
  if (story.includes('left?')) return p * q + p * r - s;
  return p * q + r * s;
}

holdFamily({
  family: 'story-steps',
  many: true,
  // One form at a time: numbers that fit one of them seldom fit the others.
  narrow: ({ form = 1 }, { params }) => {
    const { forms } = JSON.parse(params) as { readonly forms: readonly string[] }; // the table's own column
    return { forms: [forms[form - 1]] };
  },
  valuesOf: (identity, row) => {
    const [shape = ''] = identity.split(' ');
    const place = SHAPES.findIndex(([pattern]) => pattern.test(shape));
    const [pattern, letters = ''] = SHAPES[place] ?? [];
    const found = pattern?.exec(shape)?.slice(1).map(Number) ?? [];
    // Letters that a form does not use stand at their first value.
    const unused: Record<string, number> = row.id === 'wp-multi-step' ? { b: 2, c: 20 } : {};
    const own = Object.fromEntries(letters.split('').map((letter, i) => [letter, found[i] ?? 0]));
    return { ...unused, ...own, form: place - (FIRST[row.id] ?? 0) + 1 };
  },
  solve: (item) => {
    const story = storyText(item, 'en');
    return item.answer.kind === 'decimal'
      ? decimalText(workOut(story), 100)
      : String(actOut(story));
  },
});

describe('the mistakes that a story of several steps invites', () => {
  const trapsOf = (id: string, numbers: Record<string, unknown>): string[] =>
    (itemsWith(id, numbers)[0]?.traps ?? []).map(({ tag, value }) => `${tag} ${value}`);

  it('stopping after the first step, leaving out a number, taking the steps in another order', () => {
    const traps = trapsOf('wp-two-step-four-ops', {
      forms: ['c-a*b'],
      a: { in: [4] },
      b: { in: [6] },
      c: { in: [50] },
    });
    expect(traps).toEqual([
      'first-step-only 24',
      'wrong-operation 74',
      'wrong-operation 40',
      'ignored-a-number 46',
      'ignored-a-number 44',
      'order 276',
    ]);
  });

  it('a point in the wrong place', () => {
    const traps = trapsOf('wp-multi-step', {
      forms: ['a*u+b*v'],
      a: { in: [3] },
      b: { in: [4] },
      u: { in: [125] },
      v: { in: [250] },
    });
    expect(traps).toContain('first-step-only 3.75');
    expect(traps).toContain('decimal-point 137.5');
    expect(traps).toContain('decimal-point 1.375');
  });
});
