/**
 * The classroom loop, whole: one school, a teacher's tablet, a class tablet and a second device of staff, each a browser with
 * a profile and a cable of its own, against the real server. Nothing is mocked: no network means that the cable is cut.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckBody } from '#domain/model/event.ts';
import {
  choose,
  comeIn,
  enrol,
  answerItems,
  factors,
  handIn,
  MULTIPLY,
  question,
  tabletLine,
  type,
  untilInstalled,
  untilSaved,
} from '#test/support/actions-child.ts';
import {
  asked,
  beginInterview,
  mark,
  nextStudent,
  savedLine,
  SPANISH,
  takeBack,
} from '#test/support/actions-interview.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import {
  button,
  chooseCourses,
  heading,
  makeAccount,
  NAMES,
  nameSchool,
  openObjectives,
  openOverview,
  pasteGroup,
  readGrid,
  readSecrets,
  showTabletCode,
  signIn,
  takeGroup,
  unlock,
} from '#test/support/actions-staff.ts';
import { readQr } from '#test/support/browser-qr.ts';
import { shoot } from '#test/support/browser-shots.ts';
import { tellInOrder } from '#test/support/browser-story.ts';

const MATH = 'Late Elementary I';
const SPANISH_COURSE = 'Spanish Interpersonal Oral';
const LOOK_AT = "{mistakes, plural, one {Let's look at one} other {Let's look at # together}}";
/** 45 mm in CSS pixels. */
const BADGE_PX = (45 / 25.4) * 96;

let school: School;
/** The teacher's tablet, the class tablet, a second device of staff. */
let a: Device;
let b: Device;
let c: Device;
let secrets: ReadonlyMap<string, readonly string[]>;

const secretOf = (name: string): readonly string[] => secrets.get(name) ?? [];

beforeAll(async () => {
  school = await openSchool();
  a = await school.device();
});

tellInOrder(() => [a, b, c]);

afterAll(() => school.close());

test('the printed link leads through school, account, group and courses', async () => {
  const { page, t } = a;
  await nameSchool(a, school.server().setupToken ?? '', 'Riverside School');
  await makeAccount(a);
  await pasteGroup(a, '2B');
  await shoot(a, 'names');
  // The bad line is named with its reason, and the good ones are there to confirm.
  await expect.poll(() => page().getByText(t('there is no name.')).isVisible()).toBe(true);
  const names = page().getByRole('list', { name: t('Names to check') });
  expect(
    await names
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)),
  ).toEqual(NAMES);
  await takeGroup(a);
  await chooseCourses(a);
  await heading(a, t('Your school is ready')).waitFor();
  await shoot(a, 'school-ready');
});

test('every student has a picture secret, and a badge with a code of 45 mm', async () => {
  const { page, t } = a;
  await button(a, t('Go to Today')).click();
  secrets = await readSecrets(a);
  await shoot(a, 'secrets');
  for (const secret of secrets.values()) expect(secret).toHaveLength(3);
  expect(new Set([...secrets.values()].map((secret) => secret.join(' '))).size).toBe(NAMES.length);
  await button(a, t('Print badges')).click();
  await page().emulateMedia({ media: 'print' });
  const codes = new Set<string>();
  for (const name of NAMES) {
    const code = page().getByRole('img', { name: t('Badge of {0}', { 0: name }) });
    // The symbol itself: the quiet zone around it comes on top.
    const box = await code.locator('path').boundingBox();
    expect(box?.width).toBeCloseTo(BADGE_PX, 0);
    expect(box?.height).toBeCloseTo(BADGE_PX, 0);
    const { text, level } = await readQr(code);
    expect(level).toBe('Q');
    // Short, and nothing of the child in it.
    expect(text).toMatch(/^[\w-]{12,24}$/);
    codes.add(text);
  }
  expect(codes.size).toBe(NAMES.length);
  await page().emulateMedia({ media: null });
});

test('a class tablet opens the address in the code and gets ready for offline', async () => {
  const { code, picture } = await showTabletCode(a);
  await shoot(a, 'tablet-code');
  expect(code).toMatch(/^[A-Z0-9]{8}$/);
  expect((await readQr(picture)).text).toBe(`${school.url}/enrol#${code}`);
  b = await school.device();
  await enrol(b, code);
  await shoot(b, 'door');
});

test('a second device of staff signs in', async () => {
  c = await school.device();
  await signIn(c);
  await shoot(c, 'today');
  await openOverview(c, MATH);
  await expect.poll(async () => (await readGrid(c)).length).toBe(2 + NAMES.length);
  // Whatever it shows later, it shows on this page: nobody loads it again.
  await c.page().evaluate(() => document.body.setAttribute('data-first', ''));
});

