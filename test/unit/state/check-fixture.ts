import { builtInCourses } from '#content/courses.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import type { Form } from '#domain/items/form.ts';
import { accepted } from '#domain/items/graders.ts';
import { assert } from '#domain/kernel/assert.ts';
import { asId, type EventId, type StudentId } from '#domain/model/ids.ts';
import type { CheckDraft } from '#data/services.ts';
import type { Moment } from '#state/check-clock.ts';
import type { CheckSetup } from '#state/check-machine.ts';

const course = builtInCourses().find(({ objectives }) =>
  objectives.some(({ title }) => title.en === 'Multiply two one-digit numbers'),
);
const found = course?.objectives.find(({ title }) => title.en === 'Multiply two one-digit numbers');
assert(course !== undefined && found !== undefined, 'the course with the check of the story');

export const theCourse = course;
/** "Multiply two one-digit numbers": 10 items, 9 needed, 3 minutes. */
export const theObjective = found;

export function aForm(seed = 'a seed'): Form {
  const form = formOfObjective(theObjective, seed, []);
  assert(form.ok, 'a form of the objective');
  return form.value;
}

export const aSetup = (): CheckSetup => ({ form: aForm(), limitMs: 180_000 });

/** What is right at a place (from 0). */
export function rightAt(form: Form, place: number): string {
  const item = form.items[place];
  assert(item !== undefined, 'the form has this item');
  return accepted(item.answer);
}

export const at = (ms: number): Moment => ({ mono: ms, wall: 1_800_000_000_000 + ms });

export function aDraft(overrides: Partial<CheckDraft> = {}): CheckDraft {
  const form = aForm();
  return {
    id: asId<EventId>('event-1'),
    student: asId<StudentId>('ana'),
    course: theCourse.id,
    objective: theObjective.id,
    rev: theObjective.rev,
    form: { generator: 'multiply', version: 1, seed: 'a seed', avoid: [], hash: form.hash },
    answers: [],
    position: 0,
    entry: '',
    activeMs: 0,
    absences: [],
    supports: [],
    identifiedBy: 'secret',
    purpose: 'mastery',
    occasion: '2027-01-15',
    startedAt: at(0).wall,
    updatedAt: at(0).wall,
    ...overrides,
  };
}
