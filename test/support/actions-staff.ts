/** What a teacher does with a device, by what is on the screen. */
import type { Locator } from 'playwright';
import type { Device } from './actions-school.ts';

export const TEACHER = {
  name: 'Ms. Rivera',
  email: 'rivera@school.example',
  passphrase: 'paper lantern river drum',
  pin: '2468',
} as const;

/** The names that are pasted, as from a spreadsheet; the third line holds no name. */
export const PASTED = 'name,class\nAna Lopez,2B\n,2B\nBen Okoro,2B\nCai Lin,2B\nDana Weiss,2B\n';
export const NAMES = ['Ana Lopez', 'Ben Okoro', 'Cai Lin', 'Dana Weiss'] as const;

export const button = ({ page }: Device, name: string): Locator =>
  page().getByRole('button', { name, exact: true });

export const heading = ({ page }: Device, name: string): Locator =>
  page().getByRole('heading', { name, exact: true });

/** The first step of the wizard. */
export async function nameSchool(device: Device, setupToken: string, name: string): Promise<void> {
  const { page, t, url } = device;
  await page().goto(`${url}/setup#${setupToken}`);
  await page().getByLabel(t('Name of the school'), { exact: true }).fill(name);
  await button(device, t('Next')).click();
}

/** The second step: after it this device is signed in. */
export async function makeAccount(device: Device): Promise<void> {
  const { page, t } = device;
  const fill = (label: string, text: string) =>
    page().getByLabel(t(label), { exact: true }).fill(text);
  await fill('Your name', TEACHER.name);
  await fill('Email', TEACHER.email);
  await fill('Passphrase', TEACHER.passphrase);
  await fill('PIN', TEACHER.pin);
  await fill('PIN again', TEACHER.pin);
  await button(device, t('Make the school')).click();
  await heading(device, t('Your group')).waitFor();
}

/** The third step, as far as the look at what was read. */
export async function pasteGroup(device: Device, name: string): Promise<void> {
  const { page, t } = device;
  await page().getByLabel(t('Name of the group'), { exact: true }).fill(name);
  await page().getByLabel(t('Names'), { exact: true }).fill(PASTED);
  await page()
    .getByRole('button', {
      name: t('Look through {found, plural, one {# name} other {# names}}', {
        found: NAMES.length,
      }).trim(),
    })
    .click();
}

/** Takes the names that were read. */
export async function takeGroup(device: Device): Promise<void> {
  const { t } = device;
  const words = 'Make the group with {count, plural, one {# student} other {# students}}';
  await button(device, t(words, { count: NAMES.length })).click();
}

/** The fourth step: multiplication, and both units of Spanish. */
export async function chooseCourses(device: Device): Promise<void> {
  const { page, t } = device;
  await heading(device, t('Courses of {name}', { name: '2B' })).waitFor();
  for (const unit of ['Multiplication', 'Who I am', 'My day and what I like'])
    await page()
      .locator('label')
      .filter({ hasText: t(unit) })
      .click();
  await button(device, t('Save')).click();
}

/** All of the wizard. */
export async function setUpSchool(device: Device, setupToken: string): Promise<void> {
  await nameSchool(device, setupToken, 'Riverside School');
  await makeAccount(device);
  await pasteGroup(device, '2B');
  await takeGroup(device);
  await chooseCourses(device);
  await heading(device, device.t('Your school is ready')).waitFor();
}

/** Follows a link of the navigation. */
export async function goTo(device: Device, name: string): Promise<void> {
  const nav = device.page().getByRole('navigation', { name: device.t('Main') });
  await nav.getByRole('link', { name: device.t(name), exact: true }).click();
}

/** From anywhere in the staff pages to the page of the one group. */
export async function openGroup(device: Device): Promise<void> {
  await goTo(device, 'Groups');
  await device.page().getByRole('main').getByRole('link', { name: /^2B/ }).click();
  await heading(device, '2B').waitFor();
}

/** Asks for the code of a class tablet. @returns its eight characters, and the picture that holds it */
export async function showTabletCode(device: Device): Promise<{ code: string; picture: Locator }> {
  const { page, t } = device;
  await goTo(device, 'Devices');
  await button(device, t('Connect a class tablet')).click();
  await button(device, t('Show the code')).click();
  const label = t('Code of the class tablet');
  const spoken = page().getByRole('img', { name: `${label}:` });
  await spoken.waitFor();
  const name = (await spoken.getAttribute('aria-label')) ?? '';
  return {
    code: name.slice(label.length + 1).replaceAll(' ', ''),
    picture: page().getByRole('img', { name: label, exact: true }),
  };
}

/** Picture secrets by full name, as the group page shows them: three words each. */
export async function readSecrets(device: Device): Promise<ReadonlyMap<string, readonly string[]>> {
  const { page, t } = device;
  await openGroup(device);
  await page()
    .locator('label')
    .filter({ hasText: t('Show the picture secrets') })
    .click();
  const secrets = new Map<string, readonly string[]>();
  for (const name of NAMES) {
    const row = page()
      .getByRole('list', { name: t('Students') })
      .locator(':scope > li')
      .filter({ hasText: name });
    const words = await row.locator('ol > li').allInnerTexts();
    secrets.set(
      name,
      words.map((word) => word.trim()),
    );
  }
  return secrets;
}

/** The PIN on the locked screen; afterwards the screen is another one. */
export async function unlock(device: Device, pin: string = TEACHER.pin): Promise<void> {
  const { page, t } = device;
  const pad = page().getByRole('group', { name: t('Your PIN') });
  for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click();
  const ok = pad.getByRole('button', { name: t('OK'), exact: true });
  await ok.click();
  await pad.waitFor({ state: 'detached' });
}

/** Signs in with email and passphrase, online. */
export async function signIn(device: Device): Promise<void> {
  const { page, t, url } = device;
  await page().goto(`${url}/`);
  await button(device, t('I work here')).click();
  await page().getByLabel(t('Email'), { exact: true }).fill(TEACHER.email);
  await page().getByLabel(t('Passphrase'), { exact: true }).fill(TEACHER.passphrase);
  await page().getByLabel(t('PIN'), { exact: true }).fill(TEACHER.pin);
  await button(device, t('Sign in')).click();
  await heading(device, t('Today')).waitFor();
}

/** From any staff page to the overview of the group in one course. */
export async function openOverview(device: Device, course: string): Promise<void> {
  const { page, t } = device;
  await openGroup(device);
  await button(device, t('Overview')).click();
  await heading(device, t('Overview')).waitFor();
  await page()
    .getByRole('radio', { name: t(course), exact: true })
    .click();
}

/** From the overview to the objectives of its first unit, by a tap in the row of a student. */
export async function openObjectives({ page }: Device, name: string): Promise<void> {
  const rows = page().getByRole('main').locator('tbody tr');
  await rows.filter({ hasText: name }).locator('td').first().click();
  await page().waitForURL(/\/objectives\//);
  await page().getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** Every cell of the dashboard on the screen, as it is read out. */
export async function readGrid({ page }: Device): Promise<readonly (readonly string[])[]> {
  const table = page().getByRole('main').locator('table');
  await table.waitFor();
  return table
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].map((cell) => cell.getAttribute('aria-label') ?? cell.textContent ?? ''),
      ),
    );
}
