import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { asId, type EventId } from '#domain/model/ids.ts';
import { SyncStatus } from '#features/sync/sync-status.tsx';
import { staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const open = async (options: Parameters<typeof staffDevice>[1] = {}) => {
  const device = staffDevice(<SyncStatus timeZone="UTC" />, options);
  await mount(device.ui);
  return device;
};

describe('where the results are', () => {
  it('is told in full behind the chip, with "Try now"', async () => {
    const { safety, calls } = await open();
    safety.set({ ...safety.get(), state: 'offline', unsent: 3, oldestUnsentAt: 0 });
    await page.getByRole('button', { name: /Offline/ }).click();
    await expect.element(page.getByText(/3 results are saved on this device/)).toBeVisible();
    await page.getByRole('button', { name: 'Try now' }).click();
    expect(calls).toEqual(['syncNow']);
    expect(await faultsOf(document.body)).toEqual([]);
  });

  it('says that the school is busy where it asked to come again later, in both languages', async () => {
    const { safety } = await open();
    safety.set({ ...safety.get(), state: 'busy', unsent: 3, oldestUnsentAt: 0 });
    await page.getByRole('button', { name: /School is busy/ }).click();
    const words = page.getByText(
      'The school is busy. 3 results are saved on this device. It goes on by itself.',
    );
    await expect.element(words).toBeVisible();
    expect(page.getByText(/No connection/).elements()).toEqual([]);
    safety.set({ ...safety.get(), unsent: 0, oldestUnsentAt: null });
    await expect.element(page.getByText('The school is busy. It goes on by itself.')).toBeVisible();
  });

  it('names what the school keeps and does not count, with the reason', async () => {
    const { safety, path } = await open();
    const held = [{ slot: 's.1', id: asId<EventId>('e'), code: 'out-of-scope' }];
    safety.set({ ...safety.get(), held });
    await page.getByRole('button', { name: /All sent/ }).click();
    await expect.element(page.getByText(/1 entry is with the school/)).toBeVisible();
    await expect.element(page.getByText(/was not responsible for/)).toBeVisible();
    await page.getByRole('button', { name: 'Which ones' }).click();
    expect(path()).toBe('/devices/held');
  });

  it('says that a sheet of paper was entered before in another way, and what to do', async () => {
    const { safety } = await open();
    const held = [{ slot: 's.1', id: asId<EventId>('e'), code: 'sheet-entered-before' }];
    safety.set({ ...safety.get(), held });
    await page.getByRole('button', { name: /All sent/ }).click();
    await expect.element(page.getByText(/This sheet of paper was entered before/)).toBeVisible();
    await expect.element(page.getByText(/enter the sheet once more on a device/)).toBeVisible();
  });

  it('says that a check cannot be read any more, and saves it to a file', async () => {
    const { safety, calls } = await open();
    safety.set({ ...safety.get(), unreadableDrafts: 1 });
    await page.getByRole('button', { name: /All sent/ }).click();
    const notice = '1 check that was begun on this device cannot be read';
    await expect.element(page.getByText(notice)).toBeVisible();
    await expect.element(page.getByText(/The student can begin a new check/)).toBeVisible();
    await page.getByRole('button', { name: 'Save unsent results to a file' }).click();
    await expect.poll(() => calls).toEqual(['make']);
    expect(await faultsOf(document.body)).toEqual([]);
  });

  it('says what to do when the browser refuses to keep the data', async () => {
    const device = await open({
      storage: { persisted: false, usage: null, quota: null, temporary: false },
    });
    device.fail('persist', 'refused');
    await page.getByRole('button', { name: /All sent/ }).click();
    await page.getByRole('button', { name: 'Keep the data on this device' }).click();
    await expect.element(page.getByText(/The browser said no/)).toBeVisible();
  });
});
