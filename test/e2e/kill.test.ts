/** The short forms of the browser's crash loops; `npm run soak -- --only browser` is the long one. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runBrowserCrash } from '#test/soak/browser-crash.ts';
import { runScreenCrash } from '#test/soak/screen-crash.ts';

const DIST = join(import.meta.dirname, '..', '..', 'dist');

test('[P17] a browser that dies while somebody marks and while it sends keeps all that it called saved, and all that it called sent is at the school, once', async () => {
  const report = await runBrowserCrash({ seed: 'short', kills: 4 });
  expect(report.failures).toEqual([]);
  expect([report.lost, report.doubled]).toEqual([0, 0]);
  expect(report.acknowledged).toBeGreaterThan(4);
  expect(report.commands['browser start']).toBe(4);
});

test('[P17] a browser that dies under a tap in the interview has every mark before it, and that one at most once', async () => {
  const report = await runScreenCrash({ seed: 'short', kills: 2, dist: DIST });
  expect(report.failures).toEqual([]);
  expect([report.lost, report.doubled]).toEqual([0, 0]);
  expect(report.commands['mark']).toBeGreaterThan(2);
});
