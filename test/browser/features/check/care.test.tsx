import { cleanup } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refToEvent } from '#domain/changes/refs.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import { DEFAULT_RETAKES, retakeOf } from '#domain/mastery/retake.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import type { NewEvent } from '#data/services.ts';
import { forgetChild, identifyChild } from '#state/identified-child.ts';
import {
  idOf,
  one,
  openTablet,
  SECRET_NAMES,
  theCourse,
  theObjective,
  type Tablet,
} from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { ADA, classWith, openDraft, rightAt } from '#test/support/supported-child.ts';
import type { CheckDraft } from '#data/services.ts';
import { NOW, button, heading, pass, withStillClock } from '#test/support/still-clock.ts';

const YEAR = 365 * 24 * 60 * 60_000;

withStillClock();
beforeEach(async () => {
  await page.viewport(768, 1024);
});

const field = () => page.getByLabelText('Your answer', { exact: true });
const practice = `/student/${idOf(ADA)}/practice/${theCourse.id}/${theObjective.id}`;

/** Ada in the middle of a check: so many answers are right, the next question is on screen. */
async function during(change: Partial<CheckDraft> = {}, right = 0): Promise<[Tablet, CheckDraft]> {
  const draft = openDraft({ activeMs: 60_000, ...change }, right, NOW);
  identifyChild({ student: idOf(ADA), by: 'secret' });
  const tablet = await openTablet({
    documents: classWith([]),
    drafts: [draft],
    path: `/student/${idOf(ADA)}/check/${draft.id}`,
  });
  const at = draft.position < 10 ? `Question ${draft.position + 1} of 10` : 'Some are still empty';
  await expect.element(heading(at)).toBeInTheDocument();
  return [tablet, draft];
}

async function answer(digits: string, ms = 3000): Promise<void> {
  await pass(ms);
  await userEvent.keyboard(`${digits}{Enter}`);
}

const bodyOf = (event: NewEvent) => event.body as unknown as Record<string, unknown>; // looked at by the test

