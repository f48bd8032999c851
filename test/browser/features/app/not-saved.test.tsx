/** What staff read after a tap that the browser could not write. */
import { cleanup } from '@testing-library/react';
import { page } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CheckEntry } from '#domain/mastery/entry.ts';
import { axeFindings } from '#test/support/look-at-page.ts';
import {
  checkEntry,
  classOf,
  GROUP,
  MATH,
  openStaffTablet,
  progressOf,
  TEACHER,
} from '#test/support/staff-tablet.tsx';

const slow: CheckEntry = { ...(checkEntry(10) as CheckEntry), activeMs: 900_000 };
const documents = classOf({
  names: ['Ada Lind', 'Ben Okafor'],
  progress: [
    { name: 'Ada Lind', course: MATH, body: progressOf(MATH, [{ position: 1, entry: slow }]) },
  ],
});
const check = MATH.objectives.find((one) => one.unit === 'addition' && one.check !== undefined);
const ADMIN = { ...TEACHER, member: { ...TEACHER.member, role: 'admin' as const } };
const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
const cell = () => page.getByRole('gridcell', { name: /^Ben Okafor, Find the missing addend/ });
const mark = async () => {
  await cell().click();
  await button('Not yet').click();
};

/** Where, and the taps that end in one event. */
const ACTS = [
  ['a mark in the grid', `/groups/${GROUP}/objectives/${MATH.id}/addition`, mark],
  ['an attempt that is accepted', '/teacher', () => button(/^Accept: Ada Lind/).click()],
  [
    'a check that is started',
    `/groups/${GROUP}/checks?course=${MATH.id}&objective=${check?.id}`,
    () => button('Start the check').click(),
  ],
  [
    'a rule of the school',
    '/settings',
    () => page.getByText(/^Ask before a check how sure/).click(),
  ],
  [
    'the supports of a child',
    `/groups/${GROUP}`,
    async () => {
      await button('More about Ada Lind').click();
      await page.getByRole('menuitem', { name: 'Supports in checks' }).click();
      await page.getByText(/^Large text/).click();
      await button('Save').click();
    },
  ],
] as const;

beforeEach(() => page.viewport(768, 1024));
afterEach(cleanup);

describe('what the browser could not write is never called saved:', () => {
  test.each(ACTS)('%s', async (_, path, act) => {
    const tablet = await openStaffTablet({ path, documents, session: ADMIN });
    tablet.cannotWrite(true);
    await act();
    await expect.poll(() => tablet.appended).toHaveLength(1);
    const said = page.getByText('Not saved yet. Keep this page open.');
    await expect.element(said).toBeVisible();
    expect(page.getByText(/saved on this tablet/iu).elements()).toEqual([]);
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    expect(await axeFindings()).toEqual([]);
    // Once the browser could write it, it is said in the same place.
    tablet.cannotWrite(false);
    await expect.element(said).not.toBeInTheDocument();
    await expect.element(button('Undo')).toBeVisible();
  });

  test('a mark among the evidence of a child', async () => {
    const tablet = await openStaffTablet({ path: ACTS[0][1], documents, session: ADMIN });
    tablet.cannotWrite(true);
    await mark();
    await expect.element(button('Undo')).toBeVisible();
    await cell().click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    const saved = page.getByRole('dialog').getByText('Saved on this tablet');
    expect(saved.elements()).toEqual([]);
    tablet.cannotWrite(false);
    await expect.element(saved).toBeVisible();
  });
});
