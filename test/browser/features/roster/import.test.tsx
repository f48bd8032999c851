import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { NewEvent } from '#data/services.ts';
import { NewGroupScreen } from '#features/roster/new-group-screen.tsx';
import { staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const PASTED = 'name,grade\nAna García,2\n,2\nBen Okoro,2\nana garcía,2';

const open = async () => {
  const device = staffDevice(<NewGroupScreen />, { path: '/groups/new', documents: [] });
  const container = await mount(device.ui);
  return { ...device, container };
};
const fill = async (name: string, names: string) => {
  await page.getByRole('textbox', { name: 'Name of the group' }).fill(name);
  await page.getByRole('textbox', { name: 'Names', exact: true }).fill(names);
  await page.getByRole('button', { name: /Look through/ }).click();
};
const added = (events: readonly NewEvent[]) =>
  events.flatMap((event) => (event.kind === 'student.add' ? [event.body] : []));

describe('a pasted list of names', () => {
  it('is shown line by line, with what could not be read and why, before anything is saved', async () => {
    const { appended, container } = await open();
    await fill('2B', PASTED);
    await expect.element(page.getByText('1 line could not be read')).toBeVisible();
    await expect.element(page.getByText('Line 3')).toBeVisible();
    await expect.element(page.getByText(/there is no name/)).toBeVisible();
    await expect.element(page.getByText('The same name as in line 2.')).toBeVisible();
    await expect.element(page.getByText(/Not used and not kept: grade/)).toBeVisible();
    expect(appended).toEqual([]);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('becomes a group whose students have a picture, a secret and a badge of their own', async () => {
    const { appended, path, calls } = await open();
    await fill('2B', PASTED);
    await page.getByRole('textbox', { name: 'Name in line 4' }).fill('Ben Okafor');
    await page.getByRole('button', { name: 'Make the group with 2 students' }).click();
    await expect.poll(path).toMatch(/^\/groups\/id-/);
    expect(appended.map(({ kind }) => kind)).toEqual([
      'group.add',
      'group.staff',
      'student.add',
      'group.student',
      'student.add',
      'group.student',
    ]);
    const students = added(appended);
    expect(students.map(({ name }) => name)).toEqual(['Ana García', 'Ben Okafor']);
    expect(new Set(students.map(({ avatar }) => avatar)).size).toBe(2);
    expect(new Set(students.map(({ secret }) => secret.join())).size).toBe(2);
    expect(calls).toContain('persist');
  });

  it('takes a second student of the same name only when the teacher says so', async () => {
    const { appended } = await open();
    await fill('2B', PASTED);
    await page.getByRole('checkbox', { name: 'Take ana garcía' }).click({ force: true });
    await page.getByRole('button', { name: 'Make the group with 3 students' }).click();
    await expect.poll(() => added(appended).length).toBe(3);
  });

  it('goes on after a full disk without adding anybody twice', async () => {
    const { appended, fail, path } = await open();
    await fill('2B', 'Ana\nBen');
    fail('append', 'storage');
    await page.getByRole('button', { name: /Make the group/ }).click();
    await expect
      .poll(() => page.getByRole('alert').element().textContent)
      .toMatch(/could not save/);
    expect(appended).toEqual([]);
    fail('append', null);
    await page.getByRole('button', { name: /Make the group/ }).click();
    await expect.poll(path).toMatch(/^\/groups\/id-/);
    expect(added(appended).map(({ name }) => name)).toEqual(['Ana', 'Ben']);
  });
});
