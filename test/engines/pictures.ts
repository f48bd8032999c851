/** Pictures of the way, for whoever wants to look: set SHOTS to a folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver } from './engine.ts';

const FOLDER = process.env['SHOTS'];

/** Takes one where SHOTS is set; otherwise nothing. */
export async function takePicture(driver: Driver, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  await driver.screenshot(join(FOLDER, `${name}.png`));
}
