/** axe on every screen of the story, in one language and one theme. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerItems,
  choose,
  comeIn,
  MULTIPLY,
  question,
  untilInstalled,
} from './actions-child.ts';
import { asked, beginInterview, endInterview, mark } from './actions-interview.ts';
import { openSchool, type Device, type School } from './actions-school.ts';
import {
  button,
  chooseCourses,
  goTo,
  heading,
  makeAccount,
  nameSchool,
  openGroup,
  openObjectives,
  openOverview,
  pasteGroup,
  readSecrets,
  showTabletCode,
  takeGroup,
  unlock,
} from './actions-staff.ts';
import { axeFindings } from './axe.ts';
import { shoot } from './browser-shots.ts';
import { tellInOrder } from './browser-story.ts';

const LOOK_AT = "{mistakes, plural, one {Let's look at one} other {Let's look at # together}}";

export function tellWithAxe(language: 'en' | 'es', colorScheme: 'light' | 'dark'): void {
  let school: School;
  /** The teacher's tablet, the class tablet. */
  let a: Device;
  let b: Device;
  let secrets: ReadonlyMap<string, readonly string[]>;
  let found: string[] = [];

  tellInOrder(() => [a, b]);

  const device = async (): Promise<Device> => {
    const opened = await school.device({ language, bypassCSP: true });
    await opened.page().emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    return opened;
  };
  /** Collects, so that one run tells everything. */
  const look = async (at: Device, screen: string): Promise<void> => {
    await shoot(at, `${language}-${screen}`);
    for (const finding of await axeFindings(at)) found.push(`${screen}: ${finding}`);
  };
  const takeFound = (): string[] => {
    const all = found;
    found = [];
    return all;
  };

  beforeAll(async () => {
    school = await openSchool();
    a = await device();
  });

  afterAll(() => school.close());

  test('set-up', async () => {
    const { page, t, url } = a;
    await page().goto(url);
    await heading(a, t('This school is not set up yet')).waitFor();
    await look(a, 'not-set-up');
    await page().goto(`${url}/setup#${school.server().setupToken ?? ''}`);
    await heading(a, t('Set up your school')).waitFor();
    await look(a, 'school');
    await nameSchool(a, school.server().setupToken ?? '', 'Riverside School');
    await button(a, t('Make the school')).click();
    await look(a, 'account-faults');
    await makeAccount(a);
    await look(a, 'group');
    await pasteGroup(a, '2B');
    await look(a, 'names');
    await takeGroup(a);
    await page()
      .locator('label')
      .filter({ hasText: t('Multiplication') })
      .waitFor();
    await look(a, 'courses');
    await chooseCourses(a);
    await heading(a, t('Your school is ready')).waitFor();
    await look(a, 'ready');
    expect(takeFound()).toEqual([]);
  });

  test('groups, badges, devices, settings', async () => {
    const { page, t } = a;
    await button(a, t('Go to Today')).click();
    await heading(a, t('Today')).waitFor();
    await look(a, 'today');
    await goTo(a, 'Groups');
    await heading(a, t('Groups')).waitFor();
    await look(a, 'groups');
    secrets = await readSecrets(a);
    await look(a, 'secrets');
    await button(a, t('Add students')).click();
    await look(a, 'add-students');
    await button(a, t('Back')).click();
    await button(a, t('Rename')).click();
    await look(a, 'rename');
    await page().keyboard.press('Escape');
    await button(a, t('Courses and units')).click();
    await heading(a, t('Courses of {name}', { name: '2B' })).waitFor();
    await look(a, 'group-courses');
    await openGroup(a);
    await button(a, t('Print badges')).click();
    await heading(a, t('Badges of {0}', { 0: '2B' })).waitFor();
    await look(a, 'badges');
    await goTo(a, 'Settings');
    await heading(a, t('Settings')).waitFor();
    await look(a, 'settings');
    await button(a, t('Sign out on this device')).click();
    await heading(a, t('What happens now')).waitFor();
    await look(a, 'leave');
    await button(a, t('Not now')).click();
    await goTo(a, 'Devices');
    await heading(a, t('Heard from in the last day')).waitFor();
    await look(a, 'devices');
    await page().evaluate(() => history.pushState(null, '', '/devices/held'));
    await heading(a, t('Everything counts')).waitFor();
    await look(a, 'held');
    await goTo(a, 'Settings');
    expect(takeFound()).toEqual([]);
  });

  test('a class tablet, from the code to the hand-back', async () => {
    const { code } = await showTabletCode(a);
    await look(a, 'tablet-code');
    b = await device();
    const { page, t, url } = b;
    await page().goto(url);
    await button(b, t('I work here')).waitFor();
    await look(b, 'welcome');
    await page().goto(`${url}/sign-in`);
    await heading(b, t('Sign in')).waitFor();
    await look(b, 'sign-in');
    await page().goto(`${url}/join#ABCD2345`);
    await heading(b, t('Welcome')).waitFor();
    await look(b, 'join');
    await page().goto(`${url}/enrol#${code}`);
    await heading(b, t('Set up a class tablet')).waitFor();
    await look(b, 'enrol');
    await button(b, t('Connect this tablet')).click();
    await page().getByText(t('Ready for offline'), { exact: true }).waitFor();
    await look(b, 'ready-for-offline');
    await button(b, t('Start')).click();
    await heading(b, t('Who are you?')).waitFor();
    await look(b, 'door');
    await button(b, t('Teacher')).click();
    await heading(b, t('For the staff of the school')).waitFor();
    await look(b, 'staff-door');
    await button(b, t('Back to the students')).click();
    await page().getByRole('button', { name: 'Ben', exact: true }).click();
    await heading(b, t('Hello, {firstName}!', { firstName: 'Ben' })).waitFor();
    await look(b, 'secret');
    await page().reload();
    await comeIn(b, 'Ana Lopez', secrets.get('Ana Lopez') ?? []);
    await look(b, 'my-work');
    await choose(b, MULTIPLY);
    await look(b, 'objective');
    await button(b, t('Start')).click();
    await question(b, 1).waitFor();
    await look(b, 'question');
    await answerItems(b, 1, 3);
    await page()
      .getByRole('button', { name: t('Break') })
      .click();
    await heading(b, t('Break')).waitFor();
    await look(b, 'break');
    await button(b, t('Carry on with question {question}', { question: 4 })).click();
    await answerItems(b, 4, 10, 5);
    await heading(b, t('Look over your answers')).waitFor();
    await look(b, 'look-over');
    await button(b, t('I am finished')).click();
    await heading(b, t('You got it!')).waitFor();
    await look(b, 'result');
    await button(b, t(LOOK_AT, { mistakes: 1 })).click();
    await button(b, t('Done looking')).waitFor();
    await look(b, 'mistake');
    await button(b, t('Done looking')).click();
    await heading(b, t('All done!')).waitFor();
    await look(b, 'hand-back');
    expect(takeFound()).toEqual([]);
  });

  test('an interview and the dashboards, without a network', async () => {
    const { page, t, url } = a;
    await untilInstalled(a);
    await a.cut();
    await page().goto(`${url}/teacher`);
    await page()
      .getByRole('group', { name: t('Your PIN') })
      .waitFor();
    await look(a, 'locked');
    await unlock(a);
    await openGroup(a);
    await button(a, t('Interview')).click();
    await heading(a, t('Interview')).waitFor();
    await look(a, 'interview-start');
    await beginInterview(a, 'Ben Okoro');
    await look(a, 'interview');
    let next = '';
    while (next !== t('All marks')) {
      next = await mark(a, 'Got it');
      await look(a, `interview ${next}`);
    }
    expect(await asked(a).innerText()).toBe(t('All marks'));
    await endInterview(a);
    await openOverview(a, 'Spanish Interpersonal Oral');
    await look(a, 'overview');
    await page()
      .getByRole('radio', { name: t('List') })
      .click();
    await look(a, 'overview-list');
    await page()
      .getByRole('radio', { name: t('Table') })
      .click();
    await openObjectives(a, 'Ben Okoro');
    await look(a, 'objectives');
    await page().getByRole('main').locator('tbody tr td').first().click();
    await page().getByRole('dialog').waitFor();
    await look(a, 'cell');
    await page().keyboard.press('Escape');
    await page()
      .getByRole('button', { name: t('Offline') })
      .first()
      .click();
    await page().getByRole('dialog').waitFor();
    await look(a, 'where-the-results-are');
    await button(a, t('Save unsent results to a file')).click();
    await page()
      .getByText(/\.rescue\.txt/)
      .waitFor();
    await look(a, 'rescue-file');
    await page().keyboard.press('Escape');
    await page().getByRole('dialog').waitFor({ state: 'detached' });
    await goTo(a, 'Devices');
    await page().getByText(t('The list needs the network'), { exact: true }).waitFor();
    await look(a, 'devices-offline');
    await page().evaluate(() => history.pushState(null, '', '/devices/held'));
    await button(a, t('Look again')).waitFor();
    await look(a, 'held-offline');
    expect(takeFound()).toEqual([]);
  });

  test('leaving a device, from no connection to the empty device', async () => {
    const { page, t } = a;
    await goTo(a, 'Settings');
    await button(a, t('Sign out on this device')).click();
    await button(a, t('Send everything, then erase')).click();
    await page().getByText(t('No connection to the school'), { exact: true }).waitFor();
    await look(a, 'leaving-offline');
    await a.mend();
    await heading(a, t('This device is empty')).waitFor({ timeout: 120_000 });
    await look(a, 'empty');
    await button(a, t('To the beginning')).click();
    await button(a, t('I work here')).waitFor();
    expect(takeFound()).toEqual([]);
  });
}
