import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { asId, type MemberId } from '#domain/model/ids.ts';
import { UnlockScreen } from '#features/session/unlock-screen.tsx';
import { locked, MEMBER, staffDevice } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

describe('the locked device', () => {
  it('takes the PIN by keyboard, clears a wrong one and says how to go on', async () => {
    const device = staffDevice(<UnlockScreen />, { session: locked });
    device.fail('unlock', 'wrong-pin');
    const container = await mount(device.ui);
    await userEvent.keyboard('1111{Enter}');
    await expect.element(page.getByText('That PIN is not right. Try again.')).toBeVisible();
    await expect.element(page.getByRole('img', { name: '0 digits entered' })).toBeVisible();
    device.fail('unlock', null);
    await userEvent.keyboard('2580{Enter}');
    expect(device.calls).toEqual(['unlock 1111', 'unlock 2580']);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('shows a wait as a wait and takes no PIN meanwhile', async () => {
    const device = staffDevice(<UnlockScreen />, {
      session: { ...locked, waitUntil: Date.now() + 30_000 },
    });
    await mount(device.ui);
    await expect.element(page.getByText(/You can go on in \d+ seconds/)).toBeVisible();
    await userEvent.keyboard('2580{Enter}');
    expect(device.calls).toEqual([]);
  });

  it('asks who it is where several people work', async () => {
    const other = { id: asId<MemberId>('member-2'), name: 'Mr Chen', role: 'teacher' } as const;
    const device = staffDevice(<UnlockScreen />, {
      session: { ...locked, members: [MEMBER, other] },
    });
    await mount(device.ui);
    await page.getByRole('button', { name: 'Mr Chen' }).click();
    await expect.element(page.getByText('Hello, Mr Chen')).toBeVisible();
    await page.getByRole('button', { name: 'I am somebody else' }).click();
    await expect.element(page.getByText('Who is unlocking?')).toBeVisible();
  });

  it('on a class tablet leads back to the students, and to a sign-in while nobody has one', async () => {
    const device = staffDevice(<UnlockScreen />, {
      session: {
        ...locked,
        members: [],
        device: { ...locked.device, kind: 'class-tablet' },
      },
      path: '/teacher',
    });
    await mount(device.ui);
    await expect.element(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await page.getByRole('button', { name: 'Back to the students' }).click();
    expect(device.path()).toBe('/student');
  });
});
