import { launch } from 'puppeteer-core';
import { findFirefox } from '#test/support/engines.mjs';
import type { Driver } from './engine.ts';

const TABLET = { width: 768, height: 1024 };

/** Firefox over WebDriver BiDi, with a profile of its own. */
export async function openFirefox(): Promise<Driver> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('There is no Firefox here');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: TABLET,
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US' },
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(5000);
  page.setDefaultNavigationTimeout(45_000);
  const faults: string[] = [];
  page.on('pageerror', (error) =>
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
  return {
    name: (await browser.version()).replace('/', ' '),
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    tap: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })), // every path of ours is
    faults: () => faults,
    close: () => browser.close(),
  };
}
