/** The short form of the server's crash loop; `npm run soak -- --only server` is the long one. */
import { expect, test } from 'vitest';
import { runServerCrash } from '#test/soak/server-crash.ts';

test('[P4] a server that dies at any place of a push has everything that an answer named, once', async () => {
  const report = await runServerCrash({ seed: 'short', kills: 4 });
  expect(report.failures).toEqual([]);
  expect([report.lost, report.doubled]).toEqual([0, 0]);
  // Every check that was taken was named at the end, and there were kills, faults and checks.
  expect(report.acknowledged).toBe(report.commands['check taken']);
  expect(report.commands['server start']).toBe(4);
  expect(Object.keys(report.faults).length).toBeGreaterThan(5);
}, 120_000);

test('[P7] [P8] after the disk is lost too, a copy and the journal bring back everything that was named', async () => {
  const report = await runServerCrash({ seed: 'a lost disk', kills: 4, restoreEvery: 2 });
  expect(report.failures).toEqual([]);
  expect([report.lost, report.doubled]).toEqual([0, 0]);
  expect(report.acknowledged).toBe(report.commands['check taken']);
  expect(report.commands['restore with the journal']).toBeGreaterThan(0);
}, 120_000);
