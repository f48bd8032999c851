/** Takes one screen in every size and theme, and looks it over. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { lookOver } from './look-over.ts';

export const SIZES = [
  { name: 'upright', width: 768, height: 1024 },
  { name: 'flat', width: 1024, height: 768 },
  { name: 'phone', width: 360, height: 800 },
] as const;
export const THEMES = ['light', 'dark'] as const;

export interface Shot {
  readonly screen: string;
  readonly language: string;
  readonly size: string;
  readonly theme: string;
  /** Path of the picture, from the folder of the contact sheet. */
  readonly file: string;
  readonly findings: readonly string[];
}

export interface TakeOptions {
  /** Builds the screen again after the size has changed, where it decides something once. */
  readonly again?: () => Promise<unknown>;
  /** The page as it is printed, in one size. */
  readonly print?: boolean;
  /** Not only what fits on the screen. */
  readonly whole?: boolean;
}

export interface Camera {
  readonly take: (page: Page, screen: string, options?: TakeOptions) => Promise<void>;
  readonly shots: readonly Shot[];
}

export interface CameraOptions {
  readonly folder: string;
  readonly language: string;
  /** Texts that must not stand on a screen in this language. */
  readonly foreign: readonly string[];
  readonly withAxe: boolean;
}

/** Until fonts and styles stand still. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let i = 0; i < 2; i += 1) await new Promise((done) => requestAnimationFrame(done));
  });
}

async function axeOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export function createCamera({ folder, language, foreign, withAxe }: CameraOptions): Camera {
  const shots: Shot[] = [];
  let number = 0;

  const expose = async (
    page: Page,
    screen: string,
    size: string,
    theme: string,
    whole: boolean,
  ) => {
    await settle(page);
    const file = join(language, screen, `${size}-${theme}.png`);
    await mkdir(join(folder, language, screen), { recursive: true });
    await page.screenshot({ path: join(folder, file), animations: 'disabled', fullPage: whole });
    const seen = await page.evaluate(lookOver, foreign);
    const axed = withAxe && size === 'upright' ? await axeOn(page) : [];
    shots.push({ screen, language, size, theme, file, findings: [...seen, ...axed] });
  };

  return {
    shots,
    async take(page, name, { again, print = false, whole = false } = {}) {
      number += 1;
      const screen = `${String(number).padStart(2, '0')}-${name}`;
      if (print) {
        await page.emulateMedia({ media: 'print', colorScheme: 'light' });
        await expose(page, screen, 'print', 'light', true);
        await page.emulateMedia({ media: 'screen' });
        return;
      }
      for (const { name: size, width, height } of SIZES) {
        await page.setViewportSize({ width, height });
        if (again !== undefined) await again();
        for (const theme of THEMES) {
          await page.emulateMedia({ colorScheme: theme });
          await expose(page, screen, size, theme, whole);
        }
      }
      await page.setViewportSize({ width: SIZES[0].width, height: SIZES[0].height });
      await page.emulateMedia({ colorScheme: 'light' });
    },
  };
}
