/** What is left when a browser erases, damages or forgets: the device says so, and nothing that was sent is lost. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerItems,
  choose,
  comeIn,
  enrol,
  handIn,
  MULTIPLY,
  tabletLine,
  untilInstalled,
} from '#test/support/actions-child.ts';
import { beginInterview, mark, savedLine } from '#test/support/actions-interview.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import {
  button,
  goTo,
  heading,
  openOverview,
  readGrid,
  readSecrets,
  setUpSchool,
  showTabletCode,
  TEACHER,
  unlock,
} from '#test/support/actions-staff.ts';
import { moveClock } from '#test/support/browser-clock.ts';
import { shoot } from '#test/support/browser-shots.ts';
import { tellInOrder } from '#test/support/browser-story.ts';

const YEAR = 365 * 24 * 3_600_000;

let school: School;
/** The teacher's tablet, the class tablet. */
let a: Device;
let b: Device;
let secrets: ReadonlyMap<string, readonly string[]>;

tellInOrder(() => [a, b]);

const secretOf = (name: string): readonly string[] => secrets.get(name) ?? [];
const count = (kind: string): number =>
  school
    .rows('SELECT text FROM log')
    .filter(({ text }) => String(text).includes(`"kind":"${kind}"`)).length;
const untilSent = (device: Device): Promise<void> =>
  expect.poll(() => tabletLine(device).innerText()).toBe(device.t('Sent to school'));

/** A check from the door to the hand-back. @param result heading of the result */
async function takeCheck(name: string): Promise<void> {
  const { t } = b;
  await comeIn(b, name, secretOf(name));
  await choose(b, MULTIPLY);
  await button(b, t('Start')).click();
  await answerItems(b, 1, 10);
  await handIn(b, 'You got it!');
  await button(b, t('Go on')).click();
  await heading(b, t('All done!')).waitFor();
  await button(b, t('I am done')).click();
  await heading(b, t('Who are you?')).waitFor();
}

/** The browser erases every database of the school's address, as it may when room gets short; cookies stay. */
async function eraseDatabases({ page, context, url }: Device): Promise<void> {
  await page().goto('about:blank');
  const session = await context().newCDPSession(page());
  await session.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'indexeddb' });
  await session.detach();
}

beforeAll(async () => {
  school = await openSchool();
  a = await school.device();
  await setUpSchool(a, school.server().setupToken ?? '');
  await button(a, a.t('Go to Today')).click();
  await untilInstalled(a);
  secrets = await readSecrets(a);
  const { code } = await showTabletCode(a);
  b = await school.device();
  await enrol(b, code);
});

afterAll(() => school.close());

test('a class tablet whose databases were erased says so, and one tap brings it back', async () => {
  const { page, t } = b;
  await takeCheck('Ana Lopez');
  await untilSent(b);
  const devices = school.rows('SELECT id FROM devices').length;
  await eraseDatabases(b);
  await page().goto(school.url);
  await heading(b, t('The browser erased what was on this device')).waitFor();
  await shoot(b, 'erased');
  await button(b, t('Get the groups back')).click();
  await page().getByText(t('Ready for offline'), { exact: true }).waitFor();
  await button(b, t('Start')).click();
  await heading(b, t('Who are you?')).waitFor();
  // It is the same device, what was sent is with the school, and it goes on with a stream of its own.
  expect(school.rows('SELECT id FROM devices')).toHaveLength(devices);
  await takeCheck('Ben Okoro');
  await untilSent(b);
  expect(count('check')).toBe(2);
  expect(school.rows('SELECT DISTINCT stream FROM slots')).toHaveLength(3 + 1);
});

test('a class tablet that lost its cookies gets its credential back by itself', async () => {
  await b.cut();
  await takeCheck('Cai Lin');
  await b.context().clearCookies();
  expect(await tabletLine(b).innerText()).toBe(`${b.t('Saved on this tablet')} · 1 result waits`);
  await b.mend();
  await untilSent(b);
  expect(count('check')).toBe(3);
  expect(await b.context().cookies()).toHaveLength(1);
});

