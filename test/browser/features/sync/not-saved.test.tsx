import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SavedDot } from '#features/check/saved-dot.tsx';
import { SavedLine } from '#features/interview/saved-line.tsx';
import { SyncStatus } from '#features/sync/sync-status.tsx';
import { staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';
import { savedFile } from '../saved-file.ts';

const show = async (screen: React.ReactNode) => {
  const device = staffDevice(screen);
  const container = await mount(device.ui);
  const { safety } = device;
  safety.set({ ...safety.get(), state: 'needs-you', reason: 'not-saved', aside: 2, unsent: 2 });
  return { ...device, container };
};

describe('what the browser could not write', () => {
  it('is named in red on the chip and behind it, and the page is to stay open', async () => {
    await show(<SyncStatus timeZone="UTC" />);
    await page.getByRole('button', { name: /2 not saved yet/ }).click();
    await expect
      .element(page.getByText('2 results are not saved yet. Keep this page open.'))
      .toBeVisible();
    expect(page.getByText(/saved on this device/i).elements()).toEqual([]);
    expect(await faultsOf(document.body)).toEqual([]);
  });

  it('can be saved to a file, with the count and what to do with it', async () => {
    await show(<SyncStatus timeZone="UTC" />);
    await page.getByRole('button', { name: /2 not saved yet/ }).click();
    const file = await savedFile(() =>
      page.getByRole('button', { name: 'Save unsent results to a file' }).click(),
    );
    expect(file).toEqual({ name: 'nine-of-ten-tablet-1-2026-11-02.rescue.txt', text: 'file' });
    await expect.element(page.getByText('2 results are in the file')).toBeVisible();
    await expect.element(page.getByText(/Take it to any other device of staff/)).toBeVisible();
    // The focus has not got lost on the way.
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('is never called saved in an interview', async () => {
    const { safety } = await show(<SavedLine />);
    await expect.element(page.getByText(/2 not saved yet/)).toBeVisible();
    expect(page.getByText(/Saved on this tablet|Sent to school/).elements()).toEqual([]);
    safety.set({ ...safety.get(), state: 'waiting', reason: null, aside: 0, unsent: 1 });
    await expect.element(page.getByText('Saved on this tablet · 1 result waits')).toBeVisible();
  });

  it('is never called saved in a check', async () => {
    const { container } = await show(<SavedDot saved="saved" />);
    await expect.element(page.getByText('Not saved yet')).toBeVisible();
    expect(container.querySelector('[data-saved=saved]')).toBeNull();
  });
});
