/** Tests of one file that tell one story: each begins where the one before ended. */
import { afterEach, beforeEach } from 'vitest';
import { shoot } from './browser-shots.ts';
import type { Profile } from './profile.ts';

/**
 * After a failed step the later ones fail at once, and after every step no device may have run into a bug.
 * @param devices those that were opened so far
 */
export function tellInOrder(devices: () => readonly (Profile | undefined)[]): void {
  let broken = false;
  const opened = (): Profile[] => devices().filter((device) => device !== undefined);
  beforeEach(({ onTestFailed }) => {
    if (broken) throw new Error('An earlier step of this story failed.');
    onTestFailed(async () => {
      broken = true;
      for (const device of opened()) await shoot(device, 'failed');
    });
  });
  afterEach(() => {
    const faults = opened().flatMap((device) => device.faults());
    if (faults.length > 0) throw new Error(`A page ran into a bug:\n${faults.join('\n')}`);
  });
}
