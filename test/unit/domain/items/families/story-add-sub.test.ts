import { describe, expect, it } from 'vitest';
import { holdFamily } from '#test/support/hold-family.ts';
import { itemsWith, storyText } from '#test/support/story-pages.ts';

const numbersIn = (text: string): number[] => (text.match(/\d+(?:\.\d+)?/gu) ?? []).map(Number);

/** What happens in a story, by its verbs. */
const COMES = /\bmore\b.*\.|came|added|put|drew/u;
const GOES = /away|took|planted|used|handed|went back/u;

holdFamily({
  family: 'story-add-sub',
  many: true,
  valuesOf: (identity, row): Record<string, number> => {
    const [, type = '', x = '', sign = '', y = '', , z = ''] =
      /^([a-z-]+) (_|\d+)([+-])(_|\d+)(=(\d+))? s\d+$/u.exec(identity) ?? [];
    const op = sign === '+' ? 1 : -1;
    const a = x === '_' ? Number(z) - op * Number(y) : Number(x);
    const b = y === '_' ? op * (Number(z) - a) : Number(y);
    const typeCode = ['add-to', 'compare-more'].includes(type) ? 1 : 2;
    return {
      a,
      b,
      ...(row.constraints.includes('op in') ? { op } : {}),
      ...(row.constraints.includes('type in') ? { type: typeCode } : {}),
    };
  },
  // From the English words alone: the two numbers, what happens, and what the question asks.
  solve: (item) => {
    const story = storyText(item, 'en');
    const [x = 0, y = 0, ...more] = numbersIn(story).map((n) =>
      story.includes('$') ? Math.round(n * 100) : n,
    );
    if (more.length > 0) throw new Error(`more than two numbers: ${story}`);
    const question = story.slice(story.slice(0, -1).lastIndexOf('.') + 2);
    const events = story.slice(0, story.indexOf(question));
    if (/at first/u.test(question)) return String(GOES.test(events) ? x + y : y - x);
    if (/Now there/u.test(events)) return String(Math.abs(x - y));
    if (/how (?:many|much) (?:more|fewer)/iu.test(question)) return String(Math.abs(x - y));
    if (/are left/u.test(question)) return String(x - y);
    if (/in all|together/u.test(question)) return String(x + y);
    if (!question.endsWith('now?') || !COMES.test(events))
      throw new Error(`what happens? ${story}`);
    return String(x + y);
  },
});

describe('the mistakes that a story invites', () => {
  const trapsOf = (id: string, a: number, b: number): string[] =>
    (itemsWith(id, { a: { in: [a] }, b: { in: [b] } })[0]?.traps ?? []).map(
      ({ tag, value }) => `${tag} ${value}`,
    );

  it('adding where the story takes away, and a word that misleads', () => {
    expect(trapsOf('wp-sub-within-20', 12, 7)).toEqual([
      'wrong-operation 19',
      'copied-a-number 12',
      'copied-a-number 7',
      'smaller-from-larger 15',
    ]);
    expect(trapsOf('wp-compare-within-20', 18, 9)).toContain('keyword-trap 27');
    expect(trapsOf('wp-start-unknown', 12, 8)).toContain('keyword-trap 4');
  });

  it('a forgotten carry, and a point in the wrong place', () => {
    const added = itemsWith('wp-add-sub-100', { a: { in: [58] }, b: { in: [27] }, ops: [1] });
    expect(added[0]?.traps).toContainEqual({ tag: 'forgot-to-carry', value: '75' });
    const money = itemsWith('wp-decimal-money', { a: { in: [3205] }, b: { in: [1890] }, ops: [1] });
    expect(money[0]?.traps).toContainEqual({ tag: 'decimal-point', value: '50950' });
  });
});
