/**
 * `npm run screens:items`: one item of every family, kind of answer and kind of prompt as the child sees it, in English and
 * Spanish, on sheets of many pictures. Of several items the one with the most words and the one with the highest picture are taken. Says what does not fit.
 *
 *   npm run screens:items -- --size phone|upright|flat --theme dark --as mistake --only story-steps
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '#test/support/chromium.mjs';
import { itemsOfEveryLook, type ItemPlace } from '#test/support/items-of-every-look.ts';
import { SIZES } from './camera.ts';
import { lookOver } from './look-over.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'test', 'output', 'items');
const LANGUAGES = ['en', 'es'] as const;
const ON_A_SHEET = 24;

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'phone' },
    theme: { type: 'string', default: 'light' },
    as: { type: 'string', default: 'question' },
    only: { type: 'string' },
  },
});
const size = SIZES.find(({ name }) => name === values.size) ?? SIZES[0];
const as = values.as === 'mistake' ? 'mistake' : 'question';

/** Runs in the page: whether the item fits without scrolling. */
function tooHigh(): number {
  const { scrollHeight, clientHeight } = document.documentElement;
  return Math.max(0, scrollHeight - clientHeight);
}

interface Shot {
  readonly name: string;
  readonly png: Buffer;
  readonly findings: readonly string[];
}

async function take(page: Page, place: ItemPlace, language: 'en' | 'es'): Promise<Shot> {
  const { family, ...one } = place;
  await page.evaluate((shown) => window.show(shown), { ...one, language, as } as const);
  await page.waitForSelector('h1', { state: 'attached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let i = 0; i < 2; i += 1) await new Promise((done) => requestAnimationFrame(done));
  });
  const high = await page.evaluate(tooHigh);
  const seen = await page.evaluate(lookOver, []);
  const png = await page.screenshot({ animations: 'disabled', fullPage: as === 'mistake' });
  const scrolls = as === 'question' && high > 0 ? [`The page is ${high} px too high`] : [];
  return { name: `${family}: ${one.objective}`, png, findings: [...scrolls, ...seen] };
}

/** Many pictures on one. */
async function writeSheet(browser: Browser, path: string, shots: readonly Shot[]): Promise<void> {
  const width = size.name === 'phone' ? 300 : 420;
  const figures = shots.map(
    ({ name, png, findings }) =>
      `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${name}<b> ${findings.join('; ').replaceAll('<', '&lt;')}</b></figcaption></figure>`,
  );
  const page = await browser.newPage({ viewport: { width: 6 * (width + 12) + 24, height: 800 } });
  await page.setContent(
    `<style>body{margin:12px;background:#888;font:14px system-ui;display:flex;flex-wrap:wrap;gap:12px}
figure{margin:0;width:${width}px;background:#fff}img{width:100%;display:block}b{color:#a00}</style>${figures.join('')}`,
  );
  await page.screenshot({ path, fullPage: true });
  await page.close();
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const server = await createServer({
  configFile: join(ROOT, 'vite.config.ts'),
  root: join(import.meta.dirname, 'items'),
  logLevel: 'error',
  // A page that loads itself anew in the middle would lose its place.
  server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
});
await server.listen();
const executablePath = findChromium();
const browser = await chromium.launch({
  args: CHROMIUM_FLAGS,
  ...(executablePath === undefined ? {} : { executablePath }),
});
try {
  const page = await browser.newPage({ viewport: { width: size.width, height: size.height } });
  page.on('pageerror', (error) => console.error(`A bug on the page: ${error.message}`));
  await page.emulateMedia({ colorScheme: values.theme === 'dark' ? 'dark' : 'light' });
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'show' in window, undefined, { timeout: 120_000 });
  const places = itemsOfEveryLook(values.only);
  for (const language of LANGUAGES) {
    const shots: Shot[] = [];
    for (const place of places) shots.push(await take(page, place, language));
    for (let from = 0; from < shots.length; from += ON_A_SHEET) {
      const name = `${language}-${size.name}-${String(from / ON_A_SHEET + 1).padStart(2, '0')}.png`;
      await writeSheet(browser, join(FOLDER, name), shots.slice(from, from + ON_A_SHEET));
    }
    for (const { name, findings } of shots)
      for (const finding of findings) console.log(`${language} ${name}: ${finding}`);
    console.log(`${language}: ${shots.length} items on sheets in ${FOLDER}`);
  }
} finally {
  await browser.close();
  await server.close();
}
