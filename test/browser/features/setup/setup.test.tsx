import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { SetupScreen } from '#features/setup/setup-screen.tsx';
import { schoolDocuments, staffDevice, unlocked } from '#test/support/staff-device.tsx';
import { mount } from '../../ui/mount.tsx';
import { faultsOf } from '../axe.ts';

const screen = (
  <SetupScreen GroupStep={() => <h1>Group here</h1>} CoursesStep={() => <h1>Courses here</h1>} />
);
const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
/** PIN fields are password fields: no role of their own. */
const field = (name: string) => page.getByLabelText(name, { exact: true });

async function toTheAccount() {
  const device = staffDevice(screen, { session: { state: 'none' }, documents: [] });
  const container = await mount(device.ui);
  await textbox('Name of the school').fill('Lincoln School');
  expect(await faultsOf(container)).toEqual([]);
  await page.getByRole('button', { name: 'Next' }).click();
  return { ...device, container };
}

async function fillAccount(repeated: string) {
  await textbox('Your name').fill('Ms Rivera');
  await textbox('Email').fill('rivera@school.example');
  await field('Passphrase').fill('orange tractor window');
  await field('PIN').fill('2580');
  await field('PIN again').fill(repeated);
  await page.getByRole('button', { name: 'Make the school' }).click();
}

describe('setting up a school', () => {
  it('asks for the school first, and says what is missing', async () => {
    const device = staffDevice(screen, { session: { state: 'none' }, documents: [] });
    await mount(device.ui);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect.element(page.getByText('The school needs a name.')).toBeVisible();
  });

  it('sends nothing while the two PINs differ', async () => {
    const { calls, container } = await toTheAccount();
    await fillAccount('2581');
    await expect.element(page.getByText('The two PINs are not the same.')).toBeVisible();
    expect(calls).toEqual([]);
    expect(await faultsOf(container)).toEqual([]);
  });

  it('says what to do when the link was not the newest one', async () => {
    const { fail } = await toTheAccount();
    fail('setUp', 'wrong-token');
    await fillAccount('2580');
    await expect.poll(() => page.getByRole('alert').element().textContent).toMatch(/printed last/);
  });

  it('goes on by itself once the school is there', async () => {
    const { session, calls } = await toTheAccount();
    await fillAccount('2580');
    await expect.poll(() => calls).toEqual(['setUp']);
    session.set(unlocked);
    await expect.element(page.getByRole('heading', { name: 'Group here' })).toBeVisible();
  });

  it('goes on at the courses after a reload, when the group is there', async () => {
    const documents = schoolDocuments().filter(({ kind }) => kind !== 'use');
    await mount(staffDevice(screen, { documents }).ui);
    await expect.element(page.getByRole('heading', { name: 'Courses here' })).toBeVisible();
  });

  it('ends with what most people do next', async () => {
    const device = staffDevice(screen);
    await mount(device.ui);
    await page.getByRole('button', { name: 'Print the badges' }).click();
    expect(device.path()).toBe('/groups/group-1/badges');
  });
});
