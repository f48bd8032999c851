import { cleanup } from '@testing-library/react';
import { page } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { axeFindings } from '#test/support/look-at-page.ts';
import {
  classOf,
  GROUP,
  MATH,
  openStaffTablet,
  someProgress,
  SPANISH,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz', 'Diego Mora', 'Elif Kaya', 'Finn Walsh'];
const progress = NAMES.slice(2).flatMap((name) =>
  [MATH, SPANISH].map((course) => ({ name, course, body: someProgress(course, name) })),
);
/** Every size, theme and language at least once; the narrow screen with both languages. */
const cases = [
  [768, 1024, 'en', 'light'],
  [1024, 768, 'es', 'dark'],
  [360, 800, 'es', 'light'],
  [360, 800, 'en', 'dark'],
] as const;

/** What axe finds, and whether anything is cut off at the side. */
async function faults(): Promise<string[]> {
  await Promise.all(
    document.getAnimations().map(({ finished }) => finished.catch(() => undefined)),
  );
  const found = await axeFindings();
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [...found, 'wider than the screen'] : found;
}

afterEach(cleanup);

describe.each(cases)('at %i x %i, %s, %s', (width, height, language, theme) => {
  const open = async (path: string) => {
    await page.viewport(width, height);
    await openStaffTablet({
      path,
      language,
      theme,
      documents: classOf({ names: NAMES, progress }),
    });
  };
  const firstCell = () => page.getByRole('gridcell', { name: /^Carla Ruiz/ }).first();

  test('the overview can be read and used by everybody, as table and as list', async () => {
    await open(`/groups/${GROUP}/overview/${MATH.id}`);
    const view = (place: number) =>
      page
        .getByRole('radiogroup', { name: /^(View|Vista)$/ })
        .getByRole('radio')
        .nth(place);
    await view(0).click();
    await expect.element(firstCell()).toBeVisible();
    expect(await faults()).toEqual([]);
    await view(1).click();
    await expect.element(page.getByRole('heading', { name: 'Carla Ruiz' })).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  test('the objectives of a unit too, with a cell and an objective open', async () => {
    await open(`/groups/${GROUP}/objectives/${MATH.id}/addition`);
    await firstCell().click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: /^(Close|Cerrar)$/ }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(await faults()).toEqual([]);
    await page.getByRole('columnheader').nth(1).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await faults()).toEqual([]);
  });
});
