/** One item of a check as the child sees it: as a question, or looked at afterwards. `window.show` is called from outside. */
import '#ui/styles/index.css';
import { createRoot } from 'react-dom/client';
import { builtInCourses } from '#content/courses.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { assert } from '#domain/kernel/assert.ts';
import { asId, type CourseId, type EventId, type StudentId } from '#domain/model/ids.ts';
import { ServicesProvider } from '#data/services-context.tsx';
import type { CheckDraft } from '#data/services.ts';
import { MistakeView } from '#features/check/mistake-view.tsx';
import { QuestionView } from '#features/check/question-view.tsx';
import { openCheck } from '#state/check-store.ts';
import { activate } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import { fakeServices } from '#test/support/fake-services.ts';

export interface ItemToShow {
  readonly objective: string;
  readonly seed: string;
  readonly place: number;
  readonly language: 'en' | 'es';
  readonly as: 'question' | 'mistake';
}

declare global {
  interface Window {
    show: (one: ItemToShow) => Promise<void>;
  }
}

const { services } = fakeServices();
const element = document.querySelector('#root');
assert(element !== null, 'the page has a root');
const root = createRoot(element);
const noop = () => {};
const now = () => ({ mono: 0, wall: 0 });

function QuestionOf({ objective: id, seed, place }: ItemToShow) {
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
      timer={null}
      onNotMe={noop}
    />
  );
}

function MistakeOf({ objective: id, seed, place }: ItemToShow) {
  const objective = builtInCourses()
    .flatMap(({ objectives }) => objectives)
    .find((one) => one.id === id);
  assert(objective !== undefined, `an objective ${id}`);
  const form = formOfObjective(objective, seed, []);
  const item = form.ok ? form.value.items[place] : undefined;
  assert(item !== undefined, `an item of ${id}`);
  // Values of the error list of an amount are cents, whatever the box asks for.
  const wrong = item.traps.at(0)?.value ?? '';
  const inDollars = item.answer.kind === 'money' && item.answer.entry === 'dollars';
  const given = inDollars ? (Number(wrong) / 100).toFixed(2) : wrong;
  return <MistakeView item={item} given={given} number={1} of={2} onNext={noop} />;
}

window.show = async (one) => {
  await activate(one.language);
  const name = JSON.stringify(one);
  root.render(
    <UiProvider key={name}>
      <ServicesProvider services={services}>
        {one.as === 'question' ? <QuestionOf {...one} /> : <MistakeOf {...one} />}
      </ServicesProvider>
    </UiProvider>,
  );
};
