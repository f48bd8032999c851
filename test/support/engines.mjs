// The two other engines: Firefox and WebKitGTK, where they are installed. Plain JavaScript, since test/run.mjs starts on Node 20.
import { arch } from 'node:os';
import { findProgram, installFromDebian, isDebianRoot } from './debian.mjs';

/**
 * @typedef {object} Engine
 * @property {'Firefox' | 'WebKitGTK'} name
 * @property {readonly string[]} packages of Debian and Ubuntu
 * @property {() => boolean} isHere
 * @property {string} story the test file
 * @property {string} otherwise what to do on a machine where nothing can be installed
 */

/** @returns {string | undefined} the path of an installed Firefox; FIREFOX_PATH goes first */
export function findFirefox() {
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen) return findProgram([], [chosen]);
  return findProgram(
    ['firefox-esr', 'firefox'],
    [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  );
}

/** Debian's word for the machine. @type {Readonly<Record<string, string>>} */
const TRIPLE = { x64: 'x86_64', arm64: 'aarch64' };

/**
 * WebKit's driver, its small browser, and the screen that it draws on.
 * @returns {{ driver: string, browser: string, screen: string } | undefined}
 */
export function findWebKit() {
  const triple = TRIPLE[arch()] ?? arch();
  const driver = findProgram(['WebKitWebDriver']);
  const browser = findProgram(
    [],
    ['4.1', '6.0', '4.0'].flatMap((version) =>
      [`/usr/lib/${triple}-linux-gnu`, '/usr/lib64', '/usr/libexec'].map((folder) =>
        version === '6.0'
          ? `${folder}/webkitgtk-6.0/MiniBrowser`
          : `${folder}/webkit2gtk-${version}/MiniBrowser`,
      ),
    ),
  );
  const screen = findProgram(['Xvfb']);
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** @type {readonly Engine[]} */
export const OTHER_ENGINES = [
  {
    name: 'Firefox',
    packages: ['firefox-esr'],
    isHere: () => findFirefox() !== undefined,
    story: 'test/engines/firefox.test.ts',
    otherwise:
      'Install Firefox (Debian: apt-get install firefox-esr), or set FIREFOX_PATH to an installed one.',
  },
  {
    name: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'xvfb'],
    isHere: () => findWebKit() !== undefined,
    story: 'test/engines/webkit.test.ts',
    otherwise: 'Install WebKitGTK (Debian, Ubuntu: apt-get install webkit2gtk-driver xvfb).',
  },
];

/**
 * Stories that cannot be told on this kind of machine. Where an engine could be installed without asking anybody, it has to be
 * there: its story is told, and fails.
 * @returns {string[]} test files
 */
export function untoldStories() {
  if (isDebianRoot()) return [];
  return OTHER_ENGINES.filter((engine) => !engine.isHere()).map(({ story }) => story);
}

/** Installs what is missing where that is possible. @returns {string[]} a line for every engine that is not here */
export function ensureOtherEngines() {
  const missing = () => OTHER_ENGINES.filter((engine) => !engine.isHere());
  if (missing().length > 0 && isDebianRoot()) {
    installFromDebian(
      missing()
        .map(({ name }) => name)
        .join(' and '),
      missing().flatMap(({ packages }) => packages),
    );
  }
  return missing().map(
    ({ name, otherwise }) => `Not tried in ${name}: it is not here. ${otherwise}`,
  );
}
