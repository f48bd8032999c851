/**
 * A class tablet is opened with no network, and a teacher looks at the overview: from the navigation to the PIN pad, and from
 * the last key of the PIN to the painted table. Not counted: the time of the typing hand, and turning the PIN into a key,
 * which takes half a second on purpose and needs no main thread.
 */
import { join } from 'node:path';
import { buildApp } from '#test/support/build-app.ts';
import type { Bench } from './bench.ts';
import { newProfile, removeProfile, withTablet } from './browser.ts';
import { appKept, enrolTablet, givePin, signIn, tabletCode } from './devices.ts';
import { atMost, type Figure } from './figures.ts';
import { median } from './statistics.ts';

const SLOWER = 4;
const STUDENTS = 30;

interface Start {
  readonly toPin: number;
  readonly toOverview: number;
}
const total = ({ toPin, toOverview }: Start): number => toPin + toOverview;

const overviewOf = ({ url, school }: Bench): string => `${url}/groups/${school.group}/overview`;

/** One start of the browser on this profile. */
function startOnce(bench: Bench, profile: string): Promise<Start> {
  return withTablet({ profile, slower: SLOWER }, async ({ page }) => {
    await page.addInitScript(() => {
      window.firstSight = window.bench.painted({ selector: '[role=group] button', count: 11 });
    });
    await page.goto(overviewOf(bench), { waitUntil: 'commit' });
    const toPin = await page.evaluate(() => window.firstSight);
    const shown = page.evaluate(async (count) => {
      const at = await window.bench.painted({ selector: 'tr[data-student]', count });
      return at - window.bench.released - window.bench.pinMs;
    }, STUDENTS);
    await givePin(page);
    return { toPin, toOverview: await shown };
  });
}

async function startAgainAndAgain(bench: Bench, profile: string): Promise<Start[]> {
  const starts: Start[] = [];
  // The first start after the download fills the browser's own caches, as on a real tablet on its first morning.
  await startOnce(bench, profile);
  for (let i = 0; i < bench.runs; i += 1) starts.push(await startOnce(bench, profile));
  return starts;
}

/** A class tablet with everything on it, on which a teacher has signed in once. */
async function makeTablet(bench: Bench, profile: string): Promise<void> {
  await withTablet({ profile }, async ({ page }) => {
    await enrolTablet(page, bench.url, await tabletCode(bench.school));
    await signIn(page, bench.url);
    await page.goto(overviewOf(bench));
    await givePin(page);
    await page
      .locator('tr[data-student]')
      .nth(STUDENTS - 1)
      .waitFor();
    await appKept(page);
  });
}

/** The same records where no database is asked for them. */
async function makePaint(bench: Bench, profile: string): Promise<void> {
  const { admin, group } = bench.school;
  await admin.pull();
  const documents = JSON.stringify([...admin.state.values()]);
  await withTablet({ profile }, async ({ page }) => {
    await page.goto(bench.url);
    await page.evaluate(
      (entries) => {
        for (const [key, value] of entries) localStorage.setItem(key, value);
      },
      [
        ['bench.documents', documents],
        ['bench.group', group],
      ] as const,
    );
    await appKept(page);
  });
}

export async function measureStart(bench: Bench): Promise<Figure[]> {
  const paintApp = await buildApp('bench-paint', join(import.meta.dirname, 'paint'));
  const [tablet, paint] = [await newProfile(), await newProfile()];
  try {
    await makeTablet(bench, tablet);
    await bench.withApp(paintApp, () => makePaint(bench, paint));
    const [real, bare] = await bench.withoutServer(async () => [
      await startAgainAndAgain(bench, tablet),
      await startAgainAndAgain(bench, paint),
    ]);
    const [ms, bareMs] = [median(real.map(total)), median(bare.map(total))];
    const at = `at ${SLOWER}x`;
    return [
      { what: `Offline start to the overview ${at}`, value: ms, unit: 'ms', bar: atMost(1500) },
      {
        what: '  of that, to the PIN pad',
        value: median(real.map(({ toPin }) => toPin)),
        unit: 'ms',
      },
      {
        what: '  of that, from the PIN to the table',
        value: median(real.map(({ toOverview }) => toOverview)),
        unit: 'ms',
      },
      { what: `The same bundle with no database ${at}`, value: bareMs, unit: 'ms' },
      {
        what: 'Offline start to the paint with no database',
        value: ms / bareMs,
        unit: 'x',
        bar: atMost(1.5),
      },
    ];
  } finally {
    await removeProfile(tablet);
    await removeProfile(paint);
  }
}
