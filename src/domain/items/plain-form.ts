import type { Language } from '../kernel/local-text.ts';
import { fault, ok, type Fault, type Result } from '../kernel/result.ts';
import type { Objective } from '../model/course.ts';
import { typedWriting } from './digits-text.ts';
import { gradeForm, gradeItem, keyOfPlace, type Verdict } from './grade.ts';
import { accepted } from './graders.ts';
import type { AnswerKind, Item } from './item.ts';
import { scoreRuleOf } from '../rules/score-rule.ts';
import { formOfObjective } from './objective-form.ts';
import { plainOption, plainPrompt } from './plain-prompt.ts';
import { rightAnswer } from './right-answer.ts';

/** One question as plain data, for people and programs that check it. */
export interface PlainItem {
  /** All that is seen, in lines of text. */
  readonly prompt: string;
  readonly answerKind: AnswerKind;
  /** Right answers as they would be typed; of a fraction every equal one is right as well, where its form is not asked for. */
  readonly accepted: readonly string[];
  readonly tags: readonly string[];
  /** Of a choice: the answer is one of these ids. */
  readonly options?: readonly { readonly id: string; readonly text: string }[];
}

export interface PlainForm {
  readonly objective: string;
  readonly family: string;
  readonly version: number;
  readonly seed: string;
  readonly locale: Language;
  readonly rule: PlainRule;
  readonly items: readonly PlainItem[];
}

interface PlainRule {
  readonly correct: number;
  readonly of: number;
  readonly minutes: number | null;
}

export interface PlainGrade {
  readonly objective: string;
  readonly seed: string;
  readonly results: readonly {
    readonly item: number;
    readonly answer: string;
    readonly verdict: Verdict;
    /** Known mistakes that give this wrong answer. */
    readonly tags: readonly string[];
  }[];
  readonly correct: number;
  readonly of: number;
  readonly needed: number;
  /** By the number of right answers: a list of answers knows no time. */
  readonly met: boolean;
}

type Checked = Pick<Objective, 'id' | 'rule' | 'check'>;

/** The first form of an objective for this seed, as the app builds it. Faults as `formOfObjective`. */
export function plainForm(
  objective: Checked,
  seed: string,
  locale: Language,
): Result<PlainForm, Fault> {
  const form = formOfObjective(objective, seed, []);
  if (!form.ok) return form;
  const score = scoreRuleOf(objective.rule);
  if (objective.check === undefined || score === null)
    return fault('form.no-check', undefined, objective.id);
  const { family, version } = objective.check;
  const { correct, of, minutes = null } = score;
  return ok({
    objective: objective.id,
    family,
    version,
    seed,
    locale,
    rule: { correct, of, minutes },
    items: form.value.items.map((item) => plainItem(item, locale)),
  });
}

/** An item as plain data in one language. */
export function plainItem(item: Item, language: Language): PlainItem {
  const { answer } = item;
  return {
    prompt: plainPrompt(item, language),
    answerKind: answer.kind,
    accepted: writingsOf(item, language),
    tags: item.tags,
    ...(answer.kind === 'choice'
      ? { options: answer.options.map((one) => ({ id: one.id, text: plainOption(one, language) })) }
      : {}),
  };
}

function writingsOf(item: Item, language: Language): string[] {
  const { answer } = item;
  const typed = rightAnswer(answer);
  const isDecimal = answer.kind === 'decimal' || answer.kind === 'money';
  const all = [typed, ...(isDecimal ? [typedWriting(typed, language)] : []), accepted(answer)];
  // An amount in cents is how a reading is written, and no answer in a box for dollars.
  return [...new Set(all)].filter((raw) => gradeItem(item, raw).verdict === 'right');
}

/**
 * Grades answers in the order of the form, as the server grades them. Faults as `formOfObjective`, and `form.too-many-answers`
 * (how many there are in `detail`); items at the end without an answer are blank.
 */
export function plainGrade(
  objective: Checked,
  seed: string,
  answers: readonly string[],
): Result<PlainGrade, Fault> {
  const form = formOfObjective(objective, seed, []);
  if (!form.ok) return form;
  if (answers.length > form.value.items.length)
    return fault('form.too-many-answers', undefined, `${answers.length}`);
  const keyed = answers.map((raw, place) => ({ key: keyOfPlace(place), raw }));
  const { results, correct, of } = gradeForm(form.value, keyed);
  const needed = scoreRuleOf(objective.rule)?.correct ?? of;
  return ok({
    objective: objective.id,
    seed,
    results: results.map(({ raw, verdict, tags }, place) => ({
      item: place + 1,
      answer: raw,
      verdict,
      tags,
    })),
    correct,
    of,
    needed,
    met: correct >= needed,
  });
}
