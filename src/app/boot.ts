/** Looks whether this browser can hold the school's data, and opens them. */
import { err, type Fault, type Result } from '#domain/kernel/result.ts';
import { environment } from '#platform/environment.ts';
import type { DataServices } from '#data/services.ts';

/**
 * The data of this device, read and ready. Faults: `insecure` (no https: nothing was opened, nothing may be enrolled),
 * `no-indexeddb`, `blocked`, `corrupt` (see `openData`), `no-code` (a part of the app could not be loaded).
 */
export async function boot(): Promise<Result<DataServices, Fault>> {
  const { secure, indexedDb } = environment();
  if (!secure) return err({ code: 'insecure', detail: location.origin });
  if (!indexedDb) return err({ code: 'no-indexeddb' });
  const opening = await import('#data/open-data.ts').catch((cause: unknown) => String(cause));
  if (typeof opening === 'string') return err({ code: 'no-code', detail: opening });
  return opening.openData({ app: __APP_BUILD__ });
}
