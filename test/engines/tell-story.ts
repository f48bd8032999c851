/** Three engines, one story: what a class does on a day without a network, in Chromium, Firefox and WebKit, against the real server. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, type Driver } from './engine.ts';
import { CLASS, openEngineSchool, type EngineSchool } from './school-for-engine.ts';
import {
  check,
  comeBackAsTeacher,
  connectTablet,
  interview,
  MARKS,
  readOverview,
  signIn,
  unlock,
} from './story.ts';
import { takePicture } from './pictures.ts';

const KEPT_OR_NOT =
  /The browser keeps this data|The browser may erase this data|This is a guest or private profile/u;

/** Registers the steps of the story, each of which begins where the one before ended. */
export function tellStory(name: string, open: () => Promise<Driver>): void {
  let school: EngineSchool;
  let browser: Browser;
  let broken = false;
  let offline = '';
  const shoot = (what: string): Promise<void> => takePicture(browser.driver, `${name}-${what}`);

  beforeAll(async () => {
    school = await openEngineSchool();
    browser = new Browser(await open());
  });
  afterAll(async () => {
    await browser?.driver.close();
    await school?.close();
  });
  const step = (title: string, work: () => Promise<void>): void => {
    test(`${name} ${title}`, async () => {
      if (broken) throw new Error('An earlier step of this story failed.');
      broken = true;
      await work();
      expect(browser.driver.faults()).toEqual([]);
      broken = false;
    });
  };

  step(
    'becomes a class tablet, says what the browser has promised, and a teacher signs in',
    async () => {
      await connectTablet(browser, school);
      await shoot('enrol');
      // Whatever the engine offers, a person is told: the data are kept, or they may be erased.
      expect(await browser.text()).toMatch(KEPT_OR_NOT);
      await signIn(browser);
    },
  );

  step('marks an interview with the cable cut, over a reload, each mark saved once', async () => {
    school.cut();
    await interview(browser, shoot);
    expect(school.attempts()).toEqual([]);
  });

  step('a child takes a check with the cable cut, over a reload in the middle', async () => {
    await check(browser, shoot);
    expect(school.attempts()).toEqual([]);
  });

  step('shows both dashboards offline, also after another reload', async () => {
    await comeBackAsTeacher(browser);
    offline = await readOverview(browser);
    await shoot('overview');
    await browser.driver.reload();
    await unlock(browser);
    expect(await readOverview(browser)).toBe(offline);
    await browser.button('Back to the students');
    await browser.heading('Who are you?');
  });

  step(
    'agrees with the school when the cable is back: everything once, the same dashboards',
    async () => {
      school.mend();
      // What was not sent leaves by itself, also while the tablet is locked.
      await browser.until('the results at the school', () =>
        Promise.resolve(school.attempts().length === MARKS.length + 1 ? true : undefined),
      );
      await browser.see({ role: 'any', name: 'Sent to school', part: true });
      await comeBackAsTeacher(browser);
      expect(await readOverview(browser)).toBe(offline);
      const kinds = school.attempts().map(({ kind }) => kind);
      expect(kinds.toSorted()).toEqual(['check', ...MARKS.map(() => 'interview.mark')]);
      expect(new Set(school.attempts().map(({ id }) => id)).size).toBe(MARKS.length + 1);
      expect(school.held()).toBe(0);
      const [child, spokenTo] = CLASS;
      expect(school.statuses(child).get('late-elementary-math-1')).toMatch(/^---M-+$/u);
      expect(school.statuses(spokenTo).get('spanish-interpersonal-oral')).toMatch(/^NMN-+$/u);
    },
  );
}
