// `npm test`: makes everything ready, runs every suite, and prints as its very last line "N passed, N failed".
// Plain JavaScript for Node 20; the suites themselves run on the pinned Node.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild, ensureModules, pinnedNode, ROOT } from '../sync-server/cli/ready.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { isDebianRoot } from './support/debian.mjs';
import { ensureOtherEngines } from './support/engines.mjs';

/**
 * @typedef {{ status: string }} Assertion
 * @typedef {{ status: string, assertionResults: Assertion[] }} SuiteFile
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** The suites, in order, and the projects of each (test/projects.ts). */
const SUITES = {
  unit: ['unit', 'domain'],
  model: ['model'],
  browser: ['browser'],
  // Both mostly wait for browsers: together they keep two cores busy.
  e2e: ['e2e', 'engines'],
};
/** @typedef {keyof typeof SUITES} Suite */
const NAMES = /** @type {Suite[]} */ (Object.keys(SUITES));

/** @param {string} path @returns {SuiteFile[] | undefined} what Vitest wrote down, or undefined when it did not get that far */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).testResults;
  } catch {
    return undefined;
  }
}

/**
 * A skipped test counts as failed, since it proves nothing; so does a file that could not be loaded.
 * @param {SuiteFile[]} files @returns {Counts}
 */
function countTests(files) {
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const broken = files.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return { passed, failed: tests.length - passed + broken };
}

/** @param {Suite} suite @param {string} folder for its report @returns {Promise<Counts>} */
async function runSuite(suite, folder) {
  const report = join(folder, `${suite}.json`);
  const run = spawn(
    pinnedNode(),
    [
      join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...SUITES[suite].map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      '--passWithNoTests',
    ],
    // CI: no snapshot is written, and a test marked `only` is an error.
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CI: '1' } },
  );
  const [status] = await once(run, 'exit');
  const files = readReport(report);
  const counts = files ? countTests(files) : { passed: 0, failed: 0 };
  // Vitest also fails for what belongs to no test: an unhandled rejection, a browser that did not start.
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** A line for every engine that is not on this machine. */
let notTried = /** @type {string[]} */ ([]);

/** @param {Suite} suite */
const needsBrowser = (suite) => ['browser', 'e2e'].includes(suite);

/** The browsers come while the first suites run, which need none: one waits for packages, the others for the cores. */
async function installBrowsers() {
  const script = join(ROOT, 'test', 'support', 'install-browsers.mjs');
  await once(spawn(process.execPath, [script], { stdio: 'inherit' }), 'exit');
}

/** @param {readonly Suite[]} suites @returns {Promise<Counts>} */
async function runAll(suites) {
  ensureModules();
  if (suites.includes('e2e')) ensureBuild();
  // Where nothing can be installed it is said before anything runs.
  if (suites.some(needsBrowser) && !isDebianRoot()) ensureChromium();
  const browsers = suites.some(needsBrowser) ? installBrowsers() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-'));
  try {
    const total = { passed: 0, failed: 0 };
    for (const suite of suites) {
      if (needsBrowser(suite)) {
        await browsers;
        ensureChromium();
      }
      if (suite === 'e2e') notTried = ensureOtherEngines();
      const counts = await runSuite(suite, folder);
      total.passed += counts.passed;
      total.failed += counts.failed;
    }
    return total;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(SUITES, name));
/** @type {Counts} */
let total = { passed: 0, failed: 0 };
try {
  if (unknown.length > 0)
    throw new Error(`No such suite: ${unknown.join(', ')}. There are ${NAMES.join(', ')}.`);
  total = await runAll(chosen.length > 0 ? NAMES.filter((name) => chosen.includes(name)) : NAMES);
  if (total.passed + total.failed === 0) throw new Error('No test ran.');
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  total.failed += 1;
}
for (const line of notTried) process.stdout.write(`${line}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
