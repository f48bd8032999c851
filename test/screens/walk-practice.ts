/** What a child does beside checks: practice, and a short look at what lasted. */
import { choose, comeIn } from '#test/support/actions-child.ts';
import { button, heading } from '#test/support/actions-staff.ts';
import type { DemoStudent } from '#server/demo/people.ts';
import type { Walk } from './walk.ts';
import { secretOf, turnTo } from './walk-tablet.ts';

/** From the own work to the door. @param ican what is practiced, its I-can sentence in English */
export async function walkPractice(walk: Walk, ican: string): Promise<void> {
  const { device, step } = walk;
  const { page, t } = device;
  await step('objective-page-after', () => choose(device, ican));
  await step('practice', async () => {
    await button(device, t('Practice', {}, 'verb')).click();
    await button(device, t('Show me how')).waitFor();
  });
  const type = async (digits: string): Promise<void> => {
    await page().keyboard.type(digits);
    await page().keyboard.press('Enter');
  };
  await step('practice-not-quite', async () => {
    await type('99');
    await page().getByText(t('Not quite. Look once more.')).waitFor();
  });
  await step('practice-worked', async () => {
    await type('98');
    await page().getByText(t('This is how it goes.')).waitFor();
  });
  await button(device, t('Enough practice')).click();
  await heading(device, t('My work')).waitFor();
  await toDoor(walk);
}

async function toDoor({ device }: Walk): Promise<void> {
  const { t } = device;
  await button(device, t('I am done')).click();
  await heading(device, t('Who are you?')).waitFor();
}

/** The first of these children to whom a look is offered: it is taken, with one thing that is not known any more. */
export async function walkLooks(walk: Walk, children: readonly DemoStudent[]): Promise<void> {
  const { device, step, take } = walk;
  const { page, t, url } = device;
  for (const child of children) {
    if (!(await turnTo(walk, child))) continue;
    await comeIn(device, child.name, secretOf(walk, child));
    if (await heading(device, t('Do you still know it?')).isVisible()) {
      await take('look-offered', { whole: true });
      await step('look', async () => {
        await button(device, t('Try it')).click();
        await button(device, t("I don't know")).waitFor();
      });
      await step('look-end', async () => {
        const end = heading(device, t('Thank you for looking back!'));
        const notKnown = button(device, t("I don't know"));
        while (!(await end.isVisible())) {
          if (await notKnown.isVisible()) await notKnown.click();
          await page().waitForTimeout(300);
        }
      });
      await step('look-mistake', () => button(device, t("Let's look at them")).click());
      await page().goto(`${url}/student`);
      await heading(device, t('Who are you?')).waitFor();
      return;
    }
    await toDoor(walk);
  }
  throw new Error('No child is offered a look');
}
