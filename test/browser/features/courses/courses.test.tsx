import { cleanup } from '@testing-library/react';
import { Route } from 'wouter';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { CoursesScreen } from '#features/courses/courses-screen.tsx';
import { COURSE, GROUP, schoolDocuments, staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const open = async (documents = schoolDocuments()) => {
  const device = staffDevice(<Route path="/groups/:group/courses" component={CoursesScreen} />, {
    path: `/groups/${GROUP}/courses`,
    documents,
  });
  return { ...device, container: await mount(device.ui) };
};
const bar = () => page.getByRole('radiogroup', { name: /^Time bar in checks/ });
const choice = (name: string) => bar().getByRole('radio', { name });

const unit = (name: RegExp) => page.getByRole('checkbox', { name }).first();

describe('the units of a group', () => {
  it('that were chosen are there again after a look elsewhere, until they are saved or left', async () => {
    await open();
    await expect.element(unit(/^Addition/)).toBeChecked();
    await page
      .getByText(/^Subtraction/)
      .first()
      .click();
    await expect.element(page.getByText('Not saved yet')).toBeVisible();
    cleanup();
    await open();
    await expect.element(page.getByText('Not saved yet')).toBeVisible();
    await expect.element(unit(/^Subtraction/)).toBeChecked();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    cleanup();
    await open();
    await expect.element(unit(/^Addition/)).toBeChecked();
    await expect.element(unit(/^Subtraction/)).not.toBeChecked();
    expect(page.getByText('Not saved yet').elements()).toEqual([]);
  });

  it('are not chosen for a group that is not on this device', async () => {
    const device = staffDevice(<Route path="/groups/:group/courses" component={CoursesScreen} />, {
      path: '/groups/nowhere/courses',
    });
    await mount(device.ui);
    await expect.element(page.getByText('This group is not on this device')).toBeVisible();
    await page.getByRole('button', { name: 'To the groups' }).click();
    expect(device.path()).toBe('/groups');
  });
});

describe('the time bar of a course', () => {
  it('is as the course has it until it is set, and is saved with the units', async () => {
    const { appended, path, container } = await open();
    await expect.element(choice('As the course')).toBeChecked();
    expect(await faultsOf(container)).toEqual([]);
    await choice('Hidden').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(path).toBe(`/groups/${GROUP}`);
    expect(appended).toMatchObject([
      {
        kind: 'course.timer',
        about: `group/${GROUP}`,
        body: { course: COURSE.id, set: 'hidden', was: null },
      },
    ]);
  });

  it('goes back to the course', async () => {
    const documents = schoolDocuments().map((document) =>
      document.kind === 'use'
        ? {
            ...document,
            body: {
              ...document.body,
              timers: { [COURSE.id]: { set: 'shown' as const, stamp: '0' } },
            },
          }
        : document,
    );
    const { appended } = await open(documents);
    await expect.element(choice('Shown')).toBeChecked();
    await choice('As the course').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => appended.length).toBe(1);
    expect(appended[0]?.body).toEqual({ course: COURSE.id, set: null, was: 'shown' });
  });

  it('is not asked for a course that is not in use', async () => {
    await open(schoolDocuments().filter(({ kind }) => kind !== 'use'));
    await expect.element(page.getByText('not in use').first()).toBeVisible();
    expect(bar().elements()).toEqual([]);
  });
});
