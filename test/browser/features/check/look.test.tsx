import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { builtInCourses } from '#content/courses.ts';
import { accepted } from '#domain/items/graders.ts';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { LOOK_ITEMS } from '#domain/mastery/retention-score.ts';
import type { AnyDocument, StudentBody } from '#domain/model/documents.ts';
import type { CheckBody } from '#domain/model/event.ts';
import { forgetChild, identifyChild } from '#state/identified-child.ts';
import {
  classDocuments,
  idOf,
  NAMES,
  one,
  openTablet,
  theCourse,
  type Tablet,
  type TabletOptions,
} from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { checkEntry, progressOf } from '#test/support/staff-tablet.tsx';

afterEach(() => {
  cleanup();
  forgetChild();
});

const ADA = idOf('Ada Lind');
const PATH = `/student/${ADA}/look`;
const DAY = 86_400_000;
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Places of objectives whose answers are whole numbers: three of them were mastered nine days ago. */
const MASTERED = theCourse.objectives
  .flatMap(({ check }, position) =>
    check?.family === 'multiply' || check?.family === 'add-sub' ? [position] : [],
  )
  .slice(0, 3);

/** A course in which fractions are added. */
const fractionCourse = one(
  builtInCourses().filter(({ objectives }) =>
    objectives.some(({ check }) => check?.family === 'fraction-arithmetic'),
  ),
  'a course with fractions',
);

async function lookBack(options: TabletOptions = {}): Promise<Tablet> {
  identifyChild({ student: ADA, by: 'secret' });
  const shown = MASTERED.map((position) => ({
    position,
    entry: checkEntry(10),
    moment: Date.now() - 9 * DAY,
  }));
  const progress: AnyDocument = {
    key: `progress/${ADA}/${theCourse.id}`,
    kind: 'progress',
    body: progressOf(theCourse, shown),
  };
  const { more = [], ...rest } = options;
  return openTablet({
    documents: [...classDocuments(NAMES), progress, ...more],
    path: PATH,
    ...rest,
  });
}

/** What is right for the question on screen: the newest draft says which form it is. */
function right(tablet: Tablet, place: number): string {
  const draft = tablet.saves.at(-1);
  const objective = theCourse.objectives.find(({ id }) => id === draft?.objective);
  if (draft === undefined || objective === undefined) throw new Error('a look is open');
  const form = formOfObjective(objective, draft.form.seed, draft.form.avoid, { count: LOOK_ITEMS });
  const item = form.ok ? form.value.items[place] : undefined;
  return item === undefined ? '' : accepted(item.answer);
}
async function answer(digits: string): Promise<void> {
  await userEvent.keyboard(digits);
  await userEvent.keyboard('{Enter}');
}
const bodies = (tablet: Tablet): CheckBody[] =>
  tablet.appended.flatMap((event) => (event.kind === 'check' ? [event.body] : []));
const asks = (place: number) => page.getByText(`Do you still know it? ${place} of 3`);

