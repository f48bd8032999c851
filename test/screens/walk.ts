/** What all walks have in common: a device, a camera, and steps of which one may fail without the others. */
import type { Device } from '#test/support/actions-school.ts';
import type { Camera, TakeOptions } from './camera.ts';

export interface Walk {
  readonly device: Device;
  /** Takes what is on the screen. */
  readonly take: (screen: string, options?: TakeOptions) => Promise<void>;
  /** Does something, then takes what is there. A failure is told, and the walk goes on. */
  readonly step: (
    screen: string,
    work: () => Promise<unknown>,
    options?: TakeOptions,
  ) => Promise<void>;
  /** Goes to an address inside the app, without loading it again: a locked device would ask for its PIN. */
  readonly go: (path: string) => Promise<void>;
}

export function walkWith(
  device: Device,
  camera: Camera,
  failed: (screen: string, error: unknown) => void,
): Walk {
  const take: Walk['take'] = (screen, options) => camera.take(device.page(), screen, options);
  return {
    device,
    take,
    async step(screen, work, options) {
      try {
        await work();
        await take(screen, options);
      } catch (error) {
        failed(screen, error);
      }
    },
    async go(path) {
      // By way of another screen: what a screen decides once, it decides anew.
      for (const to of ['/settings', path]) {
        await device.page().evaluate((next) => history.pushState(null, '', next), to);
        await device.page().waitForTimeout(250);
      }
    },
  };
}
