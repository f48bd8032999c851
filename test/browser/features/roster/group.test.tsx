import { Route } from 'wouter';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { GroupScreen } from '#features/roster/group-screen.tsx';
import { BadgesScreen } from '#features/roster/badges-screen.tsx';
import { GROUP, staffDevice, STUDENTS, studentId } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const open = async (screen = GroupScreen, path = '/groups/:group', at = `/groups/${GROUP}`) => {
  const device = staffDevice(<Route path={path} component={screen} />, { path: at });
  const container = await mount(device.ui);
  return { ...device, container };
};

describe('the page of a group', () => {
  it('shows the students, and their picture secrets only when asked', async () => {
    const { container } = await open();
    for (const name of STUDENTS) await expect.element(page.getByText(name)).toBeVisible();
    expect(container.textContent).not.toContain('sun');
    await page.getByText(/^Show the picture secrets/).click();
    await expect.element(page.getByText('sun', { exact: true })).toBeVisible();
    expect(await faultsOf(container)).toEqual([]);
  });

  it('lets a student leave, and takes it back with one tap', async () => {
    const { appended } = await open();
    await page.getByRole('button', { name: 'More about Ben Okoro' }).click();
    await page.getByRole('menuitem', { name: 'Take out of the group' }).click();
    await expect.element(page.getByText('2 students')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('3 students')).toBeVisible();
    const member = studentId('Ben Okoro');
    expect(appended.map(({ kind, body }) => [kind, body])).toEqual([
      ['group.student', { op: 'remove', member }],
      ['group.student', { op: 'add', member }],
    ]);
  });

  it('gives a new picture secret that nobody else has', async () => {
    const { appended } = await open();
    await page.getByRole('button', { name: 'More about Ana García' }).click();
    await page.getByRole('menuitem', { name: 'New picture secret' }).click();
    await expect.element(page.getByText(/Ana García has new pictures/)).toBeVisible();
    expect(appended).toMatchObject([{ kind: 'student.secret', body: { was: [0, 4, 8] } }]);
  });

  it('keeps the new name of a student', async () => {
    const { appended } = await open();
    await page.getByRole('button', { name: 'More about Cleo Park' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('  Cleo   Parks ');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Cleo Parks')).toBeVisible();
    expect(appended).toMatchObject([{ body: { set: 'Cleo Parks', was: 'Cleo Park' } }]);
  });

  it('says that nothing was changed when the browser cannot save', async () => {
    const { fail } = await open();
    fail('append', 'storage');
    await page.getByRole('button', { name: 'More about Ana García' }).click();
    await page.getByRole('menuitem', { name: 'New badge' }).click();
    await expect
      .poll(() => page.getByRole('alert').element().textContent)
      .toMatch(/Nothing was changed/);
  });

  it('says so when this device does not have the group', async () => {
    await open(GroupScreen, '/groups/:group', '/groups/elsewhere');
    await expect.element(page.getByText('This group is not on this device')).toBeVisible();
  });
});

it('the badge sheet has one badge a student, each with its code of 45 mm', async () => {
  const { container } = await open(
    BadgesScreen,
    '/groups/:group/badges',
    `/groups/${GROUP}/badges`,
  );
  await expect.element(page.getByText('Badges of 2B')).toBeVisible();
  const codes = [...container.querySelectorAll('article svg[aria-label^="Badge of"]')];
  expect(codes.map((code) => code.getAttribute('aria-label'))).toEqual(
    STUDENTS.map((name) => `Badge of ${name}`),
  );
  const millimetre = 96 / 25.4;
  for (const code of codes) {
    expect(
      (code.querySelector('path')?.getBoundingClientRect().width ?? 0) / millimetre,
    ).toBeCloseTo(45, 0);
  }
});
