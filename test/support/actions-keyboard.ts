/** Working without a pointer: only keys, and only what has the focus. */
import type { Locator } from 'playwright';
import type { Device } from './actions-school.ts';

/** More stops than any screen has. */
const MOST_STOPS = 80;

/** Goes with Tab until the target has the focus, and can be seen to have it. Throws where Tab never gets there. */
export async function tabTo({ page }: Device, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const seen = await target.evaluate((element) => element.matches(':focus-visible'));
      if (!seen) throw new Error(`The focus does not show: ${target.toString()}`);
      return;
    }
    await page().keyboard.press('Tab');
  }
  throw new Error(`Tab never gets to ${target.toString()}`);
}

/** Goes to a button or link with Tab and presses it with Enter. */
export async function pressWithKeys(device: Device, target: Locator): Promise<void> {
  await tabTo(device, target);
  await device.page().keyboard.press('Enter');
}

/** Goes to a field with Tab and types. */
export async function typeInto(device: Device, label: string, text: string): Promise<void> {
  await tabTo(device, device.page().getByLabel(device.t(label), { exact: true }));
  await device.page().keyboard.press('ControlOrMeta+A');
  await device.page().keyboard.type(text);
}
