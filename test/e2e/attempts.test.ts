/**
 * What a teacher sees of a check that a child took on another tablet, and a check on paper: real browsers, the real server, and
 * the cable cut in between.
 */
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
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import {
  button,
  heading,
  openObjectives,
  openOverview,
  readSecrets,
  setUpSchool,
  showTabletCode,
} from '#test/support/actions-staff.ts';
import { shoot } from '#test/support/browser-shots.ts';
import { tellInOrder } from '#test/support/browser-story.ts';

const MATH = 'Late Elementary I';
const TITLE = 'Multiply two one-digit numbers';

let school: School;
/** The teacher's tablet, and the class tablet. */
let a: Device;
let b: Device;
let secrets: ReadonlyMap<string, readonly string[]>;
let seventh: readonly [number, number] = [0, 0];

tellInOrder(() => [a, b]);

beforeAll(async () => {
  school = await openSchool();
  a = await school.device();
  await setUpSchool(a, school.server().setupToken ?? '');
  await button(a, a.t('Go to Today')).click();
  secrets = await readSecrets(a);
  const { code } = await showTabletCode(a);
  b = await school.device();
  await enrol(b, code);
});

afterAll(() => school.close());

const cell = (name: string) =>
  a.page().getByRole('gridcell', { name: new RegExp(`^${name}, ${a.t(TITLE)}`) });
const dialog = () => a.page().getByRole('dialog');

test('a child takes a check on the class tablet, with one mistake', async () => {
  await comeIn(b, 'Ana Lopez', secrets.get('Ana Lopez') ?? []);
  await choose(b, MULTIPLY);
  await button(b, b.t('Start')).click();
  seventh = (await answerItems(b, 1, 10, 7)).get(7) ?? seventh;
  await handIn(b, 'You got it!');
  await button(
    b,
    b.t("{mistakes, plural, one {Let's look at one} other {Let's look at # together}}", {
      mistakes: 1,
    }),
  ).click();
  await button(b, b.t('Done looking')).click();
  await expect.poll(() => tabletLine(b).innerText()).toBe(b.t('Sent to school'));
});

test('its teacher opens it item by item; offline it says that the details are at the school', async () => {
  const { t } = a;
  await openOverview(a, MATH);
  await openObjectives(a, 'Ana Lopez');
  await expect
    .poll(() => cell('Ana Lopez').getAttribute('aria-label'))
    .toContain(t('Mastered', {}, 'status'));
  await untilInstalled(a);
  await a.cut();
  await cell('Ana Lopez').click();
  await dialog()
    .getByRole('button', { name: /^Got it/ })
    .last()
    .waitFor();
  await dialog().getByRole('button').filter({ hasText: 'Check, 9 of 10' }).click();
  await dialog()
    .getByText(/^The details are at the school\./)
    .waitFor();
  await a.mend();
  const again = dialog().getByRole('button', { name: t('Try again') });
  await expect
    .poll(async () => {
      if (await again.isVisible()) await again.click();
      return dialog().locator('[data-verdict]').count();
    })
    .toBe(10);
  const item = dialog().locator('[data-verdict]').nth(6);
  const [x, y] = seventh;
  expect(await item.getAttribute('data-verdict')).toBe('wrong');
  const words = (await item.innerText()).replaceAll(/\s+/g, ' ');
  expect(words).toContain(String(x * y + 1));
  expect(words).toContain(`${t('Right answer')}: ${x * y}`);
  expect(await dialog().innerText()).toContain(t('Picture secret'));
  await shoot(a, 'attempt');
});

test('set aside with a reason it does not count any more, here and at the school; taken back in it does', async () => {
  const { t } = a;
  await button(a, t('Set aside')).click();
  await button(a, t('Somebody helped')).click();
  await expect
    .poll(() => cell('Ana Lopez').getAttribute('aria-label'))
    .toContain(t('Not started', {}, 'status'));
  await cell('Ana Lopez').click();
  await dialog().getByText(t('Somebody helped')).waitFor();
  await shoot(a, 'set-aside');
  await dialog().getByRole('button').filter({ hasText: 'Check, 9 of 10' }).click();
  await button(a, t('Take back in')).click();
  await expect
    .poll(() => cell('Ana Lopez').getAttribute('aria-label'))
    .toContain(t('Mastered', {}, 'status'));
  const kinds = () =>
    school
      .rows('SELECT text FROM log')
      .map(({ text }) => (JSON.parse(String(text)) as { kind: string }).kind); // the app's own bytes
  await expect.poll(kinds).toContain('attempt.restore');
  expect(kinds()).toContain('attempt.withdraw');
});

test('without a network a check is printed and entered; with one the school counts it', async () => {
  const { page, t } = a;
  await a.cut();
  await page()
    .getByRole('columnheader', { name: new RegExp(`^${t(TITLE)}`) })
    .click();
  await button(a, t('Print this check')).click();
  await page().evaluate(() => {
    globalThis.print = () => undefined;
  });
  await button(a, t('Make the sheets')).click();
  // Three have not mastered it, and one page of answers.
  await expect.poll(() => page().getByRole('article').count()).toBe(4);
  await button(a, t('Print')).click();
  await button(a, t('Choose again')).click();
  await button(a, t('Enter results from paper')).click();
  await page()
    .getByRole('button', { name: /^Ben Okoro/ })
    .click();
  await page().getByRole('button', { name: /^4 / }).click();
  await page()
    .getByText(t('Within {0} min', { 0: 3 }))
    .click();
  await button(a, t('Save: {right} of {0} right', { right: 9, 0: 10 })).click();
  await heading(a, t('Results from paper')).waitFor();
  await page().getByText('Ben Okoro: 9 of 10 right, saved on this tablet').waitFor();
  await shoot(a, 'paper-entered');
  await a.mend();
  await expect
    .poll(
      () =>
        school
          .rows('SELECT text FROM log')
          .filter(({ text }) => String(text).includes('paper.result')).length,
    )
    .toBe(1);
  await expect.poll(() => school.rows("SELECT * FROM issues WHERE state <> 'counted'")).toEqual([]);
  const progress = () =>
    school
      .rows("SELECT body FROM state WHERE key LIKE 'progress/%'")
      .filter(({ body }) => (JSON.parse(String(body)) as { st: string }).st.includes('M')).length;
  await expect.poll(progress).toBe(2);
});
