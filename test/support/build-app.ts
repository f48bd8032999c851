/** Production builds in folders of their own: nobody else's `dist` is touched. */
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'built');

/**
 * Builds the app, or another page of the same sources.
 * @param name of the folder
 * @param root folder with another index.html
 * @returns the folder, for DIST_DIR
 */
export async function buildApp(name: string, root?: string): Promise<string> {
  const outDir = join(CACHE, name);
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    ...(root === undefined ? {} : { root }),
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}
