import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { builtInCourses } from '#content/courses.ts';
import { ServicesProvider } from '#data/services-context.tsx';
import { activate } from '#ui/i18n/i18n.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';
import { fakeServices } from '#test/support/fake-services.ts';
import { itemsOfEveryLook, type ItemPlace } from '#test/support/items-of-every-look.ts';
import { OneQuestion } from '#test/support/one-question.tsx';
import '#ui/styles/index.css';

const { services } = fakeServices();
const PLACES = itemsOfEveryLook();

afterEach(cleanup);

/** How many px of the question stand below the edge of a screen of 360 x 800. */
async function belowTheEdge(place: ItemPlace): Promise<number> {
  const { unmount } = render(
    <UiProvider>
      <ServicesProvider services={services}>
        <OneQuestion {...place} isTimed />
      </ServicesProvider>
    </UiProvider>,
  );
  await document.fonts.ready;
  expect(document.querySelectorAll('main button').length).toBeGreaterThan(1);
  const { scrollHeight, clientHeight } = document.documentElement;
  unmount();
  return scrollHeight - clientHeight;
}

test('every family of questions is among those that are looked at', () => {
  const asked = builtInCourses().flatMap(({ objectives }) =>
    objectives.flatMap(({ check }) => (check === undefined ? [] : [check.family])),
  );
  expect(new Set(PLACES.map(({ family }) => family))).toEqual(new Set(asked));
});

test.each(['en', 'es'] as const)(
  'on a phone of 360 x 800 a question, its answer and all keys are in sight at once, whatever the family (%s)',
  async (language) => {
    await page.viewport(360, 800);
    await activate(language);
    const scrolls: string[] = [];
    for (const place of PLACES) {
      const { family, objective, seed } = place;
      const below = await belowTheEdge(place);
      if (below > 0) scrolls.push(`${family}, ${objective} ${seed}.${place.place}: ${below} px`);
    }
    expect(scrolls).toEqual([]);
  },
);

test('what is too high is noticed: on a lower screen every question has to be scrolled', async () => {
  await page.viewport(360, 480);
  await activate('en');
  for (const place of PLACES.slice(0, 5)) expect(await belowTheEdge(place)).toBeGreaterThan(0);
});
