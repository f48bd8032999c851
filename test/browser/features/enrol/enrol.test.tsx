import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { FirstSync } from '#data/services.ts';
import { openTablet, tabletSession } from '#test/support/class-tablet.tsx';
import { axeFindings } from '#test/support/look-at-page.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const parts = { school: 1, groups: 1, students: 12, courses: 0, progress: 0, other: 0 };
const downloading: FirstSync = { state: 'downloading', parts, done: 14, total: 80 };
const open = (firstSync: FirstSync = { state: 'not-begun' }) =>
  openTablet({
    path: '/enrol',
    session: { state: 'none' },
    firstSync,
    storage: { persisted: false, usage: null, quota: null, temporary: false },
  });
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a code that is typed enrols the tablet under its name, and the download is seen', async () => {
  const tablet = await open();
  expect(await axeFindings()).toEqual([]);
  await page.getByLabelText('Code').fill('abcd 2345');
  await button('Connect this tablet').click();
  expect(tablet.calls).toEqual(['enrolTablet ABCD2345 Tablet 1']);
  tablet.session.set(tabletSession);
  tablet.firstSync.set(downloading);
  await expect.element(page.getByText('14 of 80')).toBeVisible();
  await expect.element(page.getByText('Names and badges')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
});

test('a code in the address stands in the field already', async () => {
  location.hash = '#WXYZ6789';
  const tablet = await open();
  await button('Connect this tablet').click();
  expect(tablet.calls).toEqual(['enrolTablet WXYZ6789 Tablet 1']);
});

test.for([
  ['bad-code', 'does not know this code'],
  ['unreachable', 'does not answer'],
  ['too-many', 'many tries'],
  ['not-an-answer', 'sign-in page of a network'],
] as const)('%s is said in kind words, and the code is still there', async ([code, words]) => {
  const tablet = await open();
  tablet.fail('enrolTablet', code);
  await page.getByLabelText('Code').fill('ABCD2345');
  await button('Connect this tablet').click();
  await expect.element(page.getByRole('alert').getByText(words, { exact: false })).toBeVisible();
  await expect.element(page.getByLabelText('Code')).toHaveValue('ABCD2345');
});

test('"Ready for offline" is never said before everything was read back', async () => {
  const tablet = await open();
  tablet.session.set(tabletSession);
  const states: FirstSync[] = [
    downloading,
    { state: 'waiting', code: 'unreachable', parts },
    { state: 'checking', parts, done: 80, total: 80 },
  ];
  for (const state of states) {
    tablet.firstSync.set(state);
    await expect.element(page.getByText('Names and badges')).toBeVisible();
    expect(page.getByText('Ready for offline').elements()).toEqual([]);
    expect(page.getByRole('button', { name: 'Start' }).elements()).toEqual([]);
    expect(tablet.calls).not.toContain('persist');
  }
});

test('an interrupted download says that it goes on by itself, and can be tried now', async () => {
  const tablet = await open();
  tablet.session.set(tabletSession);
  tablet.firstSync.set({ state: 'waiting', code: 'unreachable', parts });
  await expect.element(page.getByText('Waiting for the network')).toBeVisible();
  await button('Try now').click();
  expect(tablet.calls).toContain('syncNow');
  tablet.firstSync.set({ state: 'waiting', code: 'busy', parts });
  await expect.element(page.getByText('The school is busy')).toBeVisible();
  await expect.element(page.getByText(/It goes on by itself/)).toBeVisible();
  expect(page.getByText('Waiting for the network').elements()).toEqual([]);
});

test('when it is ready the browser is asked to keep the data, and a refusal is said plainly', async () => {
  const tablet = await open();
  tablet.fail('persist', 'refused');
  tablet.session.set(tabletSession);
  tablet.firstSync.set({ state: 'ready', parts, checkedAt: 0 });
  await expect.element(page.getByText('Ready for offline')).toBeVisible();
  await expect.element(page.getByText(/The browser said no/u)).toBeVisible();
  expect(tablet.calls).toContain('persist');
  expect(await axeFindings()).toEqual([]);
  await button('Start').click();
  await expect.element(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
});
