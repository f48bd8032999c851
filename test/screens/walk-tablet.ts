/** What children see on a class tablet of the demo school. */
import {
  answer,
  answerItems,
  choose,
  comeIn,
  factors,
  handIn,
  MULTIPLY,
  question,
  think,
  untilInstalled,
} from '#test/support/actions-child.ts';
import { button, heading } from '#test/support/actions-staff.ts';
import type { DemoStudent } from '#server/demo/people.ts';
import type { Walk } from './walk.ts';

/** The twelve pictures of secrets, in the order of the picker. */
const PICTURES = 'sun boat key tree star fish house drum kite cup moon bell'.split(' ');

export async function walkEnrol({ device, step }: Walk, code: string): Promise<void> {
  const { page, t, url } = device;
  await step('enrol', () => page().goto(`${url}/enrol`));
  await step('enrol-wrong-code', async () => {
    await page().goto(`${url}/enrol#22222222`);
    await page().reload();
    await button(device, t('Connect this tablet')).click();
    await page().getByRole('alert').first().waitFor();
  });
  await step('enrol-ready', async () => {
    await page().goto(`${url}/enrol#${code}`);
    await page().reload();
    await button(device, t('Connect this tablet')).click();
    await page().getByText(t('Ready for offline'), { exact: true }).waitFor();
    await untilInstalled(device);
  });
  await step('who-are-you', async () => {
    await button(device, t('Start')).click();
    await heading(device, t('Who are you?')).waitFor();
  });
}

/** The words of the pictures of a child's secret. */
export function secretOf({ device }: Walk, { secret }: DemoStudent): string[] {
  return secret.map((place) => device.t(PICTURES[place] ?? '', {}, 'picture'));
}

export async function walkDoor(walk: Walk, child: DemoStudent): Promise<void> {
  const { device, step } = walk;
  const { page, t } = device;
  const tile = page()
    .getByRole('list', { name: t('Names') })
    .getByRole('button', { name: child.name, exact: true });
  await step('secret', async () => {
    await tile.click();
    await page()
      .getByRole('group', { name: t('Tap your three pictures') })
      .waitFor();
  });
  const pictures = page().getByRole('group', { name: t('Tap your three pictures') });
  await step('secret-wrong', async () => {
    for (const word of secretOf(walk, child).toReversed())
      await pictures.getByRole('button', { name: word, exact: true }).click();
    await page().getByText(t('Not quite. Try again.')).waitFor();
  });
  await step('secret-third-time', async () => {
    for (let i = 0; i < 2; i += 1)
      for (const word of secretOf(walk, child).toReversed())
        await pictures.getByRole('button', { name: word, exact: true }).click();
    await page().getByText(t('Show your badge or ask a grown-up.')).waitFor();
  });
  await step('badge', () => button(device, t('Show my badge')).click());
  await button(device, t('Back')).click();
}

/** Checks of ten products, by their I-can sentences in English. */
const PRODUCTS = [
  MULTIPLY,
  'I can multiply numbers up to 12.',
  'I can multiply by 0, 1, 3 and 4.',
  'I can multiply by 2, 5 and 10.',
  'I can multiply by tens and by hundreds.',
];

interface AtWork {
  readonly child: DemoStudent;
  /** The I-can sentence of the check that can be started. */
  readonly ican: string;
}

/** The first of these children who can start a check of products; that child is then at their work. */
async function comeToProducts(walk: Walk, children: readonly DemoStudent[]): Promise<AtWork> {
  const { device } = walk;
  const { t } = device;
  for (const child of children) {
    if (!(await turnTo(walk, child))) continue;
    await comeIn(device, child.name, secretOf(walk, child));
    for (const ican of PRODUCTS) if (await canStart(walk, ican)) return { child, ican };
    await button(device, t('I am done')).click();
    await heading(device, t('Who are you?')).waitFor();
  }
  throw new Error('No child has this to learn');
}

/** Turns the pages of names until the child's is in sight. @returns whether it is */
export async function turnTo({ device }: Walk, child: DemoStudent): Promise<boolean> {
  const { page, t } = device;
  const tile = page()
    .getByRole('list', { name: t('Names') })
    .getByRole('button', { name: child.name, exact: true });
  if (await tile.isVisible()) return true;
  for (const letters of await page().getByRole('main').getByRole('radio').all()) {
    await letters.click();
    if (await tile.isVisible()) return true;
  }
  return false;
}