test("a teacher's tablet that lost its cookies sends what it had saved", async () => {
  const { page, t } = a;
  await a.cut();
  await page().goto(`${school.url}/teacher`);
  await unlock(a);
  await beginInterview(a, 'Ana Lopez');
  await mark(a, 'Got it');
  await a.context().clearCookies();
  await a.mend();
  await expect.poll(() => savedLine(a).innerText()).toBe(t('Sent to school'));
  expect(count('interview.mark')).toBe(1);
});

test("a teacher's tablet whose databases were erased asks to sign in, and is the same device again", async () => {
  const { page, t } = a;
  await eraseDatabases(a);
  await page().goto(school.url);
  await heading(a, t('The browser erased what was on this device')).waitFor();
  await button(a, t('Sign in')).click();
  await page().getByLabel(t('Email'), { exact: true }).fill(TEACHER.email);
  await page().getByLabel(t('Passphrase'), { exact: true }).fill(TEACHER.passphrase);
  await page().getByLabel(t('PIN'), { exact: true }).fill(TEACHER.pin);
  await button(a, t('Sign in')).click();
  await heading(a, t('Today')).waitFor();
  await openOverview(a, 'Late Elementary I');
  const done = t('{done} of {of} done', { done: 1, of: 12 });
  for (const name of ['Ana Lopez', 'Ben Okoro', 'Cai Lin'])
    await expect
      .poll(async () => (await readGrid(a)).find(([first]) => first === name)?.[1])
      .toContain(done);
});

test('a database that cannot be read leads to words about what is safe, and to a way on', async () => {
  const { page, t } = b;
  await page().goto(`${school.url}/icons/icon.svg`);
  // A newer version of the database than the app knows: it cannot be opened any more.
  await page().evaluate(async () => {
    const found = await indexedDB.databases();
    const name = found.map((one) => one.name ?? '').find((one) => one.includes('--state'));
    await new Promise((done, fail) => {
      const request = indexedDB.open(name ?? '', 1000);
      request.onupgradeneeded = () => {
        for (const store of request.result.objectStoreNames)
          request.result.deleteObjectStore(store);
      };
      request.onsuccess = () => done(request.result.close());
      request.onerror = fail;
    });
  });
  await page().goto(school.url);
  await heading(b, t('The browser cannot read what was saved on this device')).waitFor();
  await shoot(b, 'corrupt');
  const safe = 'Nothing that was sent is lost: the school has it.';
  expect(await page().getByRole('main').innerText()).toContain(safe);
  expect(await button(b, t('Try again')).isVisible()).toBe(true);
});

test('a clock that is a year slow or fast loses nothing, and the list of devices says so', async () => {
  const { page, t } = a;
  const before = count('interview.mark');
  for (const [offset, name] of [
    [-YEAR, 'Ben Okoro'],
    [YEAR, 'Cai Lin'],
  ] as const) {
    await moveClock(a.context(), offset);
    await a.cut();
    await page().goto(`${school.url}/teacher`);
    await unlock(a);
    await beginInterview(a, name);
    await mark(a, 'Got it');
    await a.mend();
    await expect.poll(() => savedLine(a).innerText()).toBe(t('Sent to school'));
    await button(a, t('Close the interview')).click();
  }
  expect(count('interview.mark')).toBe(before + 2);
  expect(school.rows('SELECT * FROM issues')).toEqual([]);
  // Counted for the day on which they came, not for a year ago or ahead.
  const now = Date.now();
  const marks = school.rows('SELECT moment, text FROM log').slice(-2);
  for (const { moment } of marks) expect(Math.abs(Number(moment) - now)).toBeLessThan(3_600_000);
  await goTo(a, 'Devices');
  await page()
    .getByText(/^Its clock is .* fast$/u)
    .waitFor();
  await shoot(a, 'clock');
});
