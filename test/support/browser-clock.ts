/** Moves the clock of a device: its wall clock, as a person or a flat battery would. The time that passes is real. */
import type { BrowserContext } from 'playwright';

/**
 * From the next page on the device's clock is off by so much. A later call replaces an earlier one; the app in pages that are
 * open goes on with the old time.
 * @param ms positive: fast
 */
export async function moveClock(context: BrowserContext, ms: number): Promise<void> {
  await context.addInitScript((offset) => {
    // Kept beside the moved one, so that a later call begins from the real clock again.
    const Real: DateConstructor = Reflect.get(globalThis, 'realDate') ?? Date;
    Reflect.set(globalThis, 'realDate', Real);
    globalThis.Date = new Proxy(Real, {
      construct: (target, values: [] | [number]) =>
        values.length === 0 ? new target(target.now() + offset) : Reflect.construct(target, values),
      apply: (target) => new target(target.now() + offset).toString(),
      get: (target, name) =>
        name === 'now' ? () => target.now() + offset : Reflect.get(target, name),
    });
  }, ms);
}
