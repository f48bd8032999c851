import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fault, ok } from '#domain/kernel/result.ts';
import { DevicesScreen } from '#features/devices/devices-screen.tsx';
import type { DataServices } from '#data/services.ts';
import type { Imported } from '#data/services-leaving.ts';
import { staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const all: Imported = {
  stored: 0,
  duplicate: 0,
  held: 0,
  refused: 0,
  unreadable: 0,
  cut: false,
  events: 0,
  deviceName: 'Tablet 3',
};
const file = (text = 'the file') => new File([text], 'x.rescue.txt', { type: 'text/plain' });

const show = async (bring: DataServices['rescue']['bring']) => {
  const device = staffDevice(<DevicesScreen />, { server: { bring } });
  return { ...device, container: await mount(device.ui) };
};
const choose = (one: File) => {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  return userEvent.upload(input ?? document.body, one);
};

describe('a rescue file', () => {
  it('is brought in, and says how many results were new, were there already, or do not count yet', async () => {
    const texts: string[] = [];
    const { container } = await show((text) => {
      texts.push(text);
      return Promise.resolve(ok({ ...all, stored: 12, duplicate: 3, held: 1, events: 16 }));
    });
    await choose(file());
    await expect.element(page.getByText('The file of Tablet 3 was brought in')).toBeVisible();
    await expect.element(page.getByText('12 were new')).toBeVisible();
    await expect.element(page.getByText('3 were there already')).toBeVisible();
    await expect.element(page.getByText(/1 does not count yet/)).toBeVisible();
    await expect.element(page.getByText(/You may delete it/)).toBeVisible();
    expect(texts).toEqual(['the file']);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('can be dropped, and tells how far it is on the way', async () => {
    let finish: (value: Awaited<ReturnType<DataServices['rescue']['bring']>>) => void = () =>
      undefined;
    await show((_, progress) => {
      progress?.(2, 5);
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const place = page.getByRole('group', { name: 'A file of unsent results' }).element();
    const data = new DataTransfer();
    data.items.add(file());
    place.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    await expect.element(page.getByText('Part 2 of 5 is with the school')).toBeVisible();
    finish(ok({ ...all, duplicate: 1, events: 1 }));
    await expect.element(page.getByText('None was new')).toBeVisible();
  });

  it('that was cut says how many of its results could be read, and is not to be deleted', async () => {
    await show(() => Promise.resolve(ok({ ...all, stored: 80, cut: true, events: 120 })));
    await choose(file());
    await expect
      .element(page.getByText(/it should hold 120 results, and 80 of them could be read/))
      .toBeVisible();
    expect(page.getByText(/You may delete it/).elements()).toEqual([]);
  });

  it('of which some was not taken in is to be kept', async () => {
    await show(() => Promise.resolve(ok({ ...all, refused: 2, events: 2 })));
    await choose(file());
    await expect.element(page.getByText(/2 were not taken in. Keep the file/)).toBeVisible();
    expect(page.getByText(/You may delete it/).elements()).toEqual([]);
  });

  it.each([
    ['not-a-rescue-file', /not a file of unsent results/],
    ['newer-version', /newer version of the app/],
    ['other-school', /belongs to another school/],
    ['nothing-readable', /Nothing in this file can be read/],
    ['not-an-answer', /answered instead of it/],
  ])('that cannot be brought in (%s) says why in plain words', async (code, words) => {
    await show(() => Promise.resolve(fault(code)));
    await choose(file());
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Choose the file' })).toBeEnabled();
  });
});