test('without a network a child comes in and sees what the objective is about', async () => {
  await b.cut();
  const { page, t } = b;
  await comeIn(b, 'Ana Lopez', secretOf('Ana Lopez'));
  await shoot(b, 'my-work');
  await choose(b, MULTIPLY);
  await shoot(b, 'objective');
  for (const words of ['6 × 9 = ?', '60 − 6 = 54'])
    expect(await page().getByText(t(words), { exact: true }).isVisible()).toBe(true);
  expect(await page().getByText('9 of 10 right, in 3 minutes').isVisible()).toBe(true);
});

/** Items of the check by number: the two factors. */
const seen = new Map<number, readonly [number, number]>();

async function answerNext(from: number, to: number, slip?: number): Promise<void> {
  for (const [number, pair] of await answerItems(b, from, to, slip)) seen.set(number, pair);
}

test('a reload and a killed browser cost one tap: the same item, every answer kept', async () => {
  const { page, t } = b;
  await button(b, t('Start')).click();
  await question(b, 1).waitFor();
  await shoot(b, 'question-1');
  await answerNext(1, 3);
  await question(b, 4).waitFor();
  const before = await factors(b);
  await page().reload();
  await button(b, t('Carry on with question {question}', { question: 4 })).click();
  await question(b, 4).waitFor();
  expect(await factors(b)).toEqual(before);
  await answerNext(4, 4);
  await question(b, 5).waitFor();
  const fifth = await factors(b);
  // Half an answer counts as saved, too.
  await type(b, 7);
  await untilSaved(b);
  await b.kill();
  await b.relaunch();
  await shoot(b, 'carry-on');
  await button(b, t('Carry on')).click();
  await question(b, 5).waitFor();
  expect(await factors(b)).toEqual(fifth);
  expect(
    await page()
      .getByRole('status', { name: t('Your answer') })
      .innerText(),
  ).toBe('7');
  await page()
    .getByRole('button', { name: t('Delete the last digit') })
    .click();
});

test('the result comes at once, then the one mistake with the right answer', async () => {
  const { page, t } = b;
  await answerNext(5, 10, 7);
  // No item twice, and no mirror twin.
  expect(
    new Set([...seen.values()].map((pair) => pair.toSorted((x, y) => x - y).join('×'))).size,
  ).toBe(10);
  await heading(b, t('Look over your answers')).waitFor();
  await shoot(b, 'look-over');
  await handIn(b, 'You got it!');
  await shoot(b, 'result');
  expect(await page().getByText('9 of 10', { exact: true }).isVisible()).toBe(true);
  await button(b, t(LOOK_AT, { mistakes: 1 })).click();
  await shoot(b, 'mistake');
  const [x, y] = seen.get(7) ?? [0, 0];
  const shown = (await page().getByRole('main').innerText()).replaceAll(/\s+/g, ' ');
  expect(shown).toContain(`${x} × ${y} = ${x * y}`);
  expect(shown).toContain(`${t('You wrote')} ${x * y + 1}`);
  await button(b, t('Done looking')).click();
  await heading(b, t('All done!')).waitFor();
  await shoot(b, 'hand-back');
  await expect
    .poll(() => tabletLine(b).innerText())
    .toBe(`${t('Saved on this tablet')} · 1 result waits`);
});

test('the next child sees nothing of the first, and staff pages are locked', async () => {
  const { page, t } = b;
  await button(b, t('I am done')).click();
  await heading(b, t('Who are you?')).waitFor();
  await comeIn(b, 'Ben Okoro', secretOf('Ben Okoro'));
  const shown = await page().locator('body').innerText();
  expect(shown).not.toContain('Ana');
  expect(shown).not.toContain(t('I can do this'));
  await button(b, t('I am done')).click();
  await button(b, t('Teacher')).click();
  await heading(b, t('For the staff of the school')).waitFor();
  await page().goto(`${school.url}/groups`);
  await heading(b, t('For the staff of the school')).waitFor();
  await button(b, t('Back to the students')).click();
});

test('a teacher unlocks offline and marks eight objectives, one tap each', async () => {
  const { page, t } = a;
  await untilInstalled(a);
  await a.cut();
  await page().goto(`${school.url}/teacher`);
  await unlock(a);
  await heading(a, t('Today')).waitFor();
  await beginInterview(a, 'Ben Okoro');
  await shoot(a, 'interview');
  for (const [index, title] of SPANISH.entries()) {
    expect(await asked(a).innerText()).toBe(t(title));
    const next = await mark(a, index === 3 || index === 6 ? 'Not yet' : 'Got it');
    if (index !== 3) continue;
    // A slip of the finger: one tap takes it back, and the same objective is asked again.
    expect(next).toBe(t(SPANISH[4]));
    await takeBack(a);
    expect(await asked(a).innerText()).toBe(t(title));
    expect(await mark(a, 'Not yet')).toBe(next);
  }
  expect(await asked(a).innerText()).toBe(t('All marks'));
  await shoot(a, 'all-marks');
  // Nine marks, and one taken back.
  await expect
    .poll(() => savedLine(a).innerText())
    .toBe(`${t('Saved on this tablet')} · 10 results wait`);
  expect(NAMES.filter((name) => name !== 'Ben Okoro')).toContain(await nextStudent(a));
});

