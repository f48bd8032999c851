/** How a device keeps what is on it, as it said itself. */
import type { StorageReport } from '#protocol/ledger.ts';

export type Keeping =
  | { readonly state: 'unknown' }
  /** The profile is erased when somebody signs out of the computer. */
  | { readonly state: 'temporary' }
  /** Bytes. */
  | { readonly state: 'almost-full'; readonly usage: number; readonly quota: number }
  | { readonly state: 'promised' }
  | { readonly state: 'may-erase' };

/** Share of the quota above which writes may begin to fail. */
const ALMOST_FULL = 0.9;

/** The worst that is known. @param storage null where the device never said */
export function keepingOf(storage: StorageReport | null): Keeping {
  if (storage === null) return { state: 'unknown' };
  const { persisted, usage, quota, temporary } = storage;
  if (temporary === true) return { state: 'temporary' };
  if (usage !== null && quota !== null && quota > 0 && usage / quota > ALMOST_FULL)
    return { state: 'almost-full', usage, quota };
  if (persisted === null) return { state: 'unknown' };
  return { state: persisted ? 'promised' : 'may-erase' };
}
