import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { forgetChild } from '#state/identified-child.ts';
import { theCourse, theObjective, type Tablet } from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { ada, adaIsIn, mastered, missed, NOW, objectiveAt, targetAt } from './my-work-world.ts';

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  await page.viewport(768, 1024);
});
afterEach(() => {
  cleanup();
  forgetChild();
  vi.useRealTimers();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
/** Multiply two one-digit numbers: 3 minutes. */
const timedAt = theCourse.objectives.indexOf(theObjective);
const objective = objectiveAt(3);
const practice = `/student/${ada}/practice/${theCourse.id}/${objective.id}`;

/** Begins the check on screen and hands it in with so many right, as the device counts them. */
async function handIn(tablet: Tablet, correct: number): Promise<void> {
  await button('Start').click();
  await expect.poll(() => tablet.path()).toContain('/check/');
  const draft = tablet.saves.at(-1);
  if (draft === undefined) throw new Error('a check began');
  await tablet.services.drafts.finish(draft.id, { claim: { correct, of: 10 }, finished: true });
  tablet.reload(`/student/${ada}/objective/${theCourse.id}/${objective.id}`);
}

test('"I am ready to try" is one tap, is shown as said, and is taken back by the same tap', async () => {
  const tablet = await adaIsIn({ at: 3 });
  const ready = button('I am ready to try');
  await ready.click();
  await expect.element(ready).toHaveAttribute('aria-pressed', 'true');
  await expect.element(page.getByText('Your teacher will see that you are ready.')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  await button('Back').click();
  await expect.element(page.getByText('You are ready to try')).toBeVisible();
  tablet.reload(`/student/${ada}/objective/${theCourse.id}/${objective.id}`);
  await expect.element(ready).toHaveAttribute('aria-pressed', 'true');
  await ready.click();
  await expect.element(ready).toHaveAttribute('aria-pressed', 'false');
  const said = { kind: 'student.signal', about: `student/${ada}`, by: `student/${ada}` };
  expect(tablet.appended).toMatchObject([
    { ...said, body: { ...targetAt(3), signal: 'ready' } },
    { ...said, body: { ...targetAt(3), signal: 'none' } },
  ]);
});

test('"I would like help" takes the place of "I am ready to try", by keyboard too', async () => {
  const tablet = await adaIsIn({ at: 3 });
  await button('I am ready to try').click();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(button('I would like help')).toHaveAttribute('aria-pressed', 'true');
  await expect.element(button('I am ready to try')).toHaveAttribute('aria-pressed', 'false');
  expect(tablet.appended.map(({ body }) => 'signal' in body && body.signal)).toEqual([
    'ready',
    'help',
  ]);
});

test('what could not be kept is not shown as said', async () => {
  const tablet = await adaIsIn({ at: 3 });
  tablet.fail('append', 'leaving');
  await button('I would like help').click();
  await expect.element(page.getByText(/could not be kept/u)).toBeVisible();
  await expect.element(button('I would like help')).toHaveAttribute('aria-pressed', 'false');
});

test.each([
  [[], '9 of 10 right, in 3 minutes'],
  [['time-2'], '9 of 10 right, in 6 minutes'],
  [['untimed'], '9 of 10 right'],
  [['timer-hidden'], '9 of 10 right'],
])('what "got it" means speaks of the time this child has: %j', async (supports, words) => {
  await adaIsIn({ at: timedAt, supports });
  await expect.element(page.getByText(words, { exact: true })).toBeVisible();
});

test('after "not yet" the mistakes come first; looked at, they open the next try', async () => {
  const tablet = await adaIsIn({ at: 3 });
  await handIn(tablet, 4);
  await expect.element(page.getByText('First look at what went wrong.')).toBeVisible();
  expect(button('Start').elements()).toEqual([]);
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  // Nothing was answered in this one: each question is shown with its answer all the same.
  await button('Look at my mistakes').click();
  await expect.element(page.getByText('1 of 10', { exact: true })).toBeVisible();
  await expect.element(page.getByText('You left this one empty.')).toBeVisible();
});

test('the mistakes of the attempt are shown one by one, and the last one leads back to a Start', async () => {
  const tablet = await adaIsIn({ at: 3 });
  await button('Start').click();
  await expect.poll(() => tablet.path()).toContain('/check/');
  const draft = tablet.saves.at(-1);
  if (draft === undefined) throw new Error('a check began');
  const answers = Array.from({ length: 10 }, (_, i) => ({
    key: String(i + 1),
    raw: '99999',
    ms: 3000,
  }));
  await tablet.services.drafts.save({ ...draft, answers });
  await tablet.services.drafts.finish(draft.id, { claim: { correct: 0, of: 10 }, finished: true });
  tablet.reload(`/student/${ada}/objective/${theCourse.id}/${objective.id}`);
  await button('Look at my mistakes').click();
  for (let number = 1; number <= 10; number += 1) {
    await expect.element(page.getByText(`${number} of 10`, { exact: true })).toBeVisible();
    expect(number === 1 ? await axeFindings() : []).toEqual([]);
    await button(number < 10 ? 'Next' : 'Done looking').click();
  }
  await expect.element(button('Start')).toBeEnabled();
  expect(tablet.appended.at(-1)).toMatchObject({
    kind: 'attempt.review',
    by: `student/${ada}`,
    refs: [`event/${draft.id}`],
    body: targetAt(3),
  });
});

test('mistakes that are on another tablet are made good by practice', async () => {
  const tablet = await adaIsIn({ at: 3, happened: [missed(3, 30)] });
  await expect.element(page.getByText('First practice a little.')).toBeVisible();
  expect(button(/mistakes/u).elements()).toEqual([]);
  expect(await axeFindings()).toEqual([]);
  await button('Practice').click();
  expect(tablet.path()).toBe(practice);
  for (let over = 0; over < 3; over += 1) {
    await button('Show me how').click();
    await button('Next').click();
  }
  await button('Enough practice').click();
  tablet.reload(`/student/${ada}/objective/${theCourse.id}/${objective.id}`);
  await expect.element(button('Start')).toBeEnabled();
});

test('after two tries on one day it is tomorrow, with practice meanwhile; a teacher on this tablet opens it at once', async () => {
  const tablet = await adaIsIn({ at: 3, happened: [missed(3, 60), missed(3, 30)] });
  await expect.element(page.getByText('Tomorrow you can try again.')).toBeVisible();
  expect(button('Start').elements()).toEqual([]);
  await expect.element(button('Practice')).toBeEnabled();
  expect(await axeFindings()).toEqual([]);
  await tablet.services.append({
    kind: 'retake.allow',
    about: `student/${ada}`,
    body: targetAt(3),
  });
  await expect.element(button('Start')).toBeEnabled();
});

test('a check that could not begin says so, and the page stays', async () => {
  const tablet = await adaIsIn({ at: 3 });
  tablet.fail('save', 'storage');
  await button('Start').click();
  await expect.element(page.getByText('This check cannot start just now.')).toBeVisible();
  await expect.element(heading(objective.ican.en)).toBeVisible();
  await expect.element(button('Start')).toBeEnabled();
});

test('what is mastered can be practiced and needs no check, unless the teacher has started one', async () => {
  const tablet = await adaIsIn({ at: 3, happened: [mastered(3)] });
  await expect.element(page.getByText('You can do this.', { exact: true })).toBeVisible();
  expect(button('Start').elements()).toEqual([]);
  expect(button('I am ready to try').elements()).toEqual([]);
  await button('Practice').click();
  expect(tablet.path()).toBe(practice);
  cleanup();
  await adaIsIn({ at: 3, happened: [mastered(3)], offered: [[3, 5]] });
  await expect.element(button('Start')).toBeEnabled();
});

test('the page of an objective shows nothing to somebody who has not said who they are, or of nothing', async () => {
  const tablet = await adaIsIn({ at: 3 });
  forgetChild();
  await expect.element(heading('Who are you?')).toBeVisible();
  expect(tablet.path()).toBe('/student');
  tablet.reload(`/student/${ada}/mistakes/${theCourse.id}/${objective.id}`);
  await expect.element(heading('Who are you?')).toBeVisible();
  cleanup();
  const other = await adaIsIn({ path: `/student/${ada}/objective/${theCourse.id}/gone` });
  await expect.poll(() => other.path()).toBe(`/student/${ada}`);
});
