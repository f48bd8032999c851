import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { fault, ok } from '#domain/kernel/result.ts';
import { DevicesScreen } from '#features/devices/devices-screen.tsx';
import type { DevicesAnswer } from '#protocol/staff-request.ts';
import { deviceReport, type DeviceReport } from '#test/support/builders/device-reports.ts';
import { GROUP, staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const HOUR = 3_600_000;
/** Tuesday, 17 November 2026, 12:00 in UTC. */
const NOW = Date.UTC(2026, 10, 17, 12);
const answer = { nonce: 'nonce-of-test', epoch: 'e', now: NOW, seq: 0 };
const listOf = (...devices: readonly DeviceReport[]): DevicesAnswer => ({
  ...answer,
  secondCopy: true,
  devices: [...devices],
});
const tablet = (name: string, part: Partial<DeviceReport> = {}): DeviceReport =>
  deviceReport({ id: name, name, groups: [GROUP], lastHeard: NOW, ...part });

const show = async (...devices: readonly DeviceReport[]) => {
  const device = staffDevice(<DevicesScreen />, {
    server: { devices: () => Promise.resolve(ok(listOf(...devices))) },
  });
  return { ...device, container: await mount(device.ui) };
};
const row = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first();

describe('the devices of the school', () => {
  it('are listed with those not heard from first, and what is the matter with them', async () => {
    const { container } = await show(
      tablet('Tablet A'),
      tablet('Tablet B', { lastHeard: NOW - 72 * HOUR, waiting: 2, skew: HOUR, drafts: 1 }),
    );
    const silent = page.getByRole('region', { name: 'Not heard from for a day' });
    await expect.element(silent.getByText('Last heard 3 days ago')).toBeVisible();
    await expect.element(silent.getByText('2 results wait on it')).toBeVisible();
    await expect.element(silent.getByText('1 check is running on it')).toBeVisible();
    await expect.element(silent.getByText('Its clock is 1 hour slow')).toBeVisible();
    const names = [...container.querySelectorAll('li strong')].map(
      ({ textContent }) => textContent,
    );
    expect(names).toEqual(['Tablet B', 'Tablet A']);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('say how they keep what is on them, with the figures where room gets short', async () => {
    const storage = { persisted: true, usage: 930e6, quota: 1000e6, temporary: null };
    await show(
      tablet('Kept', { storage: { ...storage, usage: 1 } }),
      tablet('Full', { storage }),
      tablet('Loose', { storage: { ...storage, usage: 1, persisted: false } }),
      tablet('Guest', { storage: { ...storage, temporary: true } }),
    );
    await expect.element(row('Kept').getByText(/has promised to keep the data/)).toBeVisible();
    await expect.element(row('Full').getByText(/Almost full: 930 of 1,000 MB/)).toBeVisible();
    await expect.element(row('Loose').getByText(/may erase the data/)).toBeVisible();
    await expect
      .element(row('Guest').getByText(/erased at sign-out of the computer/))
      .toBeVisible();
  });

  it('name results that a browser could not write, and an app that is older than this one', async () => {
    await show(tablet('Tablet A', { aside: 3, app: '-1' }));
    await expect.element(page.getByText(/3 results are not saved there/)).toBeVisible();
    await expect.element(row('Tablet A').getByText(/older app/)).toBeVisible();
  });

  it('name the numbers and the hours of what was erased before it was sent', async () => {
    const losses = [
      {
        stream: 4,
        first: 15,
        last: 18,
        since: Date.UTC(2026, 10, 17, 10, 42),
        until: Date.UTC(2026, 10, 17, 11, 30),
      },
    ];
    const { container } = await show(tablet('Tablet 3', { losses }));
    await expect.element(page.getByText('4 results of this device are lost')).toBeVisible();
    await expect
      .element(
        page.getByText(
          /Tablet 3: 4 results \(numbers 15 to 18\), made between 10:42\sAM and 11:30\sAM on Tuesday, November 17, 2026, were erased by its browser before they were sent/,
        ),
      )
      .toBeVisible();
    expect(await faultsOf(container)).toEqual([]);
  });

  it('name the hours of what was erased before anybody knew of it', async () => {
    const erasures = [
      { since: Date.UTC(2026, 10, 17, 10, 42), until: Date.UTC(2026, 10, 17, 11, 30) },
    ];
    await show(tablet('Tablet 3', { erasures }));
    await expect
      .element(page.getByText('The browser of this device erased what was on it'))
      .toBeVisible();
    await expect
      .element(
        page.getByText(
          /Tablet 3: its browser erased what was on it between 10:42\sAM and 11:30\sAM on Tuesday, November 17, 2026\. What was done on it in that time and not sent is lost/,
        ),
      )
      .toBeVisible();
  });

  it('say plainly that the list needs the network', async () => {
    await mount(staffDevice(<DevicesScreen />).ui);
    await expect.element(page.getByText('The list needs the network')).toBeVisible();
  });

  it('lead to the entries that do not count yet', async () => {
    const { path } = await show(tablet('Tablet A', { held: 2 }));
    await page.getByRole('button', { name: 'See why' }).click();
    expect(path()).toBe('/devices/held');
  });
});

describe('a device that is lost', () => {
  const open = async (part: Partial<DeviceReport>, code: string | null = null) => {
    let report = tablet('Tablet A', part);
    const asked: string[] = [];
    const change = (name: string, endedAt: number | null) => (id: string) => {
      asked.push(`${name} ${id}`);
      if (code !== null) return Promise.resolve(fault(code));
      report = { ...report, endedAt };
      return Promise.resolve(ok({ ...answer, done: true as const }));
    };
    const server = {
      devices: () => Promise.resolve(ok(listOf(report))),
      endDevice: change('end', NOW),
      returnDevice: change('return', null),
    };
    await mount(staffDevice(<DevicesScreen />, { server }).ui);
    return asked;
  };

  it('loses its rights after a question that says what becomes of its results', async () => {
    const asked = await open({ waiting: 2 });
    await page.getByRole('button', { name: 'This device is lost: Tablet A' }).click();
    await expect.element(page.getByText(/Results still wait on it/)).toBeVisible();
    expect(await faultsOf(document.body)).toEqual([]);
    await page.getByRole('button', { name: 'End its rights' }).click();
    await expect
      .element(
        page
          .getByRole('region', { name: 'Lost or given back' })
          .getByText(/Its rights ended on Nov 17, 12:00\sPM/),
      )
      .toBeVisible();
    expect(asked).toEqual(['end Tablet A']);
  });

  it('is left as it is when the answer is no', async () => {
    const asked = await open({});
    await page.getByRole('button', { name: 'This device is lost: Tablet A' }).click();
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
    expect(asked).toEqual([]);
  });

  it('gets its rights back when it was found again', async () => {
    const asked = await open({ endedAt: NOW - HOUR });
    await page.getByRole('button', { name: 'It was found again: Tablet A' }).click();
    await page.getByRole('button', { name: 'Give its rights back' }).click();
    await expect
      .element(page.getByRole('region', { name: 'Heard from in the last day' }))
      .toBeVisible();
    expect(asked).toEqual(['return Tablet A']);
  });

  it('says why nothing was changed', async () => {
    await open({}, 'no-authority');
    await page.getByRole('button', { name: 'This device is lost: Tablet A' }).click();
    await page.getByRole('button', { name: 'End its rights' }).click();
    await expect.element(page.getByText(/Your role does not allow this/)).toBeVisible();
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
