import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ok } from '#domain/kernel/result.ts';
import { DevicesScreen } from '#features/devices/devices-screen.tsx';
import type { DevicesAnswer } from '#protocol/staff-request.ts';
import { deviceReport } from '#test/support/builders/device-reports.ts';
import { GROUP, staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const HOUR = 3_600_000;
const NOW = 2_000 * HOUR;
const answer = { nonce: 'nonce-of-test', epoch: 'e', now: NOW, seq: 0 };
const tablet = { groups: [GROUP], app: '0.1.0' };
const devices: DevicesAnswer = {
  ...answer,
  devices: [
    deviceReport({ ...tablet, id: 'a', name: 'Tablet A', lastHeard: NOW }),
    deviceReport({
      ...tablet,
      id: 'b',
      name: 'Tablet B',
      lastHeard: NOW - 72 * HOUR,
      waiting: 2,
      skew: HOUR,
    }),
  ],
};

describe('the devices of the school', () => {
  it('are listed with those not heard from first, and what is the matter with them', async () => {
    const server = { devices: () => Promise.resolve(ok(devices)) };
    const device = staffDevice(<DevicesScreen />, { server });
    const container = await mount(device.ui);
    await expect.element(page.getByText('Last heard 3 days ago')).toBeVisible();
    await expect.element(page.getByText('2 results wait on it')).toBeVisible();
    await expect.element(page.getByText('Its clock is 1 hour slow')).toBeVisible();
    const names = [...container.querySelectorAll('li strong')].map(
      ({ textContent }) => textContent,
    );
    expect(names).toEqual(['Tablet B', 'Tablet A']);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('say plainly that the list needs the network', async () => {
    await mount(staffDevice(<DevicesScreen />).ui);
    await expect.element(page.getByText('The list needs the network')).toBeVisible();
  });
});

it('a class tablet gets a code to scan and to type, with the time it is good for', async () => {
  const code = { ...answer, code: 'VP4JWEN4', url: 'https://school.example/enrol#VP4JWEN4' };
  const asked: unknown[] = [];
  const server = {
    tabletCode: (groups: unknown) => {
      asked.push(groups);
      return Promise.resolve(ok({ ...code, until: NOW + HOUR / 4 }));
    },
  };
  await mount(staffDevice(<DevicesScreen />, { server }).ui);
  await page.getByRole('button', { name: 'Connect a class tablet' }).click();
  await page.getByRole('button', { name: 'Show the code' }).click();
  await expect.element(page.getByText('Good for 15 minutes.')).toBeVisible();
  await expect
    .element(page.getByRole('img', { name: 'Code of the class tablet: V P 4 J W E N 4' }))
    .toBeVisible();
  expect(asked).toEqual([[GROUP]]);
});
