import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '#test/support/chromium.mjs';

/**
 * Draws the PNG icons in public/icons from the SVG files beside them, through Chromium:
 * `node test/screens/icons.ts`. Run it after an SVG has changed, and commit what comes out.
 */
interface Icon {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  /** Full: the ground runs to every edge, for systems that cut their own shape. */
  readonly isFull?: boolean;
  /** Share of the drawing inside a full ground: maskable icons keep to the middle 80 percent. */
  readonly scale?: number;
}

const icons: readonly Icon[] = [
  { from: 'icon.svg', to: 'icon-192.png', size: 192 },
  { from: 'icon.svg', to: 'icon-512.png', size: 512 },
  { from: 'icon.svg', to: 'maskable-512.png', size: 512, isFull: true, scale: 0.84 },
  { from: 'icon.svg', to: 'apple-touch-icon.png', size: 180, isFull: true, scale: 0.94 },
  { from: 'shortcut-student.svg', to: 'shortcut-student.png', size: 96 },
  { from: 'shortcut-teacher.svg', to: 'shortcut-teacher.png', size: 96 },
];

const folder = join(import.meta.dirname, '..', '..', 'public', 'icons');
const GROUND = '#1f6fb2';

const executablePath = findChromium();
const browser = await chromium.launch({
  args: CHROMIUM_FLAGS,
  ...(executablePath === undefined ? {} : { executablePath }),
});
try {
  for (const icon of icons) {
    const svg = await readFile(join(folder, icon.from), 'utf8');
    const page = await browser.newPage({ viewport: { width: icon.size, height: icon.size } });
    const inner = icon.size * (icon.scale ?? 1);
    const ground = icon.isFull === true ? GROUND : 'transparent';
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;block-size:100vh;background:${ground}">` +
        `<div style="inline-size:${inner}px;block-size:${inner}px">${svg}</div>`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(join(folder, icon.to), png);
    await page.close();
  }
} finally {
  await browser.close();
}
