/** Production builds in folders of their own: nobody else's `dist` is touched. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'built');
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

/**
 * Builds the app, or another page of the same sources. In a process of its own: a build declares its process to be in
 * production.
 * @param name of the folder
 * @param root folder with another index.html
 * @returns the folder, for DIST_DIR
 */
export async function buildApp(name: string, root?: string): Promise<string> {
  const outDir = join(CACHE, name);
  const args = [
    'build',
    ...(root === undefined ? [] : [root]),
    '--config',
    join(ROOT, 'vite.config.ts'),
  ];
  const options = ['--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  const child = spawn(process.execPath, [VITE, ...args, ...options], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`The app could not be built (${name})`);
  return outDir;
}
