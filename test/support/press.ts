/** The three ways to work a screen: a finger, a mouse, a hardware keyboard. */
import { cdp, userEvent, type Locator } from 'vitest/browser';
import { assert } from '#domain/kernel/assert.ts';

/** A second tap of a quick finger, ms after the first. */
const BETWEEN_TAPS_MS = 150;
/** Longer than what follows a change of the screen is unheard (GUARD_MS). */
const AFTER_GUARD_MS = 400;

/** A person who has seen what is on the screen now. */
export const seen = (): Promise<void> => new Promise((done) => setTimeout(done, AFTER_GUARD_MS));

export type Way = 'touch' | 'mouse' | 'keyboard';

/** Presses with a mouse or a finger; the finger is a real one to the browser. */
export async function press(way: 'touch' | 'mouse', target: Locator): Promise<void> {
  if (way === 'mouse') {
    await userEvent.click(target);
    return;
  }
  await expectThere(target);
  const element = target.element();
  element.scrollIntoView({ block: 'nearest' });
  const { x, y } = onPage(element);
  const send = (type: string, touchPoints: readonly { x: number; y: number }[]) =>
    // The session of Playwright is typed without its commands.
    (cdp() as unknown as { send: (name: string, values: unknown) => Promise<unknown> }).send(
      'Input.dispatchTouchEvent',
      { type, touchPoints },
    );
  await send('touchStart', [{ x, y }]);
  await send('touchEnd', []);
}

async function expectThere(target: Locator): Promise<void> {
  const { expect } = await import('vitest');
  await expect.element(target).toBeVisible();
  // A new screen hears no finger for a moment.
  await expect.poll(() => getComputedStyle(target.element()).pointerEvents).not.toBe('none');
}

/** The middle of an element on the page around the frame that tests run in. */
function onPage(element: Element): { readonly x: number; readonly y: number } {
  const frame = window.frameElement;
  assert(frame !== null, 'tests run in a frame');
  const around = frame.getBoundingClientRect();
  const scale = around.width / window.innerWidth;
  const { left, top, width, height } = element.getBoundingClientRect();
  return {
    x: around.left + (left + width / 2) * scale,
    y: around.top + (top + height / 2) * scale,
  };
}

/** Two quick taps at one place of the screen, each on whatever button stands there by then. */
export async function doubleTap(target: Locator): Promise<void> {
  await expectThere(target);
  target.element().scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = target.element().getBoundingClientRect();
  const tap = (): void =>
    document
      .elementFromPoint(left + width / 2, top + height / 2)
      ?.closest('button')
      ?.click();
  tap();
  await new Promise((done) => setTimeout(done, BETWEEN_TAPS_MS));
  tap();
}
