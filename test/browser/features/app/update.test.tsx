import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Offer } from '#app/update-banner.tsx';
import type { AppUpdate } from '#platform/service-worker.ts';
import { staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const show = async (state: 'waiting' | 'coming' | 'taken', path = '/teacher') => {
  let held = 0;
  let applied = 0;
  const update: AppUpdate = {
    state: () => state,
    subscribe: () => () => undefined,
    apply: () => {
      applied += 1;
      return 'applied';
    },
    guard: () => {
      held += 1;
      return () => {
        held -= 1;
      };
    },
  };
  const device = staffDevice(<Offer update={update} />, { path });
  const container = await mount(device.ui);
  return { ...device, container, held: () => held, applied: () => applied };
};

describe('a new version of the app', () => {
  it('is used when a person says so', async () => {
    const { container, applied } = await show('waiting');
    await page.getByRole('button', { name: 'Use it now' }).click();
    expect(applied()).toBe(1);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('that was asked for is on its way, and is asked for once', async () => {
    const { container } = await show('coming');
    await expect.element(page.getByText('Loading the new version')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Use it now' })).toBeDisabled();
    expect(await faultsOf(container)).toEqual([]);
  });

  it('that another tab has taken makes this page say that it is old', async () => {
    const { applied } = await show('taken');
    await expect.element(page.getByText('This page is of an older version')).toBeVisible();
    await page.getByRole('button', { name: 'Load it again' }).click();
    expect(applied()).toBe(1);
  });

  it.each(['/student/s/check/d', '/groups/g/interview/c/u/s'])(
    'is not offered and held back at %s',
    async (path) => {
      const { container, held } = await show('waiting', path);
      await expect.poll(held).toBe(1);
      expect(container.textContent).toBe('');
    },
  );

  it('waits while a check is open on this device, and says so to staff', async () => {
    const { safety, held } = await show('waiting');
    safety.set({ ...safety.get(), openDrafts: 2 });
    await expect.element(page.getByText(/waits until 2 checks are handed in/)).toBeVisible();
    expect(page.getByRole('button').elements()).toEqual([]);
    expect(held()).toBe(1);
    safety.set({ ...safety.get(), openDrafts: 0 });
    await expect.element(page.getByRole('button', { name: 'Use it now' })).toBeVisible();
    expect(held()).toBe(0);
  });

  it('waits for what is not saved yet', async () => {
    const { safety } = await show('waiting');
    safety.set({ ...safety.get(), aside: 1 });
    await expect.element(page.getByText(/until everything on this page is saved/)).toBeVisible();
    expect(page.getByRole('button').elements()).toEqual([]);
  });

  it('tells children nothing while their checks are open', async () => {
    const { safety, container, held } = await show('waiting', '/student');
    safety.set({ ...safety.get(), openDrafts: 1 });
    await expect.poll(held).toBe(1);
    expect(container.textContent).toBe('');
  });
});
