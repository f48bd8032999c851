/** One question of a check as a child meets it, without a check around it. */
import { builtInCourses } from '#content/courses.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { assert } from '#domain/kernel/assert.ts';
import { asId, type CourseId, type EventId, type StudentId } from '#domain/model/ids.ts';
import type { CheckDraft } from '#data/services.ts';
import { QuestionView } from '#features/check/question-view.tsx';
import { openCheck } from '#state/check-store.ts';
import { fakeServices } from '#test/support/fake-services.ts';

export interface OneQuestionProps {
  readonly objective: string;
  readonly seed: string;
  readonly place: number;
  /** With the bar of the time above it. */
  readonly isTimed?: boolean;
}

const { services } = fakeServices();
const noop = () => {};
const now = () => ({ mono: 0, wall: 0 });

export function OneQuestion({ objective: id, seed, place, isTimed = false }: OneQuestionProps) {
  const objective = builtInCourses()
    .flatMap(({ objectives }) => objectives)
    .find((one) => one.id === id);
  assert(objective !== undefined, `an objective ${id}`);
  const form = formOfObjective(objective, seed, []);
  assert(form.ok, `a form of ${id}`);
  const setup = { form: form.value, limitMs: 180_000 };
  const work = {
    answers: form.value.items
      .slice(0, place)
      .map((_, i) => ({ key: String(i + 1), raw: '1', ms: 4000 })),
    position: place,
    entry: '',
    activeMs: 60_000,
    absences: [],
    locked: [],
    rapid: 0,
  };
  const draft: CheckDraft = {
    id: asId<EventId>('item'),
    student: asId<StudentId>('child'),
    course: asId<CourseId>('course'),
    objective: objective.id,
    rev: objective.rev,
    form: { generator: '', version: 1, seed, avoid: [], hash: form.value.hash },
    ...work,
    supports: [],
    identifiedBy: 'secret',
    purpose: 'mastery',
    occasion: '',
    startedAt: 0,
    updatedAt: 0,
  };
  const check = openCheck(draft, setup, { drafts: services.drafts, now }, false);
  return (
    <QuestionView
      opened={{
        draft,
        setup,
        objective,
        timeFactor: 1,
        showsTimer: false,
        asksHowSure: false,
        isRead: false,
        directionsOnly: false,
        check,
      }}
      state={{
        phase: 'running',
        work,
        clock: now(),
        touched: 0,
        lookAgain: false,
        rapid: 0,
        offered: false,
      }}
      saved="saved"
      send={noop}
      timer={isTimed ? { isHidden: false, onToggle: noop } : null}
      onNotMe={noop}
    />
  );
}