/** Looked up on the page of the objective, and back to the own work. */
async function canStart({ device }: Walk, ican: string): Promise<boolean> {
  const { page, t } = device;
  const row = page()
    .getByRole('button')
    .filter({ hasText: t(ican) });
  if ((await row.count()) === 0) return false;
  await choose(device, ican);
  // There is always practice; once it is there, so is what else can be done.
  await button(device, t('Practice', {}, 'verb')).waitFor();
  const can = await button(device, t('Start')).isVisible();
  await button(device, t('Back')).click();
  await heading(device, t('My work')).waitFor();
  return can;
}

/** A check that is mastered, with a break in it. @returns who took it */
export async function walkCheck(
  walk: Walk,
  children: readonly DemoStudent[],
): Promise<DemoStudent> {
  const { device, step, take } = walk;
  const { page, t } = device;
  const { child, ican } = await comeToProducts(walk, children);
  await take('my-work', { whole: true });
  await step('objective-page', () => choose(device, ican));
  await step('question', async () => {
    await button(device, t('Start')).click();
    await question(device, 1).waitFor();
  });
  await step('question-answered', async () => {
    const [x, y] = await factors(device);
    await think(device);
    for (const digit of String(x * y))
      await page()
        .getByRole('group', { name: t('Number keys') })
        .getByRole('button', { name: digit, exact: true })
        .click();
  });
  await step('break', () => button(device, t('Break')).click());
  await page()
    .getByRole('button', { name: t('Carry on with question {question}', { question: 1 }) })
    .click();
  await step('check-after-reload', async () => {
    await page().reload();
    await page().getByRole('heading').first().waitFor();
  });
  await step('look-over-empty', async () => {
    await page()
      .getByRole('button', { name: t('Carry on with question {question}', { question: 1 }) })
      .click();
    await button(device, t('Next')).click();
    await button(device, t('All answers')).click();
  });
  await step('result-mastered', async () => {
    await button(device, t('Go to question {first}', { first: 2 })).click();
    await answerItems(device, 2, 10);
    await handIn(device, 'You got it!');
  });
  await step('hand-back', async () => {
    await button(device, t('Go on')).click();
    await button(device, t('I am done')).waitFor();
  });
  await button(device, t('I am done')).click();
  await heading(device, t('Who are you?')).waitFor();
  return child;
}

/** Wrong, and quickly: the calm stop, the offer, the mistakes. @returns what was tried, its I-can sentence in English */
export async function walkMistakes(walk: Walk, children: readonly DemoStudent[]): Promise<string> {
  const { device, step } = walk;
  const { t } = device;
  const { ican } = await comeToProducts(walk, children);
  await choose(device, ican);
  await button(device, t('Start')).click();
  await step('slow-down', async () => {
    for (let i = 0; i < 3; i += 1) await answer(device, 1);
    await heading(device, t('Take your time')).waitFor();
  });
  const goOn = async (number: number): Promise<void> =>
    device
      .page()
      .getByRole('button', { name: t('Carry on with question {question}', { question: number }) })
      .click();
  await step('kind-offer', async () => {
    await goOn(4);
    for (const number of [4, 5]) {
      await question(device, number).waitFor();
      await think(device);
      await answer(device, 1);
    }
    await heading(device, t('Carry on, or practice first?')).waitFor();
  });
  await step('look-over', async () => {
    await button(device, t('Carry on')).click();
    await answerItems(device, 6, 10);
  });
  await step('result-not-yet', () => handIn(device, 'Not yet'));
  await step('mistake', async () => {
    await device.page().getByRole('contentinfo').getByRole('button').click();
    await heading(device, t('Look at this one')).waitFor();
  });
  await step('my-work-after', async () => {
    for (let i = 0; i < 5; i += 1)
      await device
        .page()
        .getByRole('button')
        .filter({ hasText: new RegExp(`^(${t('Next')}|${t('Done looking')})$`) })
        .first()
        .click();
    await button(device, t('Back to my work')).click();
  });
  return ican;
}

/** From the door to where a teacher goes in. */
export async function walkStaffOnTablet({ device, step }: Walk): Promise<void> {
  const { t } = device;
  await step('staff-on-tablet', async () => {
    await button(device, t('Teacher')).click();
    await button(device, t('Sign in')).waitFor();
  });
}
