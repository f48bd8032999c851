import { cleanup } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { formOfObjective } from '#domain/items/objective-form.ts';
import { accepted } from '#domain/items/graders.ts';
import type { CheckBody } from '#domain/model/event.ts';
import { forgetChild } from '#state/identified-child.ts';
import {
  one,
  openTablet,
  SECRET_NAMES,
  theObjective,
  type Tablet,
  type TabletOptions,
} from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { button, heading, pass, withStillClock } from '#test/support/still-clock.ts';

withStillClock();

const field = () => page.getByLabelText('Your answer', { exact: true });

async function identify(name = 'Ada'): Promise<void> {
  await button(name).click();
  for (const picture of SECRET_NAMES) await button(picture).click();
}

/** Ada before the first question of "Multiply two one-digit numbers". */
async function begin(options: TabletOptions = {}): Promise<Tablet> {
  await page.viewport(768, 1024);
  const tablet = await openTablet(options);
  await identify();
  await button('Show all').click();
  await button(/any two one-digit numbers/u).click();
  await button('Start').click();
  await expect.element(button('Next')).toBeVisible();
  return tablet;
}

/** What is right at each place of the check that is open. */
function rightAnswers(tablet: Tablet): string[] {
  const { form } = one(tablet.saves, 'a saved draft');
  const made = formOfObjective(theObjective, form.seed, form.avoid);
  return made.ok ? made.value.items.map((item) => accepted(item.answer)) : [];
}

async function tapNumber(digits: string): Promise<void> {
  for (const digit of digits) await button(digit).click();
}

async function answer(digits: string): Promise<void> {
  await pass(2000);
  await tapNumber(digits);
  await button('Next').click();
}

function handedIn(tablet: Tablet): CheckBody {
  const event = one(tablet.appended, 'an attempt');
  if (event.kind !== 'check') throw new Error('the attempt is a check');
  return event.body;
}

