import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LeavingGate } from '#app/leaving-gate.tsx';
import type { Session } from '#data/services.ts';
import { LeaveScreen } from '#features/leaving/leave-screen.tsx';
import { staffDevice, unlocked } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const tablet: Session = { ...unlocked, device: { ...unlocked.device, kind: 'class-tablet' } };

const show = async (session: Session = unlocked) => {
  const device = staffDevice(
    <LeavingGate>
      <LeaveScreen />
    </LeavingGate>,
    { session, path: '/settings/leave' },
  );
  return { ...device, container: await mount(device.ui) };
};

describe('leaving a device', () => {
  it('says first what will happen, and what is on the device now', async () => {
    const { safety, container } = await show(tablet);
    safety.set({ ...safety.get(), state: 'waiting', unsent: 12, openDrafts: 1 });
    await expect
      .element(page.getByRole('heading', { name: 'Give this tablet back' }))
      .toBeVisible();
    const now = page.getByRole('list', { name: 'On this device now' });
    await expect.element(now.getByText('12 results are not with the school yet')).toBeVisible();
    await expect.element(now.getByText('1 check is still running')).toBeVisible();
    expect(await faultsOf(container)).toEqual([]);
  });

  it('ends with an empty device', async () => {
    const { calls } = await show();
    await page.getByRole('button', { name: 'Send everything, then erase' }).click();
    await expect.element(page.getByRole('heading', { name: 'This device is empty' })).toBeVisible();
    expect(calls).toEqual(['leave']);
    expect(await faultsOf(document.body)).toEqual([]);
  });

  it('shows every step with what is left to send, and can be stopped', async () => {
    const { leaving, calls } = await show();
    leaving.set({ state: 'working', step: 'sending', waiting: 4 });
    const steps = page.getByRole('list', { name: 'Steps' });
    await expect.element(steps.getByText(/4 results left/)).toBeVisible();
    expect(steps.element().querySelector('[aria-current=step]')?.textContent).toMatch(
      /Send everything to the school/,
    );
    expect(await faultsOf(document.body)).toEqual([]);
    await page.getByRole('button', { name: 'Stop and go back to work' }).click();
    await expect
      .element(page.getByRole('button', { name: 'Send everything, then erase' }))
      .toBeVisible();
    expect(calls).toEqual(['stop']);
  });

  it('cannot be stopped any more once it erases', async () => {
    const { leaving } = await show();
    leaving.set({ state: 'working', step: 'erasing', waiting: 0 });
    await expect.element(page.getByRole('list', { name: 'Steps' })).toBeVisible();
    expect(page.getByRole('button').elements()).toEqual([]);
  });

  it.each([
    ['offline', /No connection to the school/, /Connect this device to the network/],
    ['busy', /The school is busy/, /It goes on by itself/],
    ['no-second-copy', /once, but not yet twice/, /goes on by itself/],
    ['credential', /does not know this device/, /sign in again/],
    ['refused', /did not take in some/, /Save them to a file/],
    ['other-tab', /Another tab/, /Close all other tabs/],
    ['storage', /cannot write/, /Make room/],
    ['something-new', /cannot go on just now \(something-new\)/, /try again later/],
  ])(
    'that is blocked (%s) says why, what to do, and that nothing was erased',
    async (code, why, todo) => {
      const { leaving } = await show();
      leaving.set({ state: 'blocked', code, waiting: 2 });
      const alert = page.getByRole('alert').filter({ hasText: why });
      await expect.element(alert.getByText(todo)).toBeVisible();
      await expect.element(alert.getByText(/Nothing was erased/)).toBeVisible();
      await expect
        .element(page.getByRole('button', { name: 'Save unsent results to a file' }))
        .toBeVisible();
      expect(await faultsOf(document.body)).toEqual([]);
    },
  );

  it('with refused results goes on once a person has saved them to a file, and says so', async () => {
    const { leaving, calls } = await show();
    leaving.set({ state: 'blocked', code: 'refused', waiting: 2 });
    const goOn = page.getByRole('button', { name: 'I have the file. Go on' });
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(goOn.query()).toBeNull();
    await page.getByRole('button', { name: 'Save unsent results to a file' }).click();
    await goOn.click();
    expect(calls).toEqual(expect.arrayContaining(['make', 'keepsFile']));
    leaving.set({ state: 'left', filed: true });
    await expect.element(page.getByText(/the rest is in the file that you saved/)).toBeVisible();
    expect(await faultsOf(document.body)).toEqual([]);
  });

  it('that was not possible says why, and the device stays as it was', async () => {
    const { fail } = await show();
    fail('leave', 'other-tab');
    await page.getByRole('button', { name: 'Send everything, then erase' }).click();
    await expect.element(page.getByText(/Close all other tabs/)).toBeVisible();
  });
});
