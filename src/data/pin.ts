/**
 * The PIN on a device: five tries, then a wait of 30 s that doubles with every further wrong one. Counted before the try and on
 * disk, so that closing the tab does not give it back.
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { unwrapMacKey } from '#platform/crypto.ts';
import type { Keyring, PinTries, StaffGrant } from './keyring.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 60 * 60 * 1000;

function waitAfter(failures: number): number {
  return failures < FREE_TRIES
    ? 0
    : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES));
}

/** Wall clock until which no PIN is taken, 0 where none has to wait. A clock that was set back cannot make it endless. */
export function waitOf(tries: PinTries | undefined, now: number): number {
  if (tries === undefined || tries.waitUntil <= now) return 0;
  return Math.min(tries.waitUntil, now + LONGEST_WAIT_MS);
}

/** The key. Faults: `wait` (detail: ms), `wrong-pin` (detail: tries left before a wait), `storage`. */
export async function tryPin(
  keyring: Keyring,
  grant: StaffGrant,
  pin: string,
  now: () => number,
): Promise<Result<CryptoKey, Fault>> {
  const name = `pin/${grant.member}` as const;
  const tries = keyring.read(name);
  const wait = waitOf(tries, now());
  if (wait > 0) return err({ code: 'wait', detail: String(wait - now()) });
  const failures = (tries?.failures ?? 0) + 1;
  const counted = await keyring.write([
    { name, value: { failures, waitUntil: now() + waitAfter(failures) } },
  ]);
  if (!counted.ok) return counted;
  const key = await unwrapMacKey(grant.wrapped, pin);
  if (!key.ok)
    return err({ code: 'wrong-pin', detail: String(Math.max(0, FREE_TRIES - failures)) });
  await keyring.write([{ name, value: undefined }]);
  return ok(key.value);
}
