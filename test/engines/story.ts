/**
 * The classroom story, in one browser of any engine: a class tablet is connected and a teacher signs in on it, online. Then the cable
 * is cut: the teacher marks, a child takes a check, the page is loaded again in the middle of both, and the cable comes back.
 */
import { TEACHER } from '#test/support/actions-staff.ts';
import type { Browser } from './engine.ts';
import { CLASS, SECRET, type EngineSchool } from './school-for-engine.ts';

const [CHILD, SPOKEN_TO] = CLASS;
export const MATH = 'Late Elementary I';
export const SPANISH = 'Spanish Interpersonal Oral';
/** Marks that are made, of them one before the page is loaded again. */
export const MARKS = ['Got it', 'Got it', 'Not yet'] as const;

/** The class tablet, ready for a day without a network. */
export async function connectTablet(browser: Browser, school: EngineSchool): Promise<void> {
  await browser.driver.open(`${school.url}/enrol#${school.tabletCode}`);
  await browser.button('Connect this tablet');
  await browser.see({ role: 'any', name: 'Ready for offline' });
  await browser.until('the service worker', async () =>
    (await browser.driver.evaluate('navigator.serviceWorker.controller !== null')) === true
      ? true
      : undefined,
  );
}

export async function signIn(browser: Browser): Promise<void> {
  await browser.button('Start');
  await browser.heading('Who are you?');
  await browser.button('Teacher');
  await browser.button('Sign in');
  await browser.type('Email', TEACHER.email);
  await browser.type('Passphrase', TEACHER.passphrase);
  await browser.type('PIN', TEACHER.pin);
  await browser.button('Sign in');
  await browser.heading('Today');
}

/** The PIN on the locked screen. */
export async function unlock(browser: Browser): Promise<void> {
  for (const digit of TEACHER.pin)
    await browser.tap({ role: 'button', name: digit, within: 'Your PIN' });
  await browser.tap({ role: 'button', name: 'OK', within: 'Your PIN' });
}

async function openGroup(browser: Browser): Promise<void> {
  await browser.tap({ role: 'link', name: 'Groups', within: 'Main' });
  await browser.heading('Groups');
  await browser.tap({ role: 'link', name: '2B', part: true });
  await browser.heading('2B');
}

/** What is asked now. */
const asked = async (browser: Browser): Promise<string> =>
  String(await browser.driver.evaluate("document.querySelector('main h2')?.textContent ?? ''"));

/** One tap, again only where the guard against double taps did not hear it. */
async function mark(browser: Browser, which: (typeof MARKS)[number]): Promise<void> {
  const before = await asked(browser);
  const lit = `document.querySelector('[class*="_lit_"]') !== null`;
  const heard = async (): Promise<boolean> =>
    (await browser.driver.evaluate(lit)) === true || (await asked(browser)) !== before;
  do {
    await browser.tap({ role: 'button', name: which, within: 'Mark' });
    await new Promise((done) => setTimeout(done, 100));
  } while (!(await heard()));
  await browser.until('the next question', async () =>
    (await asked(browser)) === before ? undefined : true,
  );
}

async function beginInterview(browser: Browser): Promise<void> {
  await openGroup(browser);
  await browser.button('Interview');
  await browser.heading('Interview');
  await browser.tap({ role: 'button', name: SPOKEN_TO, part: true });
  await browser.heading(SPOKEN_TO);
}

/** The cable is cut: three marks, the page loaded again in between. @param shoot takes a picture of what is on the screen */
export async function interview(
  browser: Browser,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  const [first, ...others] = MARKS;
  await beginInterview(browser);
  await mark(browser, first);
  await shoot('interview');
  await browser.see({ role: 'text', name: 'Saved on this tablet · 1 ', part: true });
  await browser.driver.reload();
  // A page that was loaded again asks who is there, and goes on where it was.
  await unlock(browser);
  await browser.heading(SPOKEN_TO);
  for (const which of others) await mark(browser, which);
  await browser.see({ role: 'text', name: 'Saved on this tablet · 3 ', part: true });
  await browser.button('Close the interview');
}

async function comeIn(browser: Browser): Promise<void> {
  const first = CHILD.split(' ')[0] ?? CHILD;
  await browser.tap({ role: 'button', name: first, within: 'Names' });
  for (const word of SECRET)
    await browser.tap({ role: 'button', name: word, within: 'Tap your three pictures' });
}

/** Answers what stands on the screen. */
async function answer(browser: Browser, number: number): Promise<void> {
  await browser.heading(`Question ${number} of 10`);
  const script = `JSON.stringify([...document.querySelectorAll('main [role="group"] > [aria-hidden="true"]')].map((one) => one.textContent.trim()))`;
  const shown = await browser.until('two numbers', async () => {
    const parts = JSON.parse(String(await browser.driver.evaluate(script))) as string[]; // made by the script
    return parts[1] === '×' ? parts : undefined;
  });
  const product = Number(shown[0]) * Number(shown[2]);
  // One quick answer after the other is told to slow down; every third one is thought about.
  if (number % 3 === 0) await new Promise((done) => setTimeout(done, 1300));
  for (const digit of String(product))
    await browser.tap({ role: 'button', name: digit, within: 'Number keys' });
  await browser.tap({ role: 'button', name: 'Next', within: 'Number keys' });
}

/** The cable is cut: ten items, the page loaded again after the fourth, and handed in. */
export async function check(
  browser: Browser,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  await browser.button('Back to the students');
  await browser.heading('Who are you?');
  await comeIn(browser);
  await browser.tap({
    role: 'button',
    name: 'I can multiply any two one-digit numbers.',
    part: true,
  });
  await browser.button('Start');
  for (let number = 1; number <= 4; number += 1) await answer(browser, number);
  await browser.heading('Question 5 of 10');
  await shoot('check');
  await browser.until('the answers are saved', async () =>
    (await browser.driver.evaluate(`document.querySelector('[data-saved="saved"]') !== null`)) ===
    true
      ? true
      : undefined,
  );
  await browser.driver.reload();
  await browser.button('Carry on with question 5');
  for (let number = 5; number <= 10; number += 1) await answer(browser, number);
  await browser.button('I am finished');
  await browser.heading('You got it!');
  await browser.button('Go on');
  await browser.button('I am done');
  await browser.see({ role: 'text', name: 'Saved on this tablet · 4 ', part: true });
}

/** The cells of the overview of both courses, as they are read out. */
export async function readOverview(browser: Browser): Promise<string> {
  await openGroup(browser);
  await browser.button('Overview');
  await browser.heading('Overview');
  const grids: string[] = [];
  for (const course of [MATH, SPANISH]) {
    await browser.button(course);
    const script = `JSON.stringify([...document.querySelectorAll('main table tr')].map((row) =>
      [...row.children].map((cell) => cell.getAttribute('aria-label') ?? cell.textContent)))`;
    const of = await browser.until(`the overview of ${course}`, async () => {
      const grid = String(await browser.driver.evaluate(script));
      return grid.includes(CHILD) && grid !== grids.at(-1) ? grid : undefined;
    });
    grids.push(of);
  }
  return grids.join('\n');
}

/** From the door to the staff pages. */
export async function comeBackAsTeacher(browser: Browser): Promise<void> {
  await browser.button('Teacher');
  await unlock(browser);
  await browser.heading('Today');
}