describe('how sure are you?', () => {
  const asking = (): AnyDocument[] =>
    classWith([], (document) =>
      document.kind === 'school'
        ? { ...document, body: { ...document.body, howSure: true } }
        : document,
    );
  async function toTheQuestion(documents: AnyDocument[]): Promise<Tablet> {
    const tablet = await openTablet({ documents });
    await button('Ada').click();
    for (const picture of SECRET_NAMES) await button(picture).click();
    await button('Show all').click();
    await button(/any two one-digit numbers/u).click();
    await button('Start').click();
    return tablet;
  }

  test('one tap before the first question, not on the clock, and it travels with the attempt', async () => {
    const tablet = await toTheQuestion(asking());
    await expect.element(heading('How sure are you?')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    expect(smallTargets(64)).toEqual([]);
    for (let second = 0; second < 20; second += 1) await pass(1000);
    await button('I think so').click();
    await expect.element(heading('Question 1 of 10')).toBeInTheDocument();
    await button('5').click();
    const saved = tablet.saves.at(-1);
    expect(saved).toMatchObject({ sure: 'quite', entry: '5', absences: [] });
    expect(saved?.activeMs).toBeLessThan(3000);
    await button('All answers').or(button('Skip for now')).first().click();
    await button('All answers').click();
    await button('I am finished').click();
    await expect.poll(() => tablet.appended.length).toBe(1);
    expect(bodyOf(one(tablet.appended, 'an attempt'))).toMatchObject({ sure: 'quite' });
  });

  test('can be passed over, and is not asked where the school does not want it', async () => {
    const tablet = await toTheQuestion(asking());
    await button('Begin without saying').click();
    await expect.element(heading('Question 1 of 10')).toBeInTheDocument();
    await button('5').click();
    expect(tablet.saves.at(-1)).not.toHaveProperty('sure');
    cleanup();
    forgetChild();
    await toTheQuestion(classWith([]));
    await expect.element(heading('Question 1 of 10')).toBeInTheDocument();
  });
});

describe('guessing, and too hard', () => {
  test('three answers quicker than reading slow the check down, once, and the attempt says so', async () => {
    const [tablet] = await during({}, 5);
    for (const digits of ['90', '91', '92']) await answer(digits, 300);
    await expect.element(heading('Take your time')).toBeVisible();
    await expect.element(button('Carry on with question 9')).toBeDisabled();
    expect(tablet.saves.at(-1)).toMatchObject({ rapid: 1 });
    await expect.element(button('Carry on with question 9')).toBeEnabled();
    await button('Carry on with question 9').click();
    await button('All answers').click();
    await button('I am finished').click();
    await expect.poll(() => tablet.appended.length).toBe(1);
    expect(bodyOf(one(tablet.appended, 'an attempt'))).toMatchObject({ rapid: 1, finished: true });
    expect(bodyOf(one(tablet.appended, 'an attempt'))).not.toHaveProperty('stopped');
  });

  test('after the fifth answer with hardly one right: carry on, or practice first, and no count', async () => {
    const [tablet] = await during({ answers: wrong(4), position: 4 });
    await answer('98');
    await expect.element(heading('Carry on, or practice first?')).toBeVisible();
    expect(page.getByRole('main').element().textContent).not.toMatch(/\d/u);
    expect(await axeFindings()).toEqual([]);
    await button('Practice first').click();
    await expect.poll(tablet.path).toBe(practice);
    expect(bodyOf(one(tablet.appended, 'an attempt'))).toMatchObject({
      finished: true,
      stopped: true,
      claim: { correct: 0, of: 10 },
    });
  });

  test('carrying on goes on, and is not asked again', async () => {
    const [tablet] = await during({ answers: wrong(4), position: 4 });
    await answer('98');
    await button('Carry on').click();
    for (const digits of ['98', '97', '96', '95', '94']) await answer(digits);
    await expect.element(heading('Look over your answers')).toBeVisible();
    expect(tablet.appended).toEqual([]);
  });
});

const wrong = (count: number): CheckDraft['answers'] =>
  Array.from({ length: count }, (_, i) => ({ key: String(i + 1), raw: '99', ms: 4000 }));

describe('afterwards', () => {
  test('every mistake is gone through, then that is told once, and what comes next is shown', async () => {
    const answers = [...wrong(2)];
    const [tablet, draft] = await during({ answers, position: 2 });
    for (let place = 2; place < 10; place += 1) await answer(rightAt(draft, place));
    await button('I am finished').click();
    await expect.element(heading('Not yet')).toBeVisible();
    await button("Let's look at 2 together").click();
    await expect.element(page.getByText('You wrote 99')).toBeVisible();
    await expect.element(page.getByRole('listitem').first()).toBeVisible();
    expect(tablet.appended.map(({ kind }) => kind)).toEqual(['check']);
    await button('Next').click();
    await button('Done looking').click();
    await expect.element(heading('All done!')).toBeVisible();
    expect(tablet.appended.map(({ kind }) => kind)).toEqual(['check', 'attempt.review']);
    expect(tablet.appended[1]).toMatchObject({
      about: `student/${idOf(ADA)}`,
      by: `student/${idOf(ADA)}`,
      refs: [refToEvent(draft.id)],
      body: { course: theCourse.id, objective: theObjective.id },
    });
    // The fold takes it: the next try is open again.
    const snapshot = tablet.services.snapshot.get();
    const place = theCourse.objectives.indexOf(theObjective);
    const body = snapshot.progress(idOf(ADA), theCourse.id);
    const progress = objectiveProgress(theCourse, body, place, snapshot.dayOf);
    expect(progress?.outcomes.map(({ reviewed }) => reviewed)).toEqual([true]);
    expect(retakeOf(progress, DEFAULT_RETAKES, NOW, snapshot.dayOf)).toEqual({ state: 'open' });
    expect(await axeFindings()).toEqual([]);
    await button('Practice this').click();
    await expect.poll(tablet.path).toBe(practice);
    expect(tablet.appended).toHaveLength(2);
  });

  test('however many were left empty, each is looked at with its worked answer', async () => {
    await during({ answers: wrong(2), position: 10 });
    await button('I am finished').click();
    await button("Let's look at 10 together").click();
    for (let place = 1; place < 10; place += 1) {
      await expect.element(page.getByText(`${place} of 10`)).toBeVisible();
      await expect
        .element(page.getByText(place <= 2 ? 'You wrote 99' : 'You left this one empty.'))
        .toBeVisible();
      await button('Next').click();
    }
    await button('Done looking').click();
    await expect.element(heading('All done!')).toBeVisible();
  });

  test('all right: nothing to look at, nothing to practice', async () => {
    const [tablet, draft] = await during({}, 9);
    await answer(rightAt(draft, 9));
    await button('I am finished').click();
    await button('Go on').click();
    await expect.element(heading('All done!')).toBeVisible();
    expect(button('Practice this').elements()).toEqual([]);
    expect(tablet.appended.map(({ kind }) => kind)).toEqual(['check']);
  });
});

describe('what cannot be read', () => {
  test('is asked about at Next, at the look over and at hand-in, and never graded', async () => {
    const answers = [{ key: '1', raw: '-', ms: 3000 }];
    const [tablet, draft] = await during({ answers, position: 1 });
    for (let place = 1; place < 10; place += 1) await answer(rightAt(draft, place));
    await expect.element(heading('Look at one again')).toBeVisible();
    await expect.element(page.getByText('One answer cannot be read yet.')).toBeVisible();
    expect(await axeFindings()).toEqual([]);
    await button('I am finished').click();
    await expect.element(heading('Question 1 of 10')).toBeInTheDocument();
    await expect.element(page.getByText('Look again: is that a number?')).toBeVisible();
    expect(tablet.appended).toEqual([]);
    await button('Next').click();
    await expect.element(page.getByText('Look again: is that a number?')).toBeVisible();
    await button('Delete the last digit').click();
    await answer(rightAt(draft, 0));
    await button('I am finished').click();
    await expect.element(heading('You got it!')).toBeVisible();
  });

  test('five hundred digits, emoji and letters on a hardware keyboard do no harm', async () => {
    const [tablet] = await during();
    await userEvent.keyboard('x🙂é');
    await expect.element(field()).toHaveTextContent('');
    for (let n = 0; n < 500; n += 1)
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '7', bubbles: true }));
    await expect.element(field()).toHaveTextContent('77777777');
    await button('Next').click();
    expect(tablet.saves.at(-1)?.answers[0]).toMatchObject({ raw: '77777777' });
  });

  test.each([
    ['Arabic-Indic', 0x0660],
    ['Persian', 0x06f0],
    ['Devanagari', 0x0966],
  ])('%s digits of a hardware keyboard are digits', async (_, zero) => {
    const [tablet, draft] = await during();
    for (const digit of rightAt(draft, 0)) {
      const key = String.fromCodePoint(zero + Number(digit));
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    await expect.element(field()).toHaveTextContent(rightAt(draft, 0));
    await button('Next').click();
    expect(tablet.saves.at(-1)?.answers[0]).toMatchObject({ raw: rightAt(draft, 0) });
  });
});

