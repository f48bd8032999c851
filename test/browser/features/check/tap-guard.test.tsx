import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { identifyChild } from '#state/identified-child.ts';
import { idOf, openTablet, type Tablet } from '#test/support/class-tablet.tsx';
import { axeFindings, smallTargets } from '#test/support/look-at-page.ts';
import { ADA, classWith, openDraft, rightAt } from '#test/support/supported-child.ts';
import { NOW, button, heading, withStillClock } from '#test/support/still-clock.ts';

withStillClock();

/** Ada in a check where so many answers are right, on the question after them. */
async function during(right: number, language: 'en' | 'es' = 'en'): Promise<Tablet> {
  const draft = openDraft({}, right, NOW);
  identifyChild({ student: idOf(ADA), by: 'secret' });
  const tablet = await openTablet({
    documents: classWith([]),
    drafts: [draft],
    language,
    guarded: true,
    path: `/student/${idOf(ADA)}/check/${draft.id}`,
  });
  await expect.element(page.getByRole('group', { name: /Number keys|Teclas/u })).toBeVisible();
  return tablet;
}

/** What a finger hits that comes down on a grid of points over this rectangle. */
function hitOver({ left, right, top, bottom }: DOMRect): Set<string> {
  const hit = new Set<string>();
  for (let x = left + 2; x < right; x += 12)
    for (let y = top + 2; y < bottom; y += 6) {
      const target = document.elementFromPoint(x, y)?.closest('button');
      if (target !== null && target !== undefined) hit.add(target.textContent);
    }
  return hit;
}

test('a second tap on Next of the last question does not hand in: "I am finished" comes under the finger', async () => {
  await page.viewport(768, 1024);
  const tablet = await during(9);
  await userEvent.keyboard(rightAt(openDraft({}, 9, NOW), 9));
  await expect.element(button('Next')).toBeEnabled();
  const next = button('Next').element() as HTMLButtonElement;
  const place = next.getBoundingClientRect();
  next.click();
  // Drawn with the tap: the second one may come right after it.
  await Promise.resolve();
  expect(heading('Look over your answers').elements()).toHaveLength(1);
  expect(hitOver(place)).toEqual(new Set());
  await expect.poll(() => hitOver(place)).toContain('I am finished');
  expect(tablet.appended).toEqual([]);
  await button('I am finished').click();
  await expect.element(heading('You got it!')).toBeVisible();
});

test('the keys of the pad and of a keyboard are heard at once on a new question', async () => {
  await page.viewport(768, 1024);
  await during(3);
  await userEvent.keyboard('5');
  (button('Next').element() as HTMLButtonElement).click();
  await Promise.resolve();
  expect(heading('Question 5 of 10').elements()).toHaveLength(1);
  expect(hitOver(button('7').element().getBoundingClientRect())).toContain('7');
  expect(hitOver(button('Skip for now').element().getBoundingClientRect())).toEqual(new Set());
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '8', bubbles: true }));
  await expect.element(page.getByLabelText('Your answer', { exact: true })).toHaveTextContent('8');
});

test.each([
  ['en', 768, 1024],
  ['es', 768, 1024],
  ['en', 1024, 768],
  ['en', 360, 800],
  ['es', 360, 800],
] as const)(
  '"Not you?" stands at the top, far from Start and Next (%s, %i x %i)',
  async (...at) => {
    const [language, width, height] = at;
    await page.viewport(width, height);
    await during(0, language);
    const notMe = button(/^(Not you|¿No eres tú)\?$/u);
    await expect.element(notMe).toBeVisible();
    const place = notMe.element().getBoundingClientRect();
    expect(place.bottom).toBeLessThan(120);
    // The time bar above has a large target of its own: it does not lie over this one.
    const within = new DOMRect(place.x + 16, place.y + 16, place.width - 32, place.height - 32);
    await expect.poll(() => [...hitOver(within)]).toEqual([notMe.element().textContent]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(height);
    expect(smallTargets(64)).toEqual([]);
    expect(await axeFindings()).toEqual([]);
  },
);

test('"Not you?" asks before it ends a check that has something in it', async () => {
  await page.viewport(768, 1024);
  const tablet = await during(0);
  await button('7').click();
  await button('Not you?').click();
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await userEvent.keyboard('5');
  await button('I am Ada Lind').click();
  await expect.element(page.getByLabelText('Your answer', { exact: true })).toHaveTextContent('7');
  expect(tablet.path()).toContain('/check/');
  await button('Not you?').click();
  await button('I am not Ada Lind').click();
  await expect.element(heading('Who are you?')).toBeVisible();
});
