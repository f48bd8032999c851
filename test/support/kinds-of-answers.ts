/** One item of every kind of answer, and how it is answered: on our own keys, and on a hardware keyboard. */
import { builtInCourses } from '#content/courses.ts';
import { decimalMark } from '#domain/items/digits-text.ts';
import type { AnswerSpec, Item } from '#domain/items/item.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { speakItem } from '#domain/items/speak-item.ts';
import { shownOption } from '#domain/items/shown.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { Language } from '#domain/kernel/local-text.ts';

/** As children meet them: a mixed number and a fraction, cents and dollars, pictures and words are typed or chosen differently. */
export type AnswerSort =
  | Exclude<AnswerSpec['kind'], 'fraction' | 'money' | 'choice'>
  | 'fraction'
  | 'mixed'
  | 'cents'
  | 'dollars'
  | 'words'
  | 'pictures';

function sortOf({ answer }: Item): AnswerSort {
  switch (answer.kind) {
    case 'fraction':
      return answer.whole ? 'mixed' : 'fraction';
    case 'money':
      return answer.entry;
    case 'choice':
      return answer.options.some(({ figure }) => figure !== undefined) ? 'pictures' : 'words';
    case 'integer':
    case 'decimal':
    case 'time':
    case 'remainder':
    case 'sign':
      return answer.kind;
  }
}

/** No objective asks for a pair yet. */
const REMAINDER: Item = {
  identity: '17:5',
  twin: '17:5',
  prompt: [{ type: 'division', dividend: 17, divisor: 5 }],
  answer: { kind: 'remainder', quotient: 3, remainder: 2 },
  tags: [],
  traps: [],
};

/** The first item of each sort in the courses that come with the app. */
export function oneOfEverySort(): ReadonlyMap<AnswerSort, Item> {
  const found = new Map<AnswerSort, Item>([['remainder', REMAINDER]]);
  for (const { objectives } of builtInCourses()) {
    for (const objective of objectives) {
      if (objective.check === undefined) continue;
      const form = formOfObjective(objective, 'one of every sort', []);
      assert(form.ok, `a form of ${objective.id}`);
      for (const item of form.value.items) {
        const sort = sortOf(item);
        // A mixed number with a whole part has every box filled.
        const isFull = sort !== 'mixed' || rightAnswer(item.answer).includes(' ');
        if (isFull && !found.has(sort)) found.set(sort, item);
      }
    }
  }
  return found;
}

/** Names of the keys to tap, one after another; for choices the names of their buttons. */
export function tapsFor(
  { answer }: Item,
  language: Language,
  words: (en: string) => string,
): string[] {
  if (answer.kind === 'choice') {
    const option = answer.options.find(({ id }) => id === answer.value);
    assert(option !== undefined, 'the right option is among them');
    return [shownOption(option, language).text];
  }
  const right = rightAnswer(answer);
  if (answer.kind === 'sign') return [right];
  return Array.from(right.replace(' R ', ' '), (char) => {
    if (char === '.') return words('Decimal point');
    return /\d/u.test(char) ? char : words('Next box');
  });
}

/** What is typed on a hardware keyboard, as a child of this language would. */
export function typedFor({ answer }: Item, language: Language): string {
  const right = rightAnswer(answer);
  if (answer.kind === 'choice') {
    const place = answer.options.findIndex(({ id }) => id === right);
    return `${'{ArrowDown}'.repeat(place + 1)} `;
  }
  if (answer.kind === 'remainder') return right.replace(' R ', 'r');
  return right.replace('.', decimalMark(language));
}

/** The story with the most words that the courses tell in a language, of a few forms of each objective. */
export function longestStory(language: Language): Item {
  let longest: Item | null = null;
  let most = 0;
  for (const { objectives } of builtInCourses()) {
    for (const objective of objectives.filter(({ id }) => id.startsWith('wp-'))) {
      for (let seed = 0; seed < 10; seed += 1) {
        const form = formOfObjective(objective, `story ${seed}`, []);
        assert(form.ok, `a form of ${objective.id}`);
        for (const item of form.value.items) {
          const { length } = speakItem(item, language);
          if (length > most) [longest, most] = [item, length];
        }
      }
    }
  }
  assert(longest !== null, 'the courses tell stories');
  return longest;
}
