/** Pictures of the way, for whoever wants to look: set SHOTS to a folder. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from './profile.ts';

const FOLDER = process.env['SHOTS'];
let count = 0;

/** Takes one where SHOTS is set; otherwise nothing. */
export async function shoot(device: Profile, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  count += 1;
  await device
    .page()
    .screenshot({ path: join(FOLDER, `${String(count).padStart(2, '0')}-${name}.png`) });
}
