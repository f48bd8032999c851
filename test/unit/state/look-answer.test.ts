import { expect, test } from 'vitest';
import { LOOK_ITEMS } from '#domain/mastery/retention-score.ts';
import { accepted } from '#domain/items/graders.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import type { Work } from '#state/check-work.ts';
import { isLookOver } from '#state/look-answer.ts';
import { firstCheck } from '#test/support/server-class.ts';

const made = formOfObjective(firstCheck().objective, 'look', [], { count: LOOK_ITEMS });
if (!made.ok) throw new Error(made.error.code);
const form = made.value;
const [first] = form.items;

function work(position: number, ...raws: string[]): Work {
  const answers = raws.map((raw, i) => ({ key: String(i + 1), raw, ms: 1000 }));
  return { answers, position, entry: '', activeMs: 0, absences: [], locked: [], rapid: 0 };
}

test('one right answer is enough; a miss, or "I do not know", brings the second question; then it is over', () => {
  const right = first === undefined ? '' : accepted(first.answer);
  expect(isLookOver(work(0), form)).toBe(false);
  expect(isLookOver(work(1, right), form)).toBe(true);
  expect(isLookOver(work(1, '99999'), form)).toBe(false);
  expect(isLookOver(work(1, ''), form)).toBe(false);
  expect(isLookOver(work(2, '99999', '99999'), form)).toBe(true);
  expect(isLookOver(work(2, '', ''), form)).toBe(true);
});
