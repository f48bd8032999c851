/** A new school, from the welcome of an unknown browser to the end of the wizard. */
import {
  button,
  chooseCourses,
  heading,
  makeAccount,
  nameSchool,
  pasteGroup,
  takeGroup,
} from '#test/support/actions-staff.ts';
import type { Walk } from './walk.ts';

export async function walkSetup({ device, step }: Walk, setupToken: string): Promise<void> {
  const { page, t, url } = device;
  await step('welcome-no-school', async () => {
    await page().goto(url);
    await page().getByRole('heading').first().waitFor();
  });
  await step('setup-school', async () => {
    await page().goto(`${url}/setup#${setupToken}`);
    await page().reload();
    await button(device, t('Next')).waitFor();
  });
  await step('setup-school-faults', () => button(device, t('Next')).click());
  await step('setup-account', async () => {
    await nameSchool(device, setupToken, 'Riverside School');
    await heading(device, t('Your account')).waitFor();
  });
  await step('setup-account-faults', () => button(device, t('Make the school')).click(), {
    whole: true,
  });
  await step('setup-group', () => makeAccount(device));
  await step('setup-group-look-through', () => pasteGroup(device, '2B'), { whole: true });
  await step('setup-courses', () => takeGroup(device), { whole: true });
  await step('setup-done', async () => {
    await chooseCourses(device);
    await heading(device, t('Your school is ready')).waitFor();
  });
  await step('today-first-day', () => button(device, t('Go to Today')).click());
}
