/** Real Chromium for the bench: a profile on disk, a throttled page, and stopwatches inside the page. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '#test/support/chromium.mjs';
import { installStopwatch } from './stopwatch.ts';
import { openRawStore } from './raw-store.ts';

export interface Tablet {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly close: () => Promise<void>;
}

interface TabletOptions {
  /** Folder of the profile; absent: a new one, gone at the end. */
  readonly profile?: string;
  /** How many times slower the page's main thread is. */
  readonly slower?: number;
  /** Every file comes from the server, past the service worker and the browser's cache, and can be counted. */
  readonly fromServer?: boolean;
}

export const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'nine-of-ten-bench-'));
export const removeProfile = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

/** A browser process of its own, with one page, held upright as a tablet, with a touch screen. */
export async function openTablet(options: TabletOptions = {}): Promise<Tablet> {
  const { slower = 1, fromServer = false } = options;
  const profile = options.profile ?? (await newProfile());
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: CHROMIUM_FLAGS,
    viewport: { width: 768, height: 1024 },
    hasTouch: true,
    locale: 'en-US',
  });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(installStopwatch);
  await context.addInitScript({ content: `window.openRawStore = ${openRawStore.toString()};` });
  const page = context.pages()[0] ?? (await context.newPage());
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  if (fromServer) {
    await cdp.send('Network.enable');
    await cdp.send('Network.setBypassServiceWorker', { bypass: true });
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  }
  return {
    page,
    cdp,
    async close() {
      await context.close();
      if (options.profile === undefined) await removeProfile(profile);
    },
  };
}

/** Runs `work` with a tablet, and closes it whatever happens. */
export async function withTablet<T>(
  options: TabletOptions,
  work: (tablet: Tablet) => Promise<T>,
): Promise<T> {
  const tablet = await openTablet(options);
  try {
    return await work(tablet);
  } finally {
    await tablet.close();
  }
}
