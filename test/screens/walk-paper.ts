/** A check on paper, from the choice of children to the results; and one attempt with everything it says. */
import { button, heading } from '#test/support/actions-staff.ts';
import type { DemoGroup } from '#server/demo/people.ts';
import type { Walk } from './walk.ts';

const COURSE = 'late-elementary-math-1';
const OBJECTIVE = 'mul-1d-1d';

/** For whom, the sheets as they are printed, and the quick entry of what came back. */
export async function walkPaper(walk: Walk, group: DemoGroup): Promise<void> {
  const { device, step, go } = walk;
  const { page, t } = device;
  const enter = `/groups/${group.id}/paper/enter`;
  await step('paper-choose', () => go(`/groups/${group.id}/paper/${COURSE}/${OBJECTIVE}`));
  await step('paper-sheets', async () => {
    await button(device, t('Make the sheets')).click();
    await page().getByRole('article').first().waitFor();
  });
  await step('paper-printed', () => Promise.resolve(), { print: true });
  await step('paper-find', async () => {
    // The sheets are noted down when they are printed; there is no printer here.
    await page().evaluate(() => {
      globalThis.print = () => undefined;
    });
    await button(device, t('Print')).click();
    await go(enter);
    await heading(device, t('Printed on this device')).waitFor();
  });
  await step('paper-slip', async () => {
    await page().getByLabel(t('Or type the code'), { exact: true }).fill('K7QM 2XFD 9TRA5');
    await button(device, t('Find')).click();
  });
  await step('paper-enter', async () => {
    await page().getByRole('main').getByRole('list').getByRole('button').first().click();
    const marks = page().getByRole('main').getByRole('listitem').getByRole('button');
    await marks.nth(1).click();
    await marks.nth(3).click();
    await page().getByRole('radio').first().click();
  });
  await step('paper-entered', async () => {
    await page()
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${t('Save')}: 8 `) })
      .click();
    await button(device, t('Undo')).waitFor();
  });
  await step('paper-no-group', () => go('/groups/nobody-knows-it/paper/enter'));
}

/** What one attempt says, offline and online, and why it should not count. */
export async function walkAttempt(walk: Walk, group: DemoGroup): Promise<void> {
  const { device, step, go } = walk;
  const { page, t } = device;
  const open = async (): Promise<void> => {
    await go(`/groups/${group.id}/objectives/${COURSE}/multiplication`);
    await page().locator('tbody td[data-status="mastered"]').first().click();
    await page().getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
  };
  await device.cut();
  await step('attempt-offline', async () => {
    await open();
    await button(device, t('Try again')).waitFor();
  });
  await device.mend();
  await page().keyboard.press('Escape');
  await step('attempt', async () => {
    await open();
    await page()
      .getByRole('region', { name: t('Questions and answers') })
      .waitFor();
  });
  await step('attempt-set-aside', () => button(device, t('Set aside')).click());
  await page().keyboard.press('Escape');
}
