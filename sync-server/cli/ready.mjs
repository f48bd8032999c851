// What has to be there before anything runs: the packages, the pinned Node, the built app. Plain JavaScript for Node 20,
// without imports from npm, because it is what brings npm's packages in.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
const MODULES = join(ROOT, 'node_modules');
const windows = process.platform === 'win32';

/** Everything that the built app depends on. The lock file stands for every package. */
const BUILD_INPUTS = [
  'src',
  'public',
  'vite.config.ts',
  'chunks.ts',
  'pack-assets.ts',
  '.linguirc.ts',
  'package.json',
  'package-lock.json',
];

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/** @param {string} path @returns {unknown} the parsed file, or undefined when it is missing or unreadable */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Are the packages that the lock file names the ones that npm wrote down as installed? Contents are compared, not dates: a
 * checkout gives the lock file any date. Optional packages may be missing, since they are for other platforms.
 */
function modulesMatchLock() {
  const wanted = /** @type {Lock | undefined} */ (readJson(join(ROOT, 'package-lock.json')));
  const installed = /** @type {Lock | undefined} */ (readJson(join(MODULES, '.package-lock.json')));
  if (!wanted?.packages || !installed?.packages || !existsSync(pinnedNodePath())) return false;
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '' || entry.link) continue;
    const there = installed.packages[path];
    if (
      there ? there.version !== entry.version : !(entry.optional || entry.devOptional || entry.peer)
    )
      return false;
  }
  return true;
}

function pinnedNodePath() {
  return join(MODULES, 'node', 'bin', windows ? 'node.exe' : 'node');
}

/** @param {string} text a line for the person who waits; on stderr, so that stdout stays with the program itself */
function say(text) {
  process.stderr.write(`${text}\n`);
}

/** @param {string} text @returns {never} */
function stop(text) {
  say(text);
  process.exit(1);
}

/**
 * Runs a program to its end and stops this process when it fails. Its output goes to stderr.
 * @param {string} program @param {string[]} args @param {string} otherwise what to say when it fails
 */
function run(program, args, otherwise) {
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: windows && program === 'npm',
    env: { ...process.env, NODE_ENV: undefined },
  });
  if (status !== 0) stop(otherwise);
}

/**
 * Installs the packages of the lock file, when they are not the ones that are there. Not `npm ci`: that refuses a lock file
 * that was written where the registry lacked some other platform's binaries. This keeps to the lock file as well, adds what
 * this platform needs at the exact version that its parent names, and writes nothing outside node_modules.
 */
export function ensureModules() {
  if (modulesMatchLock()) return;
  say('Installing packages (about a minute, once) ...');
  run(
    'npm',
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    'npm install failed. The first start needs the npm registry; later starts need no network.',
  );
}

/** @returns {string} the Node that runs TypeScript: the pinned one, or this one where that could not be installed */
export function pinnedNode() {
  const pinned = pinnedNodePath();
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  return stop(
    'The pinned Node is missing. Run: npm install (with install scripts), or use Node 24.',
  );
}

/** @param {string} path @param {string[]} found @returns {string[]} all files at or under the path, in a stable order */
function filesUnder(path, found = []) {
  if (!existsSync(path)) return found;
  if (!statSync(path).isDirectory()) return [...found, path];
  for (const name of readdirSync(path).sort()) found = filesUnder(join(path, name), found);
  return found;
}

/** @returns {string} 12 hex digits that change when any input of the build does; the same on every machine, no git needed */
export function buildFingerprint() {
  const hash = createHash('sha256');
  for (const file of BUILD_INPUTS.flatMap((input) => filesUnder(join(ROOT, input)))) {
    hash.update(`${relative(ROOT, file).split(sep).join('/')}\0`);
    hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

/** Builds the app, when dist is missing or was built from something else. */
export function ensureBuild() {
  const built = /** @type {{ fingerprint?: string } | undefined} */ (
    readJson(join(ROOT, 'dist', 'build.json'))
  );
  if (built?.fingerprint === buildFingerprint()) return;
  say('Building the app ...');
  run(
    pinnedNode(),
    [join(MODULES, 'vite', 'bin', 'vite.js'), 'build', '--logLevel=warn'],
    'The app could not be built.',
  );
}
