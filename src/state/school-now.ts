/** What time it is at school: a tablet's own clock can be days off. */
import type { DataServices } from '#data/services.ts';

/**
 * School time in ms, as well as this device knows it.
 * @param wall wall clock of this device, ms
 */
export function schoolNow({ safety }: Pick<DataServices, 'safety'>, wall: number): number {
  return wall - (safety.get().clockOff ?? 0);
}
