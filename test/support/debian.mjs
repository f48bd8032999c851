// Browsers that the tests drive come from the system's own packages, never from a download. Plain JavaScript for Node 20.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {readonly string[]} names of the program, looked for in PATH
 * @param {readonly string[]} elsewhere whole paths
 * @returns {string | undefined} the first that can be run
 */
export function findProgram(names, elsewhere = []) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...elsewhere,
  ].find(runs);
}

/** Whether packages can be installed here without asking anybody. */
export function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** @param {string} what for the person who waits @param {readonly string[]} packages */
export function installFromDebian(what, packages) {
  process.stderr.write(`Installing ${what} from Debian ...\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2] });
  }
}
