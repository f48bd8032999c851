import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { TodayScreen } from '#features/today/today-screen.tsx';
import { assert } from '#domain/kernel/assert.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
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

  it('tells the lists of two groups apart to a screen reader', async () => {
    const student = studentId('Ana García');
    const again = (one: AnyDocument): AnyDocument[] => {
      const key = one.key.replace('group-1', 'group-2');
      if (one.kind === 'group') return [{ ...one, key, body: { ...one.body, name: '5A' } }];
      return one.kind === 'use' ? [{ ...one, key }] : [];
    };
    const device = staffDevice(<TodayScreen />, {
      documents: [
        ...schoolDocuments(),
        ...schoolDocuments().flatMap(again),
        {
          key: `progress/${student}/${COURSE.id}`,
          kind: 'progress',
          body: { st: 'W', fl: '1', d: '', f: '' },
        },
      ],
    });
    const container = await mount(device.ui);
    for (const name of ['2B: Who needs a look', '5A: Who needs a look'])
      await expect.element(page.getByRole('region', { name, exact: true })).toBeVisible();
    expect(await faultsOf(container)).toEqual([]);
  });

  it('names children who are stuck before those who are ready, and shows all on one tap', async () => {
    // Ana asks to try four objectives again, and at the fifth is stuck as well; Ben at two.
    const [ready, stuck, both] = ['w', '1', 'x'];
    const progress = (name: string, fl: string) => ({
      key: `progress/${studentId(name)}/${COURSE.id}`,
      kind: 'progress' as const,
      body: { st: 'W'.repeat(fl.length), fl, d: '', f: '' },
    });
    assert(
      COURSE.objectives.slice(0, 5).every(({ unit }) => unit === 'addition'),
      'of one unit',
    );
    const device = staffDevice(<TodayScreen />, {
      documents: [
        ...schoolDocuments(),
        progress('Ana García', `${ready}${ready}${ready}${ready}${both}`),
        progress('Ben Okoro', `${stuck}${stuck}`),
      ],
    });
    const container = await mount(device.ui);
    const rows = () =>
      [...container.querySelectorAll('section[aria-label$=": Who needs a look"] li a')].map(
        (row) => row.textContent ?? '',
      );
    await expect.poll(() => rows().length).toBe(5);
    expect(rows()[0]).toContain('Ana GarcíaNeeds help · Ready to try');
    expect(
      rows()
        .slice(1, 3)
        .every((row) => row.includes('Ben OkoroNeeds help')),
    ).toBe(true);
    expect(
      rows()
        .slice(3)
        .every((row) => row.includes('Ana GarcíaReady to try')),
    ).toBe(true);
    await page.getByRole('button', { name: 'Show all 7' }).click();
    await expect.poll(() => rows().length).toBe(7);
    expect(await faultsOf(container)).toEqual([]);
  });
});
