import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ofTwoClasses, openTablet, SECRET_NAMES } from '#test/support/class-tablet.tsx';
import { classWith } from '#test/support/supported-child.ts';
import { button, pass, withStillClock } from '#test/support/still-clock.ts';

withStillClock();
beforeEach(async () => {
  await page.viewport(768, 1024);
});

const heading = (name: string) => page.getByRole('heading', { name, exact: true, level: 1 });
const field = () => page.getByLabelText('Your answer', { exact: true });

/** The screen says what it is: to a screen reader, and in the title of the document. */
async function said(name: string, title = `${name} · Nine of Ten`): Promise<void> {
  await expect.element(heading(name)).toHaveFocus();
  expect(document.title).toBe(title);
  expect(window.scrollY).toBe(0);
}

test('every new screen and question of a check says what it is, and a keyboard writes into it at once', async () => {
  await openTablet({ documents: classWith([]) });
  await expect.element(heading('Who are you?')).toBeVisible();
  expect(document.title).toBe('Who are you? · Nine of Ten');
  await button('Ada').click();
  // A title is kept in the history of a browser: no child's name in it.
  await said('Hello, Ada!', 'Nine of Ten');
  for (const picture of SECRET_NAMES) await button(picture).click();
  await said('My work');
  await button('Show all').click();
  await button(/any two one-digit numbers/u).click();
  await button('Start').click();
  await said('Question 1 of 10');
  // It is read, not seen.
  expect(heading('Question 1 of 10').element().getBoundingClientRect().width).toBeLessThan(2);
  await pass(2000);
  await userEvent.keyboard('45');
  await expect.element(field()).toHaveTextContent('45');
  await userEvent.keyboard('{Enter}');
  await said('Question 2 of 10');
  await pass(2000);
  await button('7').click();
  await button('Next').click();
  await said('Question 3 of 10');
  await button('Break').click();
  await said('Break');
  await button('Carry on with question 3').click();
  await said('Question 3 of 10');
  await button('All answers').click();
  await said('Some are still empty');
  await button('I am finished').click();
  await said('Not yet');
  await button("Let's look at 10 together").click();
  await said('Look at this one');
});

test('a class that is chosen at the door brings a new screen too', async () => {
  await openTablet(ofTwoClasses());
  await button('4B').click();
  await said('Who are you?');
  await button('Another class').click();
  await said('Which class are you in?');
  expect(button('Ada').elements()).toEqual([]);
});

test('after a finger no ring is drawn around the heading, after a key there is one', async () => {
  await openTablet({ documents: classWith([]) });
  await button('Ada').click();
  await expect.element(heading('Hello, Ada!')).toHaveFocus();
  const ring = () => getComputedStyle(heading('Hello, Ada!').element()).outlineStyle;
  expect(ring()).toBe('none');
  await button('That is not me').click();
  await expect.element(heading('Who are you?')).toHaveFocus();
  (button('Ada').element() as HTMLButtonElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Hello, Ada!')).toHaveFocus();
  expect(ring()).toBe('solid');
});
