/** New versions of the app: noticed in the background, used when a person says so, never during a check or an interview. */
import { liveCell, type Live } from '#data/live.ts';
import type { AppUpdate } from '#platform/service-worker.ts';

const cell = liveCell<AppUpdate | null>(null);

/** null until the service worker was asked for, and where there is none (development). */
export const appUpdate: Live<AppUpdate | null> = cell;

/** Registers the service worker that keeps the app itself on the device. Call it after the first paint. */
export async function watchForUpdates(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { registerServiceWorker } = await import('#platform/service-worker.ts');
  cell.set(registerServiceWorker('/sw.js'));
}