describe('another app beside this one', () => {
  const away = () => heading(`${ADA}, carry on where you were?`);
  const blur = (hasFocus: boolean): void => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(hasFocus);
    dispatchEvent(new Event('blur'));
  };

  test('who works in it does not see the question, and its time stands still', async () => {
    const [tablet] = await during({}, 3);
    await button('4').click();
    blur(false);
    await expect.element(away()).toBeVisible();
    await button('Carry on with question 4').click();
    await expect.element(field()).toHaveTextContent('4');
    expect(tablet.saves.at(-1)).toMatchObject({ position: 3, entry: '4' });
  });

  test.each([
    ['a focus that stays in a frame or a dialog of the page', () => blur(true)],
    [
      'a focus that comes back within the moment',
      () => {
        blur(false);
        dispatchEvent(new Event('focus'));
      },
    ],
  ])('%s is no leaving', async (_, happens) => {
    await during({}, 3);
    happens();
    await new Promise((resolve) => setTimeout(resolve, 800));
    await expect.element(heading('Question 4 of 10')).toBeInTheDocument();
    expect(away().elements()).toEqual([]);
  });
});

describe('a clock that somebody sets', () => {
  test.each([
    ['forward', YEAR],
    ['back', -YEAR],
  ])('%s by a year during a question: nothing happens to the check', async (_, by) => {
    const [tablet] = await during({}, 3);
    await button('4').click();
    vi.setSystemTime(Date.now() + by);
    for (let second = 0; second < 5; second += 1) await pass(1000);
    await expect.element(heading('Question 4 of 10')).toBeInTheDocument();
    await expect.element(field()).toHaveTextContent('4');
    await button('Next').click();
    const saved = tablet.saves.at(-1);
    // No more than the moment that the tablet took to open the check again.
    const away = saved?.absences.reduce((sum, { ms }) => sum + ms, 0);
    expect(away).toBeLessThan(1000);
    expect(saved?.activeMs).toBeLessThan(70_000);
    // The tablet dies and comes back: it is the same check of the same day.
    cleanup();
    forgetChild();
    tablet.reload();
    await button('Carry on with question 5').click();
    await expect.element(heading('Question 5 of 10')).toBeInTheDocument();
    expect(tablet.appended).toEqual([]);
  });

  test('forward by a year while the question is hidden: one tap goes on', async () => {
    const [tablet] = await during({}, 3);
    await button('Break').click();
    await expect.element(heading('Break')).toBeVisible();
    vi.setSystemTime(Date.now() + YEAR);
    await pass(1000);
    await button('Carry on with question 4').click();
    await expect.element(heading('Question 4 of 10')).toBeInTheDocument();
    await button('4').click();
    const { absences = [] } = tablet.saves.at(-1) ?? {};
    expect(absences.reduce((sum, { ms }) => sum + ms, 0)).toBeLessThan(5000);
  });
});
