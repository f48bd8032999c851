/** An oral interview in the demo school: every way of answering, undo, the summary. */
import { asked, mark, takeBack } from '#test/support/actions-interview.ts';
import { button } from '#test/support/actions-staff.ts';
import type { DemoGroup } from '#server/demo/people.ts';
import type { Walk } from './walk.ts';

const MOST_QUESTIONS = 8;

export async function walkInterview(walk: Walk, group: DemoGroup): Promise<void> {
  const { device, step, go, take } = walk;
  const { page, t } = device;
  await step('interview-start', () => go(`/groups/${group.id}/interview`), { whole: true });
  await step('interview-question', async () => {
    await page().getByRole('main').getByRole('listitem').getByRole('button').first().click();
    await asked(device).waitFor();
  });
  for (let i = 1; i < MOST_QUESTIONS; i += 1) {
    const before = await asked(device).innerText();
    if (before === t('All marks')) break;
    const next = await mark(device, i % 3 === 0 ? 'Not yet' : 'Got it');
    if (next === t('All marks')) break;
    await take(`interview-question-${i + 1}`);
    await countOrChoose(walk, i + 1);
  }
  await step('interview-taken-back', () => takeBack(device));
  await step('interview-summary', async () => {
    while ((await asked(device).innerText()) !== t('All marks')) await mark(device, 'Got it');
  });
  await step('interview-closed', () => button(device, t('Done')).click());
}

/** A rate is counted, a rubric is chosen, and both are put back. */
async function countOrChoose({ device, take }: Walk, number: number): Promise<void> {
  const { page, t } = device;
  const count = button(device, t('Count right and slips'));
  if (await count.isVisible()) {
    await count.click();
    await button(device, t('Right')).click();
    await button(device, t('Right')).click();
    await button(device, t('Slip')).click();
    await take(`interview-question-${number}-counting`);
    for (let i = 0; i < 3; i += 1) await button(device, t('Take back the last count')).click();
    await button(device, t('Do not count')).click();
  }
  const levels = page().getByRole('main').getByRole('radiogroup');
  if ((await levels.count()) > 0) {
    await levels.first().getByRole('radio').nth(2).click();
    await take(`interview-question-${number}-levels`);
    await button(device, t('Clear')).click();
  }
}