test('one question each; a miss brings a second of the same and says nothing; every look is one result', async () => {
  await page.viewport(768, 1024);
  const tablet = await lookBack();
  await expect.element(asks(1)).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  await answer(right(tablet, 0));
  await expect.element(asks(2)).toBeVisible();
  await expect.poll(() => tablet.saves.at(-1)?.objective).not.toBe(bodies(tablet)[0]?.objective);
  await answer('99999');
  await expect.poll(() => tablet.saves.at(-1)?.position).toBe(1);
  await expect.element(asks(2)).toBeVisible();
  await answer(right(tablet, 1));
  await expect.element(asks(3)).toBeVisible();
  await expect.poll(() => tablet.saves.at(-1)?.position).toBe(0);
  await button("I don't know").click();
  await expect.poll(() => tablet.saves.at(-1)?.position).toBe(1);
  await answer('99998');
  await expect.element(page.getByText('Thank you for looking back!')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(bodies(tablet)).toMatchObject([
    { purpose: 'retention', claim: { correct: 1, of: 1 }, finished: true, form: { count: 2 } },
    { purpose: 'retention', claim: { correct: 1, of: 2 }, finished: true },
    { purpose: 'retention', claim: { correct: 0, of: 2 }, finished: true },
  ]);
  expect(page.getByText('Still there').elements()).toHaveLength(2);
  expect(page.getByText('We look again').elements()).toHaveLength(1);
  await button("Let's look at them").click();
  await expect.element(page.getByText('1 of 3')).toBeVisible();
  for (const name of ['Next', 'Next', 'Done looking']) await button(name).click();
  await button('Back to my work').click();
  expect(tablet.path()).toBe(`/student/${ADA}`);
});

test('"Not now" keeps the look open, and it begins there the next time; a reload loses nothing', async () => {
  await page.viewport(360, 800);
  const tablet = await lookBack({ language: 'es' });
  await expect.element(page.getByText('¿Todavía te acuerdas? 1 de 3')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await userEvent.keyboard('4');
  await expect.poll(() => tablet.saves.at(-1)?.entry).toBe('4');
  const first = one(tablet.saves, 'a saved look').id;
  tablet.reload(PATH);
  await expect.element(page.getByText('¿Todavía te acuerdas? 1 de 3')).toBeVisible();
  await expect.element(page.getByLabelText('Tu respuesta', { exact: true })).toHaveTextContent('4');
  expect(new Set(tablet.saves.map(({ id }) => id))).toEqual(new Set([first]));
  await button('Ahora no').click();
  expect(tablet.path()).toBe(`/student/${ADA}`);
  expect(tablet.appended).toEqual([]);
});

test('"I do not know" ends a look also where half a fraction was typed', async () => {
  await page.viewport(768, 1024);
  const position = fractionCourse.objectives.findIndex(
    ({ check }) => check?.family === 'fraction-arithmetic',
  );
  const fraction: AnyDocument = {
    key: `progress/${ADA}/${fractionCourse.id}`,
    kind: 'progress',
    body: progressOf(fractionCourse, [
      { position, entry: checkEntry(10), moment: Date.now() - 20 * DAY },
    ]),
  };
  const course: AnyDocument = {
    key: `course/${fractionCourse.id}`,
    kind: 'course',
    body: fractionCourse,
  };
  const tablet = await lookBack({ more: [course, fraction] });
  await expect.element(page.getByText('Do you still know it? 1 of 4')).toBeVisible();
  await userEvent.keyboard('3/');
  await expect.poll(() => tablet.saves.at(-1)?.entry).toBe('3/');
  await button("I don't know").click();
  await expect.poll(() => tablet.saves.at(-1)?.position).toBe(1);
  await button("I don't know").click();
  await expect.element(page.getByText('Do you still know it? 2 of 4')).toBeVisible();
  expect(bodies(tablet)).toMatchObject([{ claim: { correct: 0, of: 2 }, finished: true }]);
});

test('a look that another tab handed in leads back to my work', async () => {
  await page.viewport(768, 1024);
  const tablet = await lookBack();
  await expect.element(asks(1)).toBeVisible();
  const { id } = one(tablet.saves, 'a saved look');
  await tablet.services.drafts.finish(id, { claim: { correct: 1, of: 1 }, finished: true });
  await userEvent.keyboard('4');
  await expect.poll(tablet.path).toBe(`/student/${ADA}`);
  expect(bodies(tablet)).toHaveLength(1);
});

test('large text and contrast stay between two looks, at the end and over the mistakes, and go with the child', async () => {
  await page.viewport(768, 1024);
  const supports = ['large-text', 'high-contrast', 'spacing', 'reduced-motion'];
  const body: StudentBody = { name: 'Ada Lind', avatar: 'cat', stamps: { name: '0' }, supports };
  const ada: AnyDocument = { key: `student/${ADA}`, kind: 'student', body };
  const tablet = await lookBack({ more: [ada] });
  const { dataset } = document.documentElement;
  const all = { text: 'large', spacing: 'wide', motion: 'none', contrast: 'high' };
  const seen = new Set<string | undefined>();
  const watch = new MutationObserver(() => seen.add(dataset['text']));
  watch.observe(document.documentElement, { attributes: true });
  for (const place of [1, 2, 3]) {
    await expect.element(asks(place)).toBeVisible();
    expect(dataset).toMatchObject(all);
    await answer('99999');
    await expect.poll(() => tablet.saves.at(-1)?.position).toBe(1);
    await answer('99999');
  }
  await expect.element(page.getByText('Thank you for looking back!')).toBeVisible();
  expect(dataset).toMatchObject(all);
  expect(await axeFindings()).toEqual([]);
  await button("Let's look at them").click();
  await expect.element(page.getByText('1 of 6')).toBeVisible();
  expect(dataset).toMatchObject(all);
  watch.disconnect();
  expect([...seen]).not.toContain(undefined);
  cleanup();
  expect(dataset['text']).toBeUndefined();
});

test('where nothing is due there is nothing to do', async () => {
  identifyChild({ student: ADA, by: 'secret' });
  const tablet = await openTablet({ path: PATH });
  await expect.poll(tablet.path).toBe(`/student/${ADA}`);
});