/** Events as the server has them, by kind. */
function kinds(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { text } of school.rows('SELECT text FROM log')) {
    const { kind } = JSON.parse(String(text)) as { kind: string }; // the app's own bytes
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** The one check that the school has. */
function bodyOfCheck(): CheckBody {
  const texts = school.rows('SELECT text FROM log').map(({ text }) => String(text));
  const check = texts.find((text) => text.includes('"kind":"check"')) ?? '{}';
  return (JSON.parse(check) as { body: CheckBody }).body; // the app's own bytes
}

test('the server dies before it has said that it has the results: nobody says "sent"', async () => {
  const { t } = a;
  expect(kinds()['check']).toBeUndefined();
  // What the tablets send arrives; the answer to it is lost.
  for (const device of [a, b]) await device.mend({ loseAnswersTo: '/api/events' });
  await expect.poll(kinds, { timeout: 60_000 }).toMatchObject({ check: 1, 'interview.mark': 9 });
  await school.killServer();
  for (const line of [savedLine(a), tabletLine(b)])
    expect(await line.innerText()).toContain(t('Saved on this tablet'));
  await shoot(a, 'not-sent');
});

test('after the restart all of it is with the school, once, and both tablets say so', async () => {
  const { t } = a;
  await school.startServer();
  for (const device of [a, b]) device.link.mend();
  for (const line of [savedLine(a), tabletLine(b)])
    await expect.poll(() => line.innerText()).toBe(t('Sent to school'));
  await shoot(a, 'sent');
  await shoot(b, 'door-sent');
  expect(kinds()).toMatchObject({ check: 1, 'interview.mark': 9, 'attempt.withdraw': 1 });
  // The child's time is the time at work: a reload and a killed browser are absences, not minutes of the check.
  const body = bodyOfCheck();
  expect(body).toMatchObject({
    finished: true,
    identifiedBy: 'secret',
    claim: { correct: 9, of: 10 },
  });
  expect(body.answers).toHaveLength(10);
  expect(body.absences.length).toBeGreaterThanOrEqual(2);
  expect(body.activeMs).toBeGreaterThanOrEqual(body.answers.reduce((sum, { ms }) => sum + ms, 0));
  expect(school.rows('SELECT id FROM log GROUP BY id HAVING count(*) > 1')).toEqual([]);
  expect(school.rows("SELECT * FROM issues WHERE state <> 'counted'")).toEqual([]);
});

/** Rows that the two devices of staff show differently, each as both show it now. */
async function differing(): Promise<unknown[]> {
  const [mine, theirs] = [await readGrid(a), await readGrid(c)];
  const rows = mine.length > theirs.length ? mine : theirs;
  return rows.flatMap((_, row) =>
    JSON.stringify(mine[row]) === JSON.stringify(theirs[row]) ? [] : [[mine[row], theirs[row]]],
  );
}

test('two devices of staff show the same dashboards, live', async () => {
  const { t } = a;
  const cell = (grid: readonly (readonly string[])[], name: string, column: number): string =>
    grid.find(([first]) => first === name)?.[column] ?? '';
  await expect
    .poll(async () => cell(await readGrid(c), 'Ana Lopez', 1), { timeout: 60_000 })
    .toContain(t('{done} of {of} done', { done: 1, of: 12 }));
  await button(a, t('Close the interview')).click();
  for (const course of [MATH, SPANISH_COURSE]) {
    await openOverview(a, course);
    await c
      .page()
      .getByRole('radio', { name: t(course), exact: true })
      .click();
    await expect.poll(differing).toEqual([]);
    await shoot(a, 'overview');
  }
  // Two objectives met in the first unit, one nearly (one occasion of two), one not yet.
  const done = t('{done} of {of} done', { done: 2, of: 4 });
  expect(cell(await readGrid(c), 'Ben Okoro', 1)).toContain(done);
  for (const device of [a, c]) await openObjectives(device, 'Ben Okoro');
  await expect.poll(differing).toEqual([]);
  const shown = (await readGrid(c)).find(([name]) => name === 'Ben Okoro') ?? [];
  for (const [column, status] of ['Nearly', 'Mastered', 'Mastered', 'Working on it'].entries())
    expect(shown[column + 1]).toContain(t(status, {}, 'status'));
  await shoot(c, 'objectives');
  // All of it on the page that was there from the start: nobody loaded it again.
  expect(await c.page().locator('body').getAttribute('data-first')).toBe('');
});
