/** How a browser becomes a device of the bench's school, through the screens that people use. */
import type { Page } from 'playwright';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import { ACCOUNT, SECRET_PICTURES, type BenchSchool } from './seed-school.ts';

/** A new code for a class tablet, from the first person's device. */
export async function tabletCode({ admin, group }: BenchSchool): Promise<string> {
  const { code } = await admin.staff<CodeAnswer>({ action: 'tablet-code', groups: [group] });
  return code;
}

/** Signs the first person in: on a new browser it becomes a device of staff, on a class tablet it stays one. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByRole('textbox', { name: 'Email' }).fill(ACCOUNT.email);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(ACCOUNT.passphrase);
  await page.getByRole('textbox', { name: 'PIN' }).fill(ACCOUNT.pin);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/teacher');
}

/** Makes the browser a class tablet and waits until the class is on it. */
export async function enrolTablet(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/enrol#${code}`);
  await page.getByRole('button', { name: 'Connect this tablet' }).click();
  await page.getByText('Ready for offline').waitFor();
}

/** The app itself is kept on the device: it can start with no server. */
export async function appKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active === null || active.state === 'activated') return;
    await new Promise((done) => active.addEventListener('statechange', done, { once: true }));
  });
}

/** Gives the PIN on the pad that is on screen. */
export async function givePin(page: Page): Promise<void> {
  for (const digit of ACCOUNT.pin)
    await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
}

/** Says at the door of a class tablet which child is here, by its number from 0 in the order of the names. */
export async function identify(page: Page, child = 0): Promise<void> {
  await page.getByRole('button', { name: 'Child' }).nth(child).click();
  for (const picture of SECRET_PICTURES)
    await page.getByRole('button', { name: picture, exact: true }).click();
}
