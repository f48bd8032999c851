/**
 * Erases what a device held: databases, second place, keyring last. Each step may be the last one that runs. The mark comes
 * first: another tab whose database vanishes under it has to know that this is meant, or it would put back what it holds.
 */
import { Dexie } from 'dexie';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { SecondPlace } from '#platform/second-place.ts';
import { leftMark } from './left-mark.ts';
import { databaseNames } from './raw-rows.ts';

/** Fault `storage` where the browser would not erase; then the device still stands, and can be left again. */
export async function eraseRecords(name: string, place: SecondPlace): Promise<Result<void, Fault>> {
  const mark = leftMark(name);
  place.write(mark, '1');
  try {
    for (const database of await databaseNames(name)) await Dexie.delete(database);
  } catch (error) {
    place.remove(mark);
    return err({ code: 'storage', detail: error instanceof Error ? error.name : 'unknown' });
  }
  for (const key of place.keys(`${name}.`)) place.remove(key);
  place.write(mark, '1');
  return ok(undefined);
}
