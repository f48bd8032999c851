/** Every job of the story by keyboard alone: no pointer touches these devices after the class is set up. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrol, factors, MULTIPLY, question, think } from '#test/support/actions-child.ts';
import { asked, savedLine } from '#test/support/actions-interview.ts';
import { pressWithKeys, tabTo, typeInto } from '#test/support/actions-keyboard.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import {
  button,
  heading,
  readSecrets,
  setUpSchool,
  showTabletCode,
  TEACHER,
} from '#test/support/actions-staff.ts';
import { tellInOrder } from '#test/support/browser-story.ts';

let school: School;
/** The class tablet, and a device of staff. */
let b: Device;
let c: Device;
let secrets: ReadonlyMap<string, readonly string[]>;

tellInOrder(() => [b, c]);

beforeAll(async () => {
  school = await openSchool();
  const a = await school.device();
  await setUpSchool(a, school.server().setupToken ?? '');
  await button(a, a.t('Go to Today')).click();
  secrets = await readSecrets(a);
  const { code } = await showTabletCode(a);
  b = await school.device();
  await enrol(b, code);
  await a.context().close();
});

afterAll(() => school.close());

test('a teacher signs in', async () => {
  c = await school.device();
  const { page, t, url } = c;
  await page().goto(url);
  await pressWithKeys(c, button(c, t('I work here')));
  await typeInto(c, 'Email', TEACHER.email);
  await typeInto(c, 'Passphrase', TEACHER.passphrase);
  await typeInto(c, 'PIN', TEACHER.pin);
  await page().keyboard.press('Enter');
  await heading(c, t('Today')).waitFor();
  expect(new URL(page().url()).pathname).toBe('/teacher');
});

test('a teacher locks the device and unlocks it with the PIN', async () => {
  const { page, t } = c;
  await pressWithKeys(c, page().getByRole('button', { name: t('Lock this device') }));
  await page()
    .getByRole('group', { name: t('Your PIN') })
    .waitFor();
  await page().keyboard.type(TEACHER.pin);
  await page().keyboard.press('Enter');
  await heading(c, t('Today')).waitFor();
  expect(
    await page()
      .getByRole('group', { name: t('Your PIN') })
      .count(),
  ).toBe(0);
});

test('a teacher holds an interview: marks, takes one back, marks again', async () => {
  const { page, t } = c;
  await pressWithKeys(c, button(c, t('Interview')));
  await heading(c, t('Interview')).waitFor();
  await pressWithKeys(c, page().getByRole('button', { name: 'Ben Okoro' }));
  await heading(c, 'Ben Okoro').waitFor();
  const first = await asked(c).innerText();
  const second = await press('2', first);
  const third = await press('1', second);
  expect(await press('u', third)).toBe(second);
  expect(await press('1', second)).toBe(third);
  await expect.poll(() => savedLine(c).innerText()).toContain(t('Sent to school'));
  // The buttons themselves can be reached as well.
  await tabTo(c, button(c, t('Got it')));
  await pressWithKeys(c, page().getByRole('button', { name: t('Close the interview') }));
  await heading(c, t('Interview')).waitFor();
});

/** A key until the question is another one: keys within the guard after a question are not heard. @returns the new one */
async function press(key: string, before: string): Promise<string> {
  const now = (): Promise<string> => asked(c).innerText();
  await expect
    .poll(
      async () => {
        if ((await now()) === before) await c.page().keyboard.press(key);
        return now();
      },
      { interval: 700 },
    )
    .not.toBe(before);
  return now();
}

test('a child comes in, takes a check and looks at the result', async () => {
  const { page, t } = b;
  await page().reload();
  const names = page().getByRole('list', { name: t('Names') });
  await pressWithKeys(b, names.getByRole('button', { name: 'Ana', exact: true }));
  const pictures = page().getByRole('group', { name: t('Tap your three pictures') });
  for (const word of secrets.get('Ana Lopez') ?? [])
    await pressWithKeys(b, pictures.getByRole('button', { name: word, exact: true }));
  await heading(b, t('My work')).waitFor();
  await pressWithKeys(
    b,
    page()
      .getByRole('button')
      .filter({ hasText: t(MULTIPLY) }),
  );
  await pressWithKeys(b, button(b, t('Start')));
  for (let number = 1; number <= 10; number += 1) {
    await question(b, number).waitFor();
    const [x, y] = await factors(b);
    if (number % 3 === 0) await think(b);
    await page().keyboard.type(String(x * y + (number === 4 ? 1 : 0)));
    await page().keyboard.press('Enter');
  }
  await heading(b, t('Look over your answers')).waitFor();
  await pressWithKeys(b, button(b, t('I am finished')));
  await heading(b, t('You got it!')).waitFor();
  const look = "{mistakes, plural, one {Let's look at one} other {Let's look at # together}}";
  await pressWithKeys(b, button(b, t(look, { mistakes: 1 })));
  await pressWithKeys(b, button(b, t('Done looking')));
  await heading(b, t('All done!')).waitFor();
  await pressWithKeys(b, button(b, t('I am done')));
  await heading(b, t('Who are you?')).waitFor();
  expect(await names.getByRole('button').count()).toBe(4);
});
