/** A teacher starts a check, and watches a child at work on another tablet: two browsers, one server. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerItems, comeIn, enrol, MULTIPLY, question } from '#test/support/actions-child.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import {
  button,
  heading,
  NAMES,
  openGroup,
  readSecrets,
  setUpSchool,
  showTabletCode,
} from '#test/support/actions-staff.ts';
import { tellInOrder } from '#test/support/browser-story.ts';

let school: School;
/** The teacher's tablet and the class tablet. */
let a: Device;
let b: Device;
let secrets: ReadonlyMap<string, readonly string[]>;
const [ANA] = NAMES;

tellInOrder(() => [a, b]);

beforeAll(async () => {
  school = await openSchool();
  a = await school.device();
  await setUpSchool(a, school.server().setupToken ?? '');
  await button(a, a.t('Go to Today')).click();
  await openGroup(a);
  secrets = await readSecrets(a);
  const { code } = await showTabletCode(a);
  b = await school.device();
  await enrol(b, code);
});

afterAll(() => school.close());

const line = (name: string) =>
  a
    .page()
    .getByRole('list', { name: a.t('Children at work') })
    .getByRole('listitem')
    .filter({ hasText: name });

test('a check is started for the whole group', async () => {
  await openGroup(a);
  await button(a, a.t('Checks')).click();
  await button(a, a.t('Start a check')).click();
  await a.page().getByRole('searchbox').fill('Multiply two one-digit');
  await a
    .page()
    .getByRole('list', { name: a.t('Objectives with a check') })
    .getByRole('button')
    .first()
    .click();
  await button(a, a.t('Start the check')).click();
  await a.page().getByText(a.t('Whole group')).first().waitFor();
  await button(a, a.t('Watch the class at work')).click();
  await line(ANA).getByText(a.t('Not begun')).waitFor();
  expect(await line(NAMES[1]).innerText()).toContain(a.t('Not begun'));
});

test('the question on which the child is shows up within seconds', async () => {
  await comeIn(b, ANA, secrets.get(ANA) ?? []);
  // What the teacher has started is the first card, as soon as the tablet has heard of it.
  await heading(b, b.t('Your teacher has a check for you')).waitFor();
  await button(b, b.t("Let's look")).click();
  await heading(b, b.t(MULTIPLY)).waitFor();
  await button(b, b.t('Start')).click();
  await question(b, 1).waitFor();
  await answerItems(b, 1, 2);
  await question(b, 3).waitFor();
  const text = a.t('Question {0} of {1}', { 0: 3, 1: 10 });
  await line(ANA).getByText(text).waitFor({ timeout: 30_000 });
  expect(await line(ANA).getByRole('img').getAttribute('aria-label')).toContain('2');
});

test('without a network it says what it cannot see, and a child works on', async () => {
  await a.cut();
  await a
    .page()
    .getByText(a.t('Not connected since {0}', { 0: '' }).trim())
    .waitFor();
  expect(await line(ANA).innerText()).toContain(a.t('Question {0} of {1}', { 0: 3, 1: 10 }));
  await a.mend();
  await heading(b, b.t('Question {0} of {1}', { 0: 3, 1: 10 })).waitFor();
});
