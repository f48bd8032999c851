/** Production builds for the bench, in a folder of their own: nobody else's `dist` is touched. */
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'bench');

async function buildInto(name: string, root?: string): Promise<string> {
  const outDir = join(CACHE, name);
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    ...(root === undefined ? {} : { root }),
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

/** The app as `npm run build` makes it. @returns its folder */
export const buildApp = (): Promise<string> => buildInto('app');

/** The same bundle started without a database: see paint/main.tsx. @returns its folder */
export const buildPaint = (): Promise<string> =>
  buildInto('paint', join(import.meta.dirname, 'paint'));
