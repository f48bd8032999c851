/** What making and grading a check costs, for every objective that has one: the same code on the server and in a browser. */
import { builtInCourses } from '#content/courses.ts';
import { candidatesOf } from '#domain/items/candidates.ts';
import { familyOf } from '#domain/items/families.ts';
import { gradeForm, keyOfPlace } from '#domain/items/grade.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { rightAnswer } from '#domain/items/right-answer.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { Objective } from '#domain/model/course.ts';

export interface FormTimes {
  /** Items made and graded in a second, over all objectives. */
  readonly itemsPerSecond: number;
  /** Ms to read and list the row of an objective for the first time, one per objective. */
  readonly firstMs: readonly number[];
  /** Ms to make one form and grade it, one per objective. */
  readonly formMs: readonly number[];
}

/** @param forms of every objective @param now a clock in ms */
export function timeForms(forms: number, now: () => number): FormTimes {
  const objectives = builtInCourses()
    .flatMap((course) => course.objectives)
    .filter(({ check }) => check !== undefined);
  const firstMs = objectives.map((objective) => {
    const from = now();
    listRow(objective);
    return now() - from;
  });
  let items = 0;
  const formMs = objectives.map((objective) => {
    // What is remembered of a row is made before the clock starts.
    makeAndGrade(objective, 'before');
    const from = now();
    for (let i = 0; i < forms; i += 1) items += makeAndGrade(objective, `seed ${i}`);
    return (now() - from) / forms;
  });
  const seconds = (forms * formMs.reduce((sum, ms) => sum + ms, 0)) / 1000;
  return { itemsPerSecond: Math.round(items / seconds), firstMs, formMs };
}

function listRow({ check }: Objective): void {
  assert(check !== undefined, 'only objectives with a check');
  const family = familyOf(check.family, check.version);
  assert(family.ok, 'a family of a built-in course');
  const source = family.value.parse(check.params);
  assert(source.ok, 'a row of a built-in course');
  candidatesOf(source.value);
}

/** @returns how many items were graded as right: all of them */
function makeAndGrade(objective: Objective, seed: string): number {
  const made = formOfObjective(objective, seed, []);
  assert(made.ok, 'a form of a built-in course');
  const form = made.value;
  const answers = form.items.map((item, place) => ({
    key: keyOfPlace(place),
    raw: rightAnswer(item.answer),
  }));
  const { correct, of } = gradeForm(form, answers);
  assert(correct === of, `the right answer is right: ${objective.id}`);
  return correct;
}
