import { expect, test } from 'vitest';
import { builtInCourses } from '#content/courses.ts';
import { errorWords } from '#domain/items/error-words.ts';
import { gradeItem } from '#domain/items/grade.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';

const FORMS = 40;

/** Every tag that a wrong answer to an item of an objective can get, and the families that give it. */
function tagsOfAllFamilies(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (tag: string, family: string): void => {
    found.set(tag, (found.get(tag) ?? new Set()).add(family));
  };
  for (const { objectives } of builtInCourses()) {
    for (const objective of objectives) {
      const { check } = objective;
      if (check === undefined) continue;
      for (let i = 0; i < FORMS; i += 1) {
        const form = formOfObjective(objective, `tags ${i}`, []);
        if (!form.ok) throw new Error(`${objective.id}: ${form.error.code}`);
        for (const item of form.value.items) {
          for (const { tag } of item.traps) add(tag, check.family);
          const { answer } = item;
          if (answer.kind !== 'fraction') continue;
          const { num, den } = answer;
          const others = [
            `${num * 2}/${den * 2}`,
            `${num}/${den}`,
            `${Math.floor(num / den)} ${num % den}/${den}`,
          ];
          for (const raw of others)
            for (const tag of gradeItem(item, raw).tags) add(tag, check.family);
        }
      }
    }
  }
  return found;
}

test('every kind of error that any family knows has words in English and in Spanish', () => {
  const tags = tagsOfAllFamilies();
  expect(tags.size).toBeGreaterThan(150);
  expect([...tags.keys()]).toEqual(expect.arrayContaining(['not-simplest', 'typed-back']));
  const silent = [...tags].flatMap(([tag, families]) => {
    const words = errorWords(tag);
    const isSaid = words !== null && words.en !== '' && words.es !== '' && words.en !== words.es;
    return isSaid ? [] : [`${tag} (${[...families].join(', ')})`];
  });
  expect(silent).toEqual([]);
}, 120_000);

test('what is no tag has no words', () => {
  expect(errorWords('no-such-tag')).toBeNull();
  expect(errorWords('constructor')).toBeNull();
});
