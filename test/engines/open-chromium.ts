import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium } from '#test/support/chromium.mjs';
import type { Driver } from './engine.ts';

const TABLET = { width: 768, height: 1024 };

/** Chromium, with a profile of its own. */
export async function openChromium(): Promise<Driver> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  const context = await browser.newContext({ viewport: TABLET, locale: 'en-US' });
  context.setDefaultTimeout(5000);
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().stack ?? error.error().message));
  const page = await context.newPage();
  return {
    name: `Chromium ${browser.version()}`,
    open: async (url) => void (await page.goto(url, { timeout: 45_000 })),
    reload: async () => void (await page.reload({ timeout: 45_000 })),
    evaluate: (expression) => page.evaluate(expression),
    tap: (selector) => page.click(selector),
    type: (selector, text) => page.locator(selector).pressSequentially(text),
    screenshot: async (path) => void (await page.screenshot({ path })),
    faults: () => faults,
    close: () => browser.close(),
  };
}
