import { cleanup } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { speakWritten } from '#domain/items/speak-item.ts';
import type { CheckDraft } from '#data/services.ts';
import { forgetChild, identifyChild } from '#state/identified-child.ts';
import {
  idOf,
  openTablet,
  theCourse,
  theObjective,
  type Tablet,
} from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import {
  directionsOnly,
  ADA,
  classWith,
  openDraft,
  rightAt,
} from '#test/support/supported-child.ts';
import { withVoices } from '#test/support/voices.ts';
import { NOW, button, heading, pass, withStillClock } from '#test/support/still-clock.ts';

const VOICE = { lang: 'en-US', localService: true };
let spoken: string[] = [];

withStillClock();
beforeEach(async () => {
  spoken = withVoices(VOICE);
  await page.viewport(768, 1024);
});

const READER = ['read-aloud'];

/** Ada in a check that began with these supports; so many answers are right, the others are given. */
async function during(
  supports: readonly string[],
  { right = 0, ...change }: Partial<CheckDraft> & { readonly right?: number } = {},
): Promise<[Tablet, CheckDraft]> {
  const draft = openDraft({ supports: [...supports], ...change }, right, NOW);
  identifyChild({ student: idOf(ADA), by: 'secret' });
  const tablet = await openTablet({
    documents: classWith([...supports]),
    drafts: [draft],
    path: `/student/${idOf(ADA)}/check/${draft.id}`,
  });
  await expect.element(heading(`Question ${draft.position + 1} of 10`)).toBeInTheDocument();
  return [tablet, draft];
}

/** What the button of the screen says. */
async function heard(): Promise<string> {
  await button('Read to me').click();
  return spoken.at(-1) ?? '';
}

const wrong = (count: number): CheckDraft['answers'] =>
  Array.from({ length: count }, (_, i) => ({ key: String(i + 1), raw: '99', ms: 4000 }));

describe('a child who is read to hears', () => {
  test('the pause, and the way on from it', async () => {
    await during(READER, { right: 3 });
    await button('Break').click();
    await expect.element(heading('Break')).toBeVisible();
    expect(await heard()).toBe('Break. The time stands still. Come back when you are ready.');
    expect(await axeFindings()).toEqual([]);
    expect(smallTargets(64)).toEqual([]);
  });

  test('the offer to practice first', async () => {
    await during(READER, { answers: wrong(4), position: 4 });
    await pass(3000);
    await userEvent.keyboard('98{Enter}');
    await expect.poll(heard).toMatch(/^Carry on, or practice first\? Both are fine\./u);
  });

  test('the look over, the result, the mistake with its worked answer, and the end', async () => {
    const [, draft] = await during(READER, { answers: wrong(1), position: 1 });
    for (let place = 1; place < 10; place += 1) {
      await pass(3000);
      await userEvent.keyboard(`${rightAt(draft, place)}{Enter}`);
    }
    await expect.element(heading('Look over your answers')).toBeVisible();
    // Nothing of an answer before the end.
    expect(await heard()).toBe('Look over your answers. Tap one to change it.');
    await button('I am finished').click();
    await expect.element(heading('You got it!')).toBeVisible();
    expect(await heard()).toBe('You got it! 9 of 10.');
    await button("Let's look at one").click();
    await expect.element(page.getByText('You wrote 99')).toBeVisible();
    const worked = await heard();
    expect(worked).toMatch(/^Look at this one\. \d times \d equals blank\./u);
    expect(worked).toContain(`The answer is ${rightAt(draft, 0)}.`);
    for (const step of page.getByRole('main').getByRole('listitem').elements())
      expect(worked).toContain(speakWritten(step.textContent, 'en'));
    expect(worked).toMatch(/You wrote 99\.$/u);
    expect(await axeFindings()).toEqual([]);
    await button('Done looking').click();
    await expect.element(heading('All done!')).toBeVisible();
    expect(await heard()).toMatch(/^All done! .*Give the tablet to the next child/u);
  });

  test('how sure they are asked to say they are', async () => {
    const documents = classWith(READER, (document) =>
      document.kind === 'school'
        ? { ...document, body: { ...document.body, howSure: true } }
        : document,
    );
    identifyChild({ student: idOf(ADA), by: 'secret' });
    await openTablet({
      documents,
      path: `/student/${idOf(ADA)}/objective/${theCourse.id}/${theObjective.id}`,
    });
    await button('Start').click();
    await expect.element(heading('How sure are you?')).toBeVisible();
    expect(await heard()).toMatch(/^How sure are you\? .*I am sure\. I think so\. Not sure yet\./u);
  });
});

