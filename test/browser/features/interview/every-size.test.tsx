import { cleanup } from '@testing-library/react';
import { page } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import { axeFindings } from '#test/support/look-at-page.ts';
import {
  classOf,
  GROUP,
  interviewPath,
  openStaffTablet,
  someProgress,
  SPANISH,
} from '#test/support/staff-tablet.tsx';

const NAMES = ['Ada Lind', 'Ben Okafor', 'Carla Ruiz', 'Diego Mora'];
const progress = NAMES.slice(2).map((name) => ({
  name,
  course: SPANISH,
  body: someProgress(SPANISH, name),
}));
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

  test('the start screen can be read and used by everybody', async () => {
    await open(`/groups/${GROUP}/interview`);
    await expect.element(page.getByRole('button', { name: /^Ada Lind/ })).toBeVisible();
    expect(await faults()).toEqual([]);
  });

  test('every kind of question too, and the summary; the marks are always in sight', async () => {
    await open(interviewPath('Ada Lind'));
    for (let i = 1; i <= 8; i += 1) {
      await expect.element(page.getByText(new RegExp(`^${i} (of|de) 8$`))).toBeVisible();
      await expect.element(page.getByRole('main')).toHaveAttribute('data-hears', 'true');
      // One of each kind: plain, things, rate, levels.
      expect([1, 4, 7, 8].includes(i) ? await faults() : []).toEqual([]);
      const gotIt = page.getByRole('button', { name: /^(Got it|Logrado)$/ });
      const { bottom, height: tall } = gotIt.element().getBoundingClientRect();
      expect(bottom).toBeLessThanOrEqual(height);
      expect(tall).toBeGreaterThanOrEqual(96);
      await gotIt.click();
    }
    await expect.element(page.getByRole('heading', { level: 2 })).toBeVisible();
    expect(await faults()).toEqual([]);
  }, 120_000);
});
