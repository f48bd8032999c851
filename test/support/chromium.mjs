// The browser that the tests drive: one that is installed, never a download. Plain JavaScript, since test/run.mjs starts on Node 20.
import { findProgram, installFromDebian, isDebianRoot } from './debian.mjs';

/** Chromium without what needs a screen, a user, or a network of its own. `--no-sandbox`: the tests also run as root. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium's engine without the browser around it: a process less, and a start in half the time. */
const SHELL = '/usr/lib/chromium/chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @returns {string | undefined} the path of an installed Chromium or Chrome; CHROMIUM_PATH goes first */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return findProgram([], [chosen]);
  return findProgram(NAMES, ELSEWHERE);
}

/** @returns {string} the path of Chromium's engine alone, where Debian has it; otherwise of a Chromium, which CHROMIUM_PATH may choose */
export function findShell() {
  const chosen = process.env['CHROMIUM_PATH'];
  return (chosen ? undefined : findProgram([], [SHELL])) ?? ensureChromium();
}

/** Installs Debian's, where that is possible. Without it everything runs as well, in Chromium. */
export function ensureShell() {
  if (!process.env['CHROMIUM_PATH'] && !findProgram([], [SHELL]) && isDebianRoot())
    installFromDebian('the engine of Chromium', ['chromium-headless-shell']);
}

/** @returns {string} the path of a Chromium, installed from Debian where that is possible; throws one line that says what to do */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env['CHROMIUM_PATH']) {
    throw new Error(`CHROMIUM_PATH is ${process.env['CHROMIUM_PATH']}, and that does not run.`);
  }
  if (isDebianRoot()) installFromDebian('Chromium', ['chromium']);
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    'No Chromium found. Install it (Debian, Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to a Chrome or Chromium.',
  );
}
