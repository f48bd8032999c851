/** What happens to a check and to an interview when pages, tabs and lids close in the middle. All of it without a network. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answer,
  answerItems,
  choose,
  comeIn,
  enrol,
  factors,
  handIn,
  MULTIPLY,
  question,
  tabletLine,
  untilSaved,
} from '#test/support/actions-child.ts';
import { beginInterview, mark, savedLine } from '#test/support/actions-interview.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import {
  button,
  heading,
  readSecrets,
  setUpSchool,
  showTabletCode,
  TEACHER,
  unlock,
} from '#test/support/actions-staff.ts';
import { moveClock } from '#test/support/browser-clock.ts';
import { tellInOrder } from '#test/support/browser-story.ts';

const MINUTE = 60_000;

let school: School;
/** The teacher's tablet, the class tablet. */
let a: Device;
let b: Device;
let secrets: ReadonlyMap<string, readonly string[]>;

tellInOrder(() => [a, b]);

const secretOf = (name: string): readonly string[] => secrets.get(name) ?? [];
const start = async (name: string): Promise<void> => {
  await comeIn(b, name, secretOf(name));
  await choose(b, MULTIPLY);
  await button(b, b.t('Start')).click();
  await question(b, 1).waitFor();
};
const carryOn = (number: number): Promise<void> =>
  button(b, b.t('Carry on with question {question}', { question: number })).click();
const count = (kind: string): number =>
  school
    .rows('SELECT text FROM log')
    .filter(({ text }) => String(text).includes(`"kind":"${kind}"`)).length;

beforeAll(async () => {
  school = await openSchool();
  a = await school.device();
  await setUpSchool(a, school.server().setupToken ?? '');
  await button(a, a.t('Go to Today')).click();
  secrets = await readSecrets(a);
  const { code } = await showTabletCode(a);
  b = await school.device();
  await enrol(b, code);
  // The teacher has signed in on the class tablet once, and left it to the children.
  await signInOnTablet();
  await b.cut();
});

afterAll(() => school.close());

async function signInOnTablet(): Promise<void> {
  const { page, t } = b;
  await button(b, t('Teacher')).click();
  await button(b, t('Sign in')).click();
  await page().getByLabel(t('Email'), { exact: true }).fill(TEACHER.email);
  await page().getByLabel(t('Passphrase'), { exact: true }).fill(TEACHER.passphrase);
  await page().getByLabel(t('PIN'), { exact: true }).fill(TEACHER.pin);
  await button(b, t('Sign in')).click();
  await heading(b, t('Today')).waitFor();
  await button(b, t('Back to the students')).click();
  await heading(b, t('Who are you?')).waitFor();
}

test('a reload at every question loses no answer', async () => {
  const { page, t } = b;
  await start('Ana Lopez');
  const given: number[] = [];
  for (let number = 1; number <= 10; number += 1) {
    await question(b, number).waitFor();
    const before = await factors(b);
    await untilSaved(b);
    await page().reload();
    await carryOn(number);
    await question(b, number).waitFor();
    expect(await factors(b)).toEqual(before);
    await answer(b, before[0] * before[1]);
    given.push(before[0] * before[1]);
  }
  await heading(b, t('Look over your answers')).waitFor();
  const shown = await page().getByRole('main').locator('ol li strong').allInnerTexts();
  expect(shown.map(Number)).toEqual(given);
});

test('a check that is open in two tabs goes on in one of them, and makes one result', async () => {
  const { t } = b;
  const second = await b.context().newPage();
  await second.goto(b.page().url());
  const carryOnAtTen = {
    name: t('Carry on with question {question}', { question: 10 }),
    exact: true,
  };
  await second.getByRole('button', carryOnAtTen).click();
  const finished = { name: t('I am finished'), exact: true };
  await second.getByRole('button', finished).waitFor();
  // The check goes on in one tab at a time: the first has hidden it, and a tap brings it back there.
  await b.page().getByRole('button', carryOnAtTen).click();
  await b.page().getByRole('button', finished).click();
  await heading(b, t('You got it!')).waitFor();
  // What the second tab does now comes too late, and makes no second result.
  await second.getByRole('button', carryOnAtTen).click();
  await second
    .getByText(t('This check is closed.'))
    .or(second.getByText(t('Who are you?')))
    .first()
    .waitFor();
  await second.close();
  await button(b, t('Go on')).click();
  await expect
    .poll(() => tabletLine(b).innerText())
    .toBe(`${t('Saved on this tablet')} · 1 result waits`);
  await button(b, t('I am done')).click();
});

test('after more than two minutes the tablet asks again who is there, and goes on with another question', async () => {
  const { page, t } = b;
  await start('Ben Okoro');
  await answerItems(b, 1, 2);
  await question(b, 3).waitFor();
  const open = await factors(b);
  await untilSaved(b);
  await moveClock(b.context(), 3 * MINUTE);
  await page().reload();
  await heading(b, t('Who are you?')).waitFor();
  expect(await button(b, t('Carry on')).count()).toBe(0);
  await comeIn(b, 'Ben Okoro', secretOf('Ben Okoro'));
  await carryOn(3);
  await question(b, 3).waitFor();
  // Nobody worked on it meanwhile: it is another one of its kind.
  expect(await factors(b)).not.toEqual(open);
  // An earlier answer may still be changed.
  await button(b, t('All answers')).click();
  await page().getByRole('main').locator('ol li button').first().click();
  await question(b, 1).waitFor();
  await button(b, t('All answers')).click();
});

test('after more than twenty minutes the answers so far stand, and the rest can be done', async () => {
  const { page, t } = b;
  await page().getByRole('main').locator('ol li button').nth(2).click();
  await question(b, 3).waitFor();
  await untilSaved(b);
  await moveClock(b.context(), 25 * MINUTE);
  await page().reload();
  await comeIn(b, 'Ben Okoro', secretOf('Ben Okoro'));
  await carryOn(3);
  await button(b, t('All answers')).click();
  const answers = page().getByRole('main').locator('ol li button');
  expect(await answers.first().isDisabled()).toBe(true);
  expect(await answers.nth(2).isDisabled()).toBe(false);
  await answers.nth(2).click();
  await answerItems(b, 3, 10);
  await handIn(b, 'You got it!');
  await button(b, t('Go on')).click();
  await button(b, t('I am done')).click();
});

test('an interview that a teacher holds on the class tablet is sent while it is locked', async () => {
  const { page, t } = b;
  const before = count('interview.mark');
  await button(b, t('Teacher')).click();
  await unlock(b);
  await beginInterview(b, 'Cai Lin');
  await mark(b, 'Got it');
  await mark(b, 'Got it');
  expect(await savedLine(b).innerText()).toBe(`${t('Saved on this tablet')} · 4 results wait`);
  await button(b, t('Close the interview')).click();
  await button(b, t('Back to the students')).click();
  await heading(b, t('Who are you?')).waitFor();
  await b.mend();
  await expect.poll(() => count('interview.mark')).toBe(before + 2);
  await expect.poll(() => tabletLine(b).innerText()).toBe(t('Sent to school'));
  expect(school.rows('SELECT * FROM issues')).toEqual([]);
  // Two checks were handed in, each once, though one of them in two tabs.
  expect(count('check')).toBe(2);
  // Nothing of it shows to the children.
  await page().goto(`${school.url}/teacher`);
  await page()
    .getByRole('group', { name: t('Your PIN') })
    .waitFor();
  await button(b, t('Back to the students')).click();
  await comeIn(b, 'Cai Lin', secretOf('Cai Lin'));
  expect(await page().locator('body').innerText()).not.toContain('Ana');
});