test('practice reads its verdict, and the worked answer only when it is shown', async () => {
  identifyChild({ student: idOf(ADA), by: 'secret' });
  await openTablet({
    documents: classWith([]),
    path: `/student/${idOf(ADA)}/practice/${theCourse.id}/${theObjective.id}`,
  });
  await expect.element(button('Show me how')).toBeVisible();
  expect(await heard()).toMatch(/^\d times \d equals blank\./u);
  await button('0').click();
  await button('Check').click();
  await expect.element(page.getByText('Not quite. Look once more.')).toBeVisible();
  expect(await heard()).toMatch(/^Not quite\. Look once more\. \d times/u);
  expect(spoken.join(' ')).not.toContain('The answer is');
  await button('Show me how').click();
  await expect.poll(heard).toMatch(/^This is how it goes\. \d times .*The answer is \d+\./u);
});

test('where hearing a question would answer it, the mistake is not read either', async () => {
  const answers = wrong(1);
  const documents = classWith(READER, directionsOnly);
  const draft = openDraft({ supports: READER, answers, position: 10 }, 0, NOW);
  identifyChild({ student: idOf(ADA), by: 'secret' });
  await openTablet({
    documents,
    drafts: [draft],
    path: `/student/${idOf(ADA)}/check/${draft.id}`,
  });
  await button('I am finished').click();
  await button("Let's look at 10 together").click();
  await expect.poll(heard).toBe('Look at this one.');
});

test('where hearing a question would answer it, practice reads what there is to do, and not how it goes', async () => {
  identifyChild({ student: idOf(ADA), by: 'secret' });
  const path = `/student/${idOf(ADA)}/practice/${theCourse.id}/${theObjective.id}`;
  await openTablet({ documents: classWith(READER, directionsOnly), path });
  const todo = 'Read the question and write your answer.';
  await expect.poll(heard).toBe(todo);
  await button('Show me how').click();
  await expect.poll(heard).toBe(`This is how it goes. ${todo}`);
});

test('a child who reads alone has no such button, and a tablet without a voice says so on every screen', async () => {
  await during([], { right: 3 });
  await button('Break').click();
  await expect.element(heading('Break')).toBeVisible();
  expect(button('Read to me').elements()).toEqual([]);
  cleanup();
  forgetChild();
  withVoices();
  await during(READER, { right: 3 });
  await button('Break').click();
  const note = page.getByText('This tablet has no voice to read to you. Ask your teacher.');
  await expect.element(heading('Break')).toBeVisible();
  await expect.element(note).toBeVisible();
  await button('Carry on with question 4').click();
  await button('All answers').click();
  await expect.element(note).toBeVisible();
  await button('I am finished').click();
  await expect.element(heading('Not yet')).toBeVisible();
  await expect.element(note).toBeVisible();
});

test('before the check it says so as well: at the own work and at the objective', async () => {
  withVoices();
  identifyChild({ student: idOf(ADA), by: 'secret' });
  await openTablet({ documents: classWith(READER), path: `/student/${idOf(ADA)}` });
  const note = page.getByText('This tablet has no voice to read to you. Ask your teacher.');
  await expect.element(heading('My work')).toBeInTheDocument();
  await expect.element(note).toBeVisible();
  await button('Show all').click();
  await button(/any two one-digit numbers/u).click();
  await expect.element(button('Start')).toBeVisible();
  await expect.element(note).toBeVisible();
  expect(await axeFindings()).toEqual([]);
});
