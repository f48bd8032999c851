/** The core of the story once more, as a school runs it: TLS at a name of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerItems,
  choose,
  comeIn,
  enrol,
  handIn,
  MULTIPLY,
  question,
  tabletLine,
  untilInstalled,
  untilSaved,
} from '#test/support/actions-child.ts';
import { beginInterview, mark, savedLine } from '#test/support/actions-interview.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import {
  button,
  openOverview,
  readGrid,
  readSecrets,
  setUpSchool,
  showTabletCode,
  unlock,
} from '#test/support/actions-staff.ts';
import { makeCertificate } from '#test/support/browser-certificate.ts';
import { tellInOrder } from '#test/support/browser-story.ts';

const folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-tls-'));
const certificate = makeCertificate('school.test', folder);
const trusting = { args: [`--ignore-certificate-errors-spki-list=${certificate.spki}`] };

let school: School;
/** The teacher's tablet, the class tablet. */
let a: Device;
let b: Device;
let secrets: ReadonlyMap<string, readonly string[]>;

tellInOrder(() => [a, b]);

beforeAll(async () => {
  school = await openSchool({
    origin: 'https://school.test',
    env: { TLS_CERT: certificate.cert, TLS_KEY: certificate.key },
  });
  a = await school.device(trusting);
});

afterAll(async () => {
  await school.close();
  rmSync(folder, { recursive: true });
});

test('the school is set up at its https address, and the class tablet keeps the app', async () => {
  expect(school.server().output()).toContain(`${school.url}/setup#`);
  await setUpSchool(a, school.server().setupToken ?? '');
  await button(a, a.t('Go to Today')).click();
  secrets = await readSecrets(a);
  const { code } = await showTabletCode(a);
  b = await school.device(trusting);
  await enrol(b, code);
  const scope = await b
    .page()
    .evaluate(async () => (await navigator.serviceWorker.getRegistration())?.scope);
  expect(scope).toBe(`${school.url}/`);
});

test('the credential of a device is a cookie that scripts cannot read and that only https carries', async () => {
  for (const device of [a, b]) {
    const [cookie, ...others] = await device.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
    expect(others).toEqual([]);
    expect(await device.page().evaluate(() => document.cookie)).toBe('');
  }
});

test('a check goes on after a killed browser, and an interview is held, without a network', async () => {
  const { t } = b;
  await untilInstalled(a);
  for (const device of [a, b]) await device.cut();
  await comeIn(b, 'Ana Lopez', secrets.get('Ana Lopez') ?? []);
  await choose(b, MULTIPLY);
  await button(b, t('Start')).click();
  await answerItems(b, 1, 4);
  await untilSaved(b);
  await b.kill();
  await b.relaunch();
  await button(b, t('Carry on')).click();
  await question(b, 5).waitFor();
  await answerItems(b, 5, 10);
  await handIn(b, 'You got it!');
  expect(await b.page().getByText('10 of 10', { exact: true }).isVisible()).toBe(true);
  await button(b, t('Go on')).click();

  await a.page().goto(`${school.url}/teacher`);
  await unlock(a);
  await beginInterview(a, 'Ben Okoro');
  await mark(a, 'Got it');
  await mark(a, 'Not yet');
  await expect
    .poll(() => savedLine(a).innerText())
    .toBe(`${t('Saved on this tablet')} · 2 results wait`);
});

test('with the network back both say "Sent to school", and the dashboard has it', async () => {
  const { t } = a;
  for (const device of [a, b]) await device.mend();
  for (const line of [savedLine(a), tabletLine(b)])
    await expect.poll(() => line.innerText()).toBe(t('Sent to school'));
  await button(a, t('Close the interview')).click();
  await openOverview(a, 'Late Elementary I');
  await expect
    .poll(async () => (await readGrid(a)).find(([name]) => name === 'Ana Lopez')?.[1])
    .toContain(t('{done} of {of} done', { done: 1, of: 12 }));
});
