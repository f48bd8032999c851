import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { TodayScreen } from '#features/today/today-screen.tsx';
import { COURSE, schoolDocuments, staffDevice, studentId } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

describe('Today', () => {
  it('begins with making a group where there is none', async () => {
    const device = staffDevice(<TodayScreen />, { documents: [] });
    await mount(device.ui);
    await page.getByRole('button', { name: 'Make a group' }).click();
    expect(device.path()).toBe('/groups/new');
  });

  it('leads a group without courses to its courses', async () => {
    const documents = schoolDocuments().filter(({ kind }) => kind !== 'use');
    const device = staffDevice(<TodayScreen />, { documents });
    await mount(device.ui);
    await page.getByRole('button', { name: 'Choose courses' }).click();
    expect(device.path()).toBe('/groups/group-1/courses');
  });

  it('names who needs help and leads to the unit', async () => {
    const student = studentId('Ana García');
    const device = staffDevice(<TodayScreen />, {
      documents: [
        ...schoolDocuments(),
        {
          key: `progress/${student}/${COURSE.id}`,
          kind: 'progress',
          body: { st: 'W', fl: '1', d: '', f: '' },
        },
      ],
    });
    const container = await mount(device.ui);
    await expect.element(page.getByText('Who needs a look')).toBeVisible();
    await expect.element(page.getByText(/Needs help/)).toBeVisible();
    expect(await faultsOf(container)).toEqual([]);
    await page.getByRole('link', { name: /Ana García/ }).click();
    expect(device.path()).toBe(
      `/groups/group-1/objectives/${COURSE.id}/${COURSE.objectives[0]?.unit}?student=${student}`,
    );
  });
});
