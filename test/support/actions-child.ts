/** What a child does with the class tablet, by what is on the screen. */
import type { Locator } from 'playwright';
import type { Device } from './actions-school.ts';
import { button, heading } from './actions-staff.ts';

/** Waits until the app itself is on the device and serves this page: from then on it needs no network. */
export async function untilInstalled({ page }: Device): Promise<void> {
  await page().evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
  });
}

/** Makes the device a tablet of the class and waits until it says that it is ready. */
export async function enrol(device: Device, code: string): Promise<void> {
  const { page, t, url } = device;
  await page().goto(`${url}/enrol#${code}`);
  await button(device, t('Connect this tablet')).click();
  // What has come so far, part by part.
  await page()
    .getByRole('list', { name: t('What this device has') })
    .waitFor();
  await page().getByText(t('Ready for offline'), { exact: true }).waitFor();
  await untilInstalled(device);
  await button(device, t('Start')).click();
  await heading(device, t('Who are you?')).waitFor();
}

/** From the door to the own work: the tile, then the three pictures. @param secret the words of the pictures */
export async function comeIn(
  device: Device,
  name: string,
  secret: readonly string[],
): Promise<void> {
  const { page, t } = device;
  const first = name.split(' ')[0] ?? name;
  await page()
    .getByRole('list', { name: t('Names') })
    .getByRole('button', { name: first, exact: true })
    .click();
  await heading(device, t('Hello, {firstName}!', { firstName: first })).waitFor();
  const pictures = page().getByRole('group', { name: t('Tap your three pictures') });
  for (const word of secret)
    await pictures.getByRole('button', { name: word, exact: true }).click();
  await heading(device, t('My work')).waitFor();
}

/** "Question 3 of 10" is on the screen. */
export const question = ({ page, t }: Device, number: number, of = 10): Locator =>
  page().getByRole('heading', {
    name: t('Question {0} of {1}', { 0: number, 1: of }),
    exact: true,
  });

/** The two numbers of "7 × 8 = " as they stand on the screen. */
export async function factors({ page }: Device): Promise<readonly [number, number]> {
  const shown = await page()
    .getByRole('main')
    .locator('[role="group"] > [aria-hidden="true"]')
    .allInnerTexts();
  const [a, sign, b] = shown.map((text) => text.trim());
  if (sign !== '×') throw new Error(`Not a multiplication: ${shown.join(' ')}`);
  return [Number(a), Number(b)];
}

/** Types a number on the keys of the app, and goes on. */
export async function answer(device: Device, value: number): Promise<void> {
  await type(device, value);
  await keys(device)
    .getByRole('button', { name: device.t('Next'), exact: true })
    .click();
}

/** Types a number on the keys of the app. */
export async function type(device: Device, value: number): Promise<void> {
  for (const digit of String(value))
    await keys(device).getByRole('button', { name: digit, exact: true }).click();
}

const keys = ({ page, t }: Device): Locator =>
  page().getByRole('group', { name: t('Number keys') });

/** Until what is on the screen is durable. */
export async function untilSaved({ page }: Device): Promise<void> {
  await page().locator('[data-saved="saved"]').waitFor();
}

/** Chooses an objective from the own work and reads its page, up to Start. @param ican its I-can sentence in English */
export async function choose(device: Device, ican: string): Promise<void> {
  const { page, t } = device;
  await page()
    .getByRole('button')
    .filter({ hasText: t(ican) })
    .click();
  await heading(device, t(ican)).waitFor();
}

/** How long a child looks at an item before the keys: quicker ones are told to slow down. */
export async function think({ page }: Device): Promise<void> {
  await page().waitForTimeout(1300);
}

/**
 * Answers one item after the other by what is on the screen.
 * @param slip number of the one that is wrong by one
 * @returns the two factors by number of the item
 */
export async function answerItems(
  device: Device,
  from: number,
  to: number,
  slip = 0,
): Promise<ReadonlyMap<number, readonly [number, number]>> {
  const seen = new Map<number, readonly [number, number]>();
  for (let number = from; number <= to; number += 1) {
    await question(device, number).waitFor();
    const [x, y] = await factors(device);
    seen.set(number, [x, y]);
    // One quick answer after the other is told to slow down; every third one is thought about.
    if (number % 3 === 0) await think(device);
    await answer(device, x * y + (number === slip ? 1 : 0));
  }
  return seen;
}

/** Hands the check in. @param result heading of the result in English */
export async function handIn(device: Device, result: string): Promise<void> {
  await button(device, device.t('I am finished')).click();
  await heading(device, device.t(result)).waitFor();
}

/** The I-can sentence of "Multiply two one-digit numbers". */
export const MULTIPLY = 'I can multiply any two one-digit numbers.';

/** Where the results of the class tablet are, at its door and at the end of a check. */
export const tabletLine = ({ page, t }: Device): Locator =>
  page().getByText(new RegExp(`^(${t('Saved on this tablet')}|${t('Sent to school')})`));