test('ten right answers on the own keypad: the result comes at once, and the school gets one attempt', async () => {
  const tablet = await begin();
  expect(document.querySelectorAll('input, textarea')).toHaveLength(0);
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  for (const right of rightAnswers(tablet)) await answer(right);
  await expect.element(heading('Look over your answers')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  await button('I am finished').click();
  await expect.element(heading('You got it!')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  const body = handedIn(tablet);
  expect(body).toMatchObject({
    objective: theObjective.id,
    claim: { correct: 10, of: 10 },
    finished: true,
    identifiedBy: 'secret',
    purpose: 'mastery',
  });
  expect(body.answers.map(({ raw }) => raw)).toEqual(rightAnswers(tablet));
  await button('Go on').click();
  await expect.element(page.getByText('Saved on this tablet · 1 result waits')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  await button('I am done').click();
  await expect.element(heading('Who are you?')).toBeVisible();
});

test('a hardware keyboard does the same: digits, Backspace, Enter', async () => {
  const tablet = await begin();
  await pass(2000);
  await userEvent.keyboard('95{Backspace}');
  await expect.element(field()).toHaveTextContent('9');
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Question 2 of 10')).toBeInTheDocument();
  expect(tablet.saves.at(-1)?.answers[0]).toMatchObject({ key: '1', raw: '9' });
});

test('every tap is saved, and a reload goes on at the same question with one tap and no time lost', async () => {
  const tablet = await begin();
  await answer('7');
  await pass(3000);
  await tapNumber('4');
  const saved = tablet.saves.at(-1);
  expect(saved).toMatchObject({ position: 1, entry: '4' });
  expect(saved?.activeMs).toBeGreaterThanOrEqual(5000);
  cleanup();
  forgetChild();
  await pass(60_000);
  tablet.reload();
  await expect.element(heading('Ada Lind, carry on where you were?')).toBeVisible();
  expect(page.getByLabelText('Your answer').elements()).toEqual([]);
  await button('Carry on with question 2').click();
  await expect.element(field()).toHaveTextContent('4');
  await expect.element(heading('Question 2 of 10')).toBeInTheDocument();
  const resumed = tablet.saves.at(-1);
  expect(resumed?.answers[0]).toMatchObject({ raw: '7' });
  const grown = (resumed?.activeMs ?? 0) - (saved?.activeMs ?? 0);
  expect(grown).toBeGreaterThanOrEqual(0);
  expect(grown).toBeLessThan(5000);
});

test('a killed browser: the door offers to carry on for two minutes, then asks who is there', async () => {
  const tablet = await begin();
  await answer('7');
  cleanup();
  forgetChild();
  tablet.reload('/student');
  await expect.element(page.getByText('Ada Lind, carry on where you were?')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  await pass(125_000);
  await expect
    .element(page.getByText('Ada Lind, carry on where you were?'))
    .not.toBeInTheDocument();
  await identify();
  await button('Carry on with question 2').click();
  await expect.element(heading('Question 2 of 10')).toBeInTheDocument();
  await button('8').click();
  const { absences = [], activeMs } = tablet.saves.at(-1) ?? {};
  expect(absences.reduce((sum, { ms }) => sum + ms, 0)).toBeGreaterThan(120_000);
  expect(activeMs).toBeLessThan(10_000);
});

test('a lid that is closed for an hour without a word: no other child can take the check over, and the school sees the absence', async () => {
  const hour = 3_600_000;
  const tablet = await begin();
  const right = rightAnswers(tablet);
  await answer(right[0] ?? '');
  for (let second = 0; second < 5; second += 1) await pass(1000);
  // Nothing tells the page: the clock alone has gone on.
  vi.setSystemTime(Date.now() + hour);
  await pass(1000);
  await expect.element(heading('Who are you?')).toBeVisible();
  expect(button('Carry on').elements()).toEqual([]);
  await identify();
  await button('Carry on with question 2').click();
  await expect.element(heading('Question 2 of 10')).toBeInTheDocument();
  // What stood on the screen for an hour is another question, and what was answered stands.
  expect(tablet.saves.at(-1)).toMatchObject({ locked: ['1'], form: { replaced: [1] } });
  await button('All answers').click();
  await button('I am finished').click();
  await expect.poll(() => tablet.appended.length).toBe(1);
  const away = handedIn(tablet).absences.reduce((sum, { ms }) => sum + ms, 0);
  expect(away).toBeGreaterThanOrEqual(hour);
  expect(away).toBeLessThan(hour + 60_000);
});

test('one tap at the door goes on at the same question', async () => {
  const tablet = await begin();
  await answer('7');
  cleanup();
  forgetChild();
  tablet.reload('/student');
  await button('Carry on').click();
  await expect.element(heading('Question 2 of 10')).toBeInTheDocument();
});

test('a check of another day is closed and kept, and does not count', async () => {
  const tablet = await begin();
  await answer('7');
  await tapNumber('5');
  cleanup();
  forgetChild();
  vi.setSystemTime(Date.UTC(2026, 10, 24, 9, 0));
  tablet.reload('/student');
  await expect.poll(() => tablet.appended.length).toBe(1);
  const body = handedIn(tablet);
  expect(body.finished).toBe(false);
  expect(body.answers.map(({ raw }) => raw)).toEqual(['7', '5']);
});

test('a question is hidden while the app is away, and the time stands still', async () => {
  const tablet = await begin();
  await pass(2000);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.element(heading('Ada Lind, carry on where you were?')).toBeVisible();
  const before = tablet.saves.at(-1)?.activeMs ?? 0;
  expect(before).toBeGreaterThanOrEqual(2000);
  await pass(30_000);
  await button('Carry on with question 1').click();
  await tapNumber('1');
  expect((tablet.saves.at(-1)?.activeMs ?? 0) - before).toBeLessThan(5000);
});

test('a skipped question is outlined at the end, and an answer can be changed', async () => {
  const tablet = await begin();
  const rights = rightAnswers(tablet);
  await button('Skip for now').click();
  for (const right of rights.slice(1)) await answer(right);
  await expect.element(heading('Some are still empty')).toBeVisible();
  await button('Go to question 1').click();
  await answer('99');
  await expect.element(heading('Look over your answers')).toBeVisible();
  await button(/^1\s*99$/u).click();
  await button('Delete the last digit').click();
  await button('Delete the last digit').click();
  await answer(rights[0] ?? '');
  await button('I am finished').click();
  await expect.element(heading('You got it!')).toBeVisible();
  expect(handedIn(tablet).claim).toEqual({ correct: 10, of: 10 });
});

test('slower than the limit ends nothing: all right, just slower', async () => {
  const tablet = await begin();
  const rights = rightAnswers(tablet);
  for (const right of rights.slice(0, 9)) await answer(right);
  for (let second = 0; second < 170; second += 1) await pass(1000);
  await answer(rights[9] ?? '');
  await button('I am finished').click();
  await expect.element(heading('All right, just slower')).toBeVisible();
  expect(handedIn(tablet).activeMs).toBeGreaterThan(180_000);
});

test('mistakes are looked at one by one, with the right answer', async () => {
  const tablet = await begin();
  const rights = rightAnswers(tablet);
  for (const right of rights.slice(0, 8)) await answer(right);
  await answer('98');
  await answer('97');
  await button('I am finished').click();
  await expect.element(heading('Not yet')).toBeVisible();
  await expect.element(page.getByText('8 of 10 right. You are on your way.')).toBeVisible();
  await button("Let's look at 2 together").click();
  await expect.element(page.getByText('You wrote 98')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  await button('Next').click();
  await expect.element(page.getByText('You wrote 97')).toBeVisible();
  await button('Done looking').click();
  await expect.element(heading('All done!')).toBeVisible();
});

test('a tablet that cannot store the check keeps every answer until it can', async () => {
  const tablet = await begin();
  for (const right of rightAnswers(tablet)) await answer(right);
  tablet.fail('finish', 'storage');
  await button('I am finished').click();
  await expect.element(heading('Something got stuck.')).toBeVisible();
  tablet.fail('finish', null);
  await button('Carry on').click();
  await expect.element(heading('You got it!')).toBeVisible();
  expect(tablet.appended).toHaveLength(1);
});

test('the next check of the same objective asks no question of the last one', async () => {
  const tablet = await begin();
  const rights = rightAnswers(tablet);
  for (const given of ['99', '99', ...rights.slice(2)]) await answer(given);
  await button('I am finished').click();
  await button("Let's look at 2 together").click();
  await button('Next').click();
  await button('Done looking').click();
  await button('Back to my work').click();
  await button("Let's look").click();
  await button('Start').click();
  await expect.element(heading('Question 1 of 10')).toBeInTheDocument();
  // That the mistakes were looked at is what opened it.
  expect(tablet.appended.map(({ kind }) => kind)).toEqual(['check', 'attempt.review']);
  const [first, second] = [tablet.saves[0], tablet.saves.at(-1)];
  expect(second?.id).not.toBe(first?.id);
  const items = (draft: typeof first) => {
    const made = draft && formOfObjective(theObjective, draft.form.seed, draft.form.avoid);
    return made?.ok === true ? made.value.items.map(({ identity }) => identity) : [];
  };
  expect(items(first)).toHaveLength(10);
  expect(items(second).filter((identity) => items(first).includes(identity))).toEqual([]);
});

test('a wrong child at the first question leaves nothing that counts', async () => {
  const tablet = await begin();
  await button('Not you?').click();
  await expect.element(heading('Who are you?')).toBeVisible();
  await expect.poll(() => tablet.appended.length).toBe(1);
  expect(handedIn(tablet).finished).toBe(false);
});
