import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from '@testing-library/react';
import { assert } from '#domain/kernel/assert.ts';
import { asId, type MemberId } from '#domain/model/ids.ts';
import { NAMES, openTablet, SECRET_NAMES, tabletSession } from '#test/support/class-tablet.tsx';
import { axeFindings, isInSight, smallTargets } from '#test/support/look-at-page.ts';
import { forgetChild } from '#state/identified-child.ts';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  forgetChild();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const tapPictures = async (pictures: readonly string[]) => {
  for (const picture of pictures) await button(picture).click();
};

test.for([
  [768, 1024],
  [1024, 768],
  [360, 800],
] as const)(
  'at %i x %i each of 35 children is reached in at most two taps without scrolling',
  async ([width, height]) => {
    await page.viewport(width, height);
    await openTablet();
    await expect.element(page.getByRole('list', { name: 'Names' })).toBeVisible();
    const reached = new Set<string>();
    const letters = page.getByRole('radio').elements();
    for (const letter of letters) {
      await page.elementLocator(letter).click();
      const tiles = page.getByRole('list', { name: 'Names' }).getByRole('button').elements();
      expect(tiles.filter((tile) => !isInSight(tile))).toEqual([]);
      for (const tile of tiles) reached.add(tile.textContent);
    }
    expect(reached.size).toBe(NAMES.length);
    expect(smallTargets(64)).toEqual([]);
    expect(await axeFindings()).toEqual([]);
  },
);

test('a small class stands on one page without letters', async () => {
  await page.viewport(768, 1024);
  await openTablet({ names: NAMES.slice(0, 12) });
  await expect.element(button('Ada')).toBeVisible();
  expect(page.getByRole('radio').elements()).toEqual([]);
});

test('two children with one first name show the next letter', async () => {
  await page.viewport(768, 1024);
  await openTablet();
  await expect.element(button('Ana G.')).toBeVisible();
  await expect.element(button('Ana L.')).toBeVisible();
});

test('the right pictures lead to the own work, and lock what a grown-up had open', async () => {
  const tablet = await openTablet();
  await button('Ada').click();
  await expect.element(page.getByRole('heading', { name: 'Hello, Ada!' })).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
  await tapPictures(SECRET_NAMES);
  await expect.element(page.getByRole('heading', { name: 'Your next check' })).toBeVisible();
  expect(tablet.path()).toBe('/student/ada-lind');
  expect(tablet.calls).toContain('lock');
  expect(await axeFindings()).toEqual([]);
  expect(smallTargets(64)).toEqual([]);
});

test('wrong pictures are no drama: try again, and after three the badge or a grown-up', async () => {
  const tablet = await openTablet();
  await button('Ada').click();
  await tapPictures(['moon', 'moon', 'moon']);
  await expect.element(page.getByText('Not quite. Try again.')).toBeVisible();
  await tapPictures(['moon', 'moon', 'sun']);
  await tapPictures(['moon', 'sun', 'sun']);
  await expect.element(page.getByText('Show your badge or ask a grown-up.')).toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(tablet.path()).toBe('/student');
  await button('Try my pictures again').click();
  await tapPictures(SECRET_NAMES);
  await expect.element(page.getByRole('heading', { name: 'Your next check' })).toBeVisible();
});

test('a grown-up who is unlocked on the tablet can let a child in, and is locked out again', async () => {
  assert(tabletSession.state === 'locked', 'a tablet as it stands in class');
  const { device, school } = tabletSession;
  const member = { id: asId<MemberId>('teacher-1'), name: 'Ms. Rivera', role: 'teacher' } as const;
  const tablet = await openTablet({
    session: { state: 'unlocked', device, school, members: [member], member },
  });
  await button('Ada').click();
  await button('Grown-up: I know this child').click();
  await expect.element(page.getByRole('heading', { name: 'Your next check' })).toBeVisible();
  expect(tablet.calls).toContain('lock');
});

test('the address of a child shows nothing to somebody who has not said who they are', async () => {
  const tablet = await openTablet({ path: '/student/ada-lind' });
  await expect.element(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  expect(tablet.path()).toBe('/student');
  expect(document.body.textContent).not.toContain('I can');
});

test('a child who walks away leaves nothing on the screen', async () => {
  vi.useFakeTimers();
  const tablet = await openTablet();
  await button('Ada').click();
  await tapPictures(SECRET_NAMES);
  await expect.element(page.getByRole('heading', { name: 'Your next check' })).toBeVisible();
  vi.advanceTimersByTime(60_000);
  await expect.element(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible();
  expect(tablet.path()).toBe('/student');
});

test('in Spanish too', async () => {
  await openTablet({ language: 'es' });
  await expect.element(page.getByRole('heading', { name: '¿Quién eres?' })).toBeVisible();
});
