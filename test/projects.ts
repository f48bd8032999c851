import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import type { PluginOption } from 'vite';
import type { TestProjectConfiguration } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from '#test/support/chromium.mjs';
import { untoldStories } from '#test/support/engines.mjs';

const root = join(import.meta.dirname, '..');
const executablePath = findChromium();
const define = { __APP_BUILD__: JSON.stringify('test') };

/**
 * The suites. One alone: `npx vitest run --project unit`, one file: `npx vitest run test/unit/...`.
 * @param plugins what turns our sources into JavaScript, for the browser
 */
export const projects = (plugins: PluginOption[]): TestProjectConfiguration[] => [
  {
    define,
    test: {
      name: 'unit',
      root,
      environment: 'node',
      include: ['test/{unit,contract,sync,findings}/**/*.test.{ts,tsx}'],
      exclude: ['test/unit/domain/**'],
      // Many wait for processes and for the disk: three at a time keep two cores busy.
      maxWorkers: 3,
      sequence: { groupOrder: 1 },
      testTimeout: 30_000,
      hookTimeout: 30_000,
    },
  },
  {
    define,
    test: {
      name: 'domain',
      root,
      environment: 'node',
      include: ['test/unit/domain/**/*.test.ts'],
      // Pure functions leave nothing behind: what they are made of is loaded once.
      isolate: false,
      maxWorkers: 2,
      sequence: { groupOrder: 2 },
      testTimeout: 120_000,
    },
  },
  {
    define,
    test: {
      name: 'model',
      root,
      environment: 'node',
      include: ['test/model/**/*.test.ts'],
      maxWorkers: 2,
      testTimeout: 300_000,
      hookTimeout: 60_000,
    },
  },
  {
    define,
    plugins,
    cacheDir: join(root, 'node_modules', '.cache', 'vitest-browser'),
    publicDir: join(root, 'public'),
    // Every package is found before the first test: one found later would make Vite reload the page in the middle.
    optimizeDeps: {
      entries: ['src/**/*.{ts,tsx}', 'test/{browser,support}/**/*.tsx', 'test/browser/**/*.ts'],
      // Icons are served as they lie there: one more of them is no reason to bundle all dependencies anew in the middle of a run.
      exclude: ['@lingui/core/macro', '@lingui/react/macro', 'lucide-react'],
    },
    test: {
      name: 'browser',
      root,
      include: ['test/browser/**/*.test.{ts,tsx}'],
      // A browser of its own each: alone, one would leave a core idle.
      maxWorkers: 2,
      testTimeout: 30_000,
      hookTimeout: 30_000,
      // On a machine that is busy a second is not long.
      expect: { poll: { timeout: 20_000 } },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            args: CHROMIUM_FLAGS,
            ...(executablePath === undefined ? {} : { executablePath }),
          },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  },
  {
    define,
    test: {
      name: 'e2e',
      root,
      environment: 'node',
      include: ['test/e2e/**/*.test.ts'],
      // Mostly waiting: three at a time keep two cores busy.
      maxWorkers: 3,
      testTimeout: 180_000,
      hookTimeout: 180_000,
      // What is waited for depends on two browsers and a server, on a machine that may be busy.
      expect: { poll: { timeout: 45_000, interval: 100 } },
    },
  },
  {
    define,
    test: {
      name: 'engines',
      root,
      environment: 'node',
      include: ['test/engines/**/*.test.ts'],
      exclude: untoldStories(),
      // One browser a file, all at once: each of them mostly waits.
      maxWorkers: 3,
      testTimeout: 180_000,
      hookTimeout: 180_000,
    },
  },
];
