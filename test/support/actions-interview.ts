/** An oral interview, as a teacher holds it: by what is on the screen. */
import type { Locator } from 'playwright';
import type { Device } from './actions-school.ts';
import { button, heading, openGroup } from './actions-staff.ts';

/** The objectives of both units of Spanish, in the order in which they are asked. */
export const SPANISH = [
  'Greet someone and take leave, on two occasions',
  "Say one's name and ask for another's",
  'Say how old one is and where one is from',
  'Tell how one feels, with four different feelings',
  'Tell what one likes and does not like, about three different things',
  'Tell what one does at three different times of day',
  'Name things around us with the right article, more than 90 percent of the time',
  'Tell about a day in an order that others can follow',
] as const;

/** From any staff page to the first question for a student: both units of Spanish in one sitting. */
export async function beginInterview(device: Device, name: string): Promise<void> {
  const { page, t } = device;
  await openGroup(device);
  await button(device, t('Interview')).click();
  await heading(device, t('Interview')).waitFor();
  await page().getByRole('button', { name }).click();
  await heading(device, name).waitFor();
}

/** What is being asked, or the heading of the summary. */
export const asked = ({ page }: Device): Locator =>
  page().getByRole('main').getByRole('heading', { level: 2 });

/**
 * One tap on a mark, and the next question. A tap within the guard after a question appeared is not heard (a double tap must
 * not mark the next one): then a person taps again, and so does this.
 * @returns what is asked next, or "All marks"
 */
export async function mark(device: Device, which: 'Got it' | 'Not yet'): Promise<string> {
  const { page, t } = device;
  const marks = page().getByRole('group', { name: t('Mark'), exact: true });
  const lit = marks.locator('[class*="_lit_"]');
  return tapUntilMoved(device, marks.getByRole('button', { name: t(which), exact: true }), lit);
}

/** Takes the last mark back. @returns what is asked then */
export const takeBack = (device: Device): Promise<string> =>
  tapUntilMoved(
    device,
    button(device, device.t('Last mark')),
    device.page().locator('[aria-busy="true"]'),
  );

/** From the summary to the next child. @returns the child's name */
export async function nextStudent(device: Device): Promise<string> {
  const next = device.page().getByRole('button', { name: device.t('Next student') });
  const who = device.page().getByRole('heading', { level: 1 });
  const before = await who.innerText();
  while ((await who.innerText()) === before) {
    await next.click();
    await device.page().waitForTimeout(100);
  }
  return who.innerText();
}

/** From the summary back to the choice of students. */
export async function endInterview(device: Device): Promise<void> {
  const there = heading(device, device.t('Interview'));
  const done = button(device, device.t('Done'));
  while ((await there.count()) === 0) {
    await done.click();
    await device.page().waitForTimeout(100);
  }
}

/** @param heard what is on the screen from a tap that was heard until the next question */
async function tapUntilMoved(device: Device, target: Locator, heard: Locator): Promise<string> {
  const before = await asked(device).innerText();
  const moved = async (): Promise<boolean> => (await asked(device).innerText()) !== before;
  for (;;) {
    await target.click();
    await device.page().waitForTimeout(100);
    if ((await heard.count()) > 0 || (await moved())) break;
  }
  await device
    .page()
    .waitForFunction((old) => document.querySelector('main h2')?.textContent !== old, before);
  return asked(device).innerText();
}

/** "Saved on this tablet · 8 wait", or "Sent to school". */
export const savedLine = ({ page, t }: Device): Locator =>
  page().getByText(new RegExp(`${t('Saved on this tablet')}|${t('Sent to school')}`));
