import { cleanup } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fault } from '#domain/kernel/result.ts';
import { forgetChild } from '#state/identified-child.ts';
import { loadFamily } from '#state/load-family.ts';
import { openTablet, SECRET_NAMES } from '#test/support/class-tablet.tsx';
import { axeFindings } from '#test/support/look-at-page.ts';

vi.mock('#state/load-family.ts', { spy: true });

afterEach(() => {
  cleanup();
  forgetChild();
  vi.restoreAllMocks();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** As on a tablet whose copy of the questions is gone. */
const loseTheQuestions = () =>
  vi.mocked(loadFamily).mockResolvedValue(fault('no-code', undefined, 'gone'));

/** Ada in front of "Multiply two one-digit numbers". */
async function choose() {
  await page.viewport(768, 1024);
  const tablet = await openTablet();
  await button('Ada').click();
  for (const picture of SECRET_NAMES) await button(picture).click();
  await button('Show all').click();
  await button(/any two one-digit numbers/u).click();
  return tablet;
}

test('a check whose questions cannot be loaded stays open, says so, and goes on when they are back', async () => {
  const tablet = await choose();
  await button('Start').click();
  await button('7').click();
  await expect.element(page.getByLabelText('Your answer', { exact: true })).toHaveTextContent('7');
  loseTheQuestions();
  tablet.reload();
  await expect
    .element(page.getByRole('heading', { name: 'A part of the app could not be loaded' }))
    .toBeVisible();
  await expect.element(page.getByText('Your answers are kept on this tablet.')).toBeVisible();
  await expect.element(button('Try again')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(tablet.appended).toEqual([]);
  vi.mocked(loadFamily).mockRestore();
  tablet.reload();
  await expect.element(page.getByLabelText('Your answer', { exact: true })).toHaveTextContent('7');
});

test('a check that cannot begin for want of its questions says what helps, and leaves nothing behind', async () => {
  const tablet = await choose();
  loseTheQuestions();
  await button('Start').click();
  await expect.element(page.getByText(/this tablet needs the network once/u)).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(tablet.saves).toEqual([]);
  vi.mocked(loadFamily).mockRestore();
  await button('Start').click();
  await expect.element(button('Next')).toBeVisible();
});
