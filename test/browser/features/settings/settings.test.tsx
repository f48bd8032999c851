import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { asId, type MemberId } from '#domain/model/ids.ts';
import type { Session } from '#data/services.ts';
import { SettingsScreen } from '#features/settings/settings-screen.tsx';
import { MEMBER, staffDevice, unlocked, type StaffOptions } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const two: Session = {
  ...unlocked,
  members: [MEMBER, { ...MEMBER, id: asId<MemberId>('member-2'), name: 'Mr Okafor' }],
};
const kept = { persisted: true, usage: 10e6, quota: 1000e6, temporary: false };

const show = async (options: StaffOptions = {}) => {
  const device = staffDevice(<SettingsScreen />, options);
  return { ...device, container: await mount(device.ui) };
};

describe('signing out', () => {
  it('of one person asks first, and leaves the others', async () => {
    const { calls, container } = await show({ session: two });
    await page.getByRole('button', { name: 'Sign out: Mr Okafor' }).click();
    await expect.element(page.getByText(/saved here stays and is sent/)).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
    expect(calls).toEqual(['signOut member-2']);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('of the only person leaves the whole device', async () => {
    const { path } = await show();
    expect(page.getByRole('button', { name: /^Sign out:/ }).elements()).toEqual([]);
    await page.getByRole('button', { name: 'Sign out on this device' }).click();
    expect(path()).toBe('/settings/leave');
  });
});

describe('the name of the school', () => {
  it('says that the new one is saved, and gives the old one back', async () => {
    const { appended } = await show();
    const field = page.getByRole('textbox', { name: 'Name of the school' });
    const old = (field.element() as HTMLInputElement).value;
    await field.fill('Valley School');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(page.getByText(/^Saved on this tablet/)).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(field).toHaveValue(old);
    expect(appended).toMatchObject([
      { kind: 'school.name', body: { set: 'Valley School', was: old } },
      { kind: 'school.name', body: { set: old, was: 'Valley School' } },
    ]);
  });
});

describe('this device', () => {
  it('says that its browser keeps the data', async () => {
    await show({ storage: kept });
    await expect.element(page.getByText(/The browser keeps this data/)).toBeVisible();
  });

  it('asks again for the promise that the browser refused', async () => {
    const { fail, calls } = await show({ storage: { ...kept, persisted: false } });
    fail('persist', 'refused');
    await page.getByRole('button', { name: 'Keep the data on this device' }).click();
    await expect.element(page.getByText(/The browser said no/)).toBeVisible();
    fail('persist', null);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect.element(page.getByText(/The browser keeps this data/)).toBeVisible();
    expect(calls).toEqual(['persist', 'persist']);
  });

  it('warns before sign-out of the computer where that erases everything', async () => {
    await show({ storage: { ...kept, temporary: true } });
    await expect.element(page.getByText('This is a guest or private profile')).toBeVisible();
    await expect.element(page.getByText(/erased when somebody signs out/)).toBeVisible();
  });

  it('says with figures that it is almost full', async () => {
    await show({ storage: { ...kept, usage: 960e6 } });
    await expect
      .element(page.getByText('This device is almost full: 960 of 1,000 MB'))
      .toBeVisible();
  });

  it('says how far its clock is off, and that results are dated by the school', async () => {
    const { safety } = await show();
    safety.set({ ...safety.get(), clockOff: 2 * 3_600_000 });
    await expect.element(page.getByText('The clock of this device is 2 hours fast')).toBeVisible();
    await expect.element(page.getByText(/dated by the school's clock/)).toBeVisible();
  });
});

describe('the rules of checks', () => {
  const teacher: Session = { ...unlocked, member: { ...MEMBER, role: 'teacher' } };

  it('shows the defaults, saves each at once and takes it back', async () => {
    const { appended, container } = await show();
    const first = page.getByRole('switch', { name: /^Look at the mistakes first/ });
    await expect.element(first).toBeChecked();
    await page.getByText(/^Look at the mistakes first/).click();
    await expect.element(first).not.toBeChecked();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(first).toBeChecked();
    await page.getByRole('button', { name: /^2 "not yet" a day/ }).click();
    await page.getByRole('option', { name: 'no limit' }).click();
    await page.getByText(/^Ask before a check how sure the child is/).click();
    await expect.poll(() => appended.length).toBe(4);
    const usual = { reviewFirst: true, perDay: 2 };
    const off = { reviewFirst: false, perDay: 2 };
    expect(appended.map(({ kind, about, body }) => [kind, about, body])).toEqual([
      ['school.retakes', 'school', { set: off, was: null }],
      ['school.retakes', 'school', { set: usual, was: off }],
      ['school.retakes', 'school', { set: { ...usual, perDay: 0 }, was: usual }],
      ['school.how-sure', 'school', { set: true, was: null }],
    ]);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('takes the days of looks as they are written, names what is none, and can be switched off', async () => {
    const { appended, container } = await show();
    const days = page.getByRole('textbox', { name: 'Days after mastery' });
    await expect.element(days).toHaveValue('2, 7, 21, 60, 120');
    await days.fill('3, soon');
    await page.getByRole('button', { name: 'Save the days' }).click();
    await expect.element(page.getByText(/"soon" is no whole number/)).toBeVisible();
    expect(await faultsOf(container)).toEqual([]);
    expect(appended).toEqual([]);
    await days.fill('30 3');
    await page.getByRole('button', { name: 'Save the days' }).click();
    await expect.element(days).toHaveValue('3, 30');
    await page.getByText(/^Ask whether it lasted/).click();
    await expect.element(days).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(days).toHaveValue('3, 30');
    expect(appended.map(({ body }) => body)).toEqual([
      { set: [3, 30], was: null },
      { set: [], was: [3, 30] },
      { set: [3, 30], was: [] },
    ]);
  });

  it('are read by everybody else', async () => {
    const { container } = await show({ session: teacher });
    await expect.element(page.getByText(/first looks at what went wrong/)).toBeVisible();
    await expect.element(page.getByText(/After 2 "not yet" on a day/)).toBeVisible();
    await expect.element(page.getByText(/2, 7, 21, 60, and 120 days after/)).toBeVisible();
    await expect.element(page.getByText(/are not asked before a check/)).toBeVisible();
    expect(page.getByRole('switch').elements()).toEqual([]);
    expect(await faultsOf(container)).toEqual([]);
  });
});
