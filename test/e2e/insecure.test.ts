/** Addresses that are not the school's: an insecure one, and another name of the same server. */
import { afterEach, expect, test } from 'vitest';
import { openSchool, type School } from '#test/support/actions-school.ts';
import { heading } from '#test/support/actions-staff.ts';
import { shoot } from '#test/support/browser-shots.ts';

let school: School;

afterEach(() => school.close());

const databases = (): Promise<readonly IDBDatabaseInfo[]> => indexedDB.databases();

test('at an insecure address the app says so in plain words, enrols nothing and keeps nothing', async () => {
  school = await openSchool({ origin: 'http://school.test' });
  const device = await school.device();
  const { page, t } = device;
  for (const path of ['/', '/enrol#ABCD2345', '/setup#token']) {
    await page().goto(`${school.url}${path}`);
    await heading(device, t("This address is not safe for children's results")).waitFor();
    expect(await page().getByRole('textbox').count()).toBe(0);
  }
  await shoot(device, 'insecure');
  expect(await page().evaluate(databases)).toEqual([]);
  expect(await page().evaluate(() => 'serviceWorker' in navigator)).toBe(false);
  // The server refuses as well, whatever page asks.
  const answer = await page().evaluate(async () => {
    const response = await fetch('/api/enrol', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nonce: 'n'.repeat(22), code: 'ABCD2345', deviceName: 'x' }),
    });
    return { status: response.status, body: await response.text() };
  });
  expect(answer.status).toBe(403);
  expect(answer.body).toContain('insecure');
});

test('under another name the server shows the link to the one address, before any database is made', async () => {
  school = await openSchool();
  const device = await school.device({ aliases: ['old-name.test'] });
  const { page } = device;
  const { port } = new URL(school.url);
  const response = await page().goto(`http://old-name.test:${port}/groups`);
  expect(response?.status()).toBe(421);
  await heading(device, 'This school has one address').waitFor();
  await shoot(device, 'other-host');
  expect(await page().evaluate(databases)).toEqual([]);
  expect(await page().locator('script').count()).toBe(0);
  const link = page().getByRole('link', { name: school.url });
  await link.click();
  await page().waitForURL(`${school.url}/`);
  await heading(device, device.t('This school is not set up yet')).waitFor();
});
