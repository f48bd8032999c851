/** One item of a check as the child sees it: as a question, or looked at afterwards. `window.show` is called from outside. */
import '#ui/styles/index.css';
import { createRoot } from 'react-dom/client';
import { builtInCourses } from '#content/courses.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { assert } from '#domain/kernel/assert.ts';
import { ServicesProvider } from '#data/services-context.tsx';
import { MistakeView } from '#features/check/mistake-view.tsx';
import { activate } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import { fakeServices } from '#test/support/fake-services.ts';
import { OneQuestion } from '#test/support/one-question.tsx';

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
  const hearing = { isRead: false, directionsOnly: false, draft: { supports: [] } };
  return (
    <MistakeView item={item} given={given} number={1} of={2} hearing={hearing} onNext={noop} />
  );
}

window.show = async (one) => {
  await activate(one.language);
  const name = JSON.stringify(one);
  root.render(
    <UiProvider key={name}>
      <ServicesProvider services={services}>
        {one.as === 'question' ? <OneQuestion {...one} /> : <MistakeOf {...one} />}
      </ServicesProvider>
    </UiProvider>,
  );
};
