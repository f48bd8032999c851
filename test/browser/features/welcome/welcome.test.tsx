import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ok } from '#domain/kernel/result.ts';
import { ErasedScreen } from '#features/welcome/erased-screen.tsx';
import { WelcomeScreen } from '#features/welcome/welcome-screen.tsx';
import type { Hello } from '#protocol/enrolment.ts';
import { staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const hello = (school: Hello['school']): Hello => ({
  nonce: 'nonce-of-test',
  epoch: 'e',
  now: 0,
  seq: 0,
  school,
  publicUrl: 'https://school.example',
  device: null,
});
const open = async (school: Hello['school'] | undefined) => {
  const server = school === undefined ? {} : { hello: () => Promise.resolve(ok(hello(school))) };
  const device = staffDevice(<WelcomeScreen />, { session: { state: 'none' }, server });
  const container = await mount(device.ui);
  return { ...device, container };
};

describe('a browser that belongs to no school', () => {
  it('has two doors', async () => {
    const { container, path } = await open({ name: 'Lincoln School', language: 'en' });
    await expect.element(page.getByRole('heading', { name: 'Lincoln School' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'I work here' })).toBeVisible();
    expect(await faultsOf(container)).toEqual([]);
    await page.getByRole('button', { name: 'Connect a class tablet' }).click();
    expect(path()).toBe('/enrol');
  });

  it('is told where to begin while the school is not set up', async () => {
    await open(null);
    await expect.element(page.getByText('This school is not set up yet')).toBeVisible();
    await expect.element(page.getByText(/the link that the server printed/)).toBeVisible();
  });

  it('is told plainly that it needs the network once', async () => {
    await open(undefined);
    await expect.element(page.getByText('Connect to the network once')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('a device whose browser erased everything', () => {
  it('gets its groups back with one tap when it is a class tablet', async () => {
    const device = staffDevice(<ErasedScreen kind="class-tablet" />, {
      session: { state: 'erased', kind: 'class-tablet' },
    });
    await mount(device.ui);
    await expect.element(page.getByText(/Everything that was sent is safe/)).toBeVisible();
    await page.getByRole('button', { name: 'Get the groups back' }).click();
    await expect.poll(device.path).toBe('/enrol');
    expect(device.calls).toEqual(['resume']);
  });

  it('leads its member of staff to the sign-in', async () => {
    const device = staffDevice(<ErasedScreen kind="staff" />, {
      session: { state: 'erased', kind: 'staff' },
    });
    await mount(device.ui);
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(device.path()).toBe('/sign-in');
  });
});
