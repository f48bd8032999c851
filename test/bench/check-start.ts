/**
 * From the end of a touch on Start to the paint of the first question, on a slow class tablet, four objectives of each of several
 * children, on a page that has not asked anything before: after the page of the objective was read, and by a child who taps at once.
 */
import type { Page } from 'playwright';
import type { Bench } from './bench.ts';
import { withTablet, type Tablet } from './browser.ts';
import { enrolTablet, identify, tabletCode } from './devices.ts';
import { atMost, type Figure } from './figures.ts';
import { median, percentile } from './statistics.ts';

const SLOWER = 6;
const CHILDREN = 10;
const AT_ONCE_FROM = 8;
const EACH = 4;
/** What a child needs at least to read one sentence and one example. */
const READING_MS = 2000;
/** A tap that does not get through in this time met a list that was just drawn anew. */
const SHORT_MS = 2000;

/** Opens every list that is folded, and taps a row. False where there is no such row. */
async function tapRow(page: Page, place: number): Promise<boolean> {
  const rows = page.getByRole('listitem').getByRole('button');
  const all = page.getByRole('button', { name: 'Show all' });
  await rows.first().waitFor();
  while (await all.first().isVisible()) await all.first().tap({ timeout: SHORT_MS });
  if ((await rows.count()) <= place) return false;
  await rows.nth(place).tap({ timeout: SHORT_MS });
  return true;
}

/** The lists fold up again when a check that was just closed leaves the screen: then once more. */
async function tapRowSoon(page: Page, place: number): Promise<boolean> {
  for (let left = 4; left > 0; left -= 1) {
    const isTapped = await tapRow(page, place).catch(() => false);
    if (isTapped) return true;
    await page.waitForTimeout(SHORT_MS / 4);
  }
  return false;
}

/** Opens the page of the next objective with a check, from this place of the child's list on and round. @returns the place after it */
async function openObjective(page: Page, from: number): Promise<number> {
  const start = page.getByRole('button', { name: 'Start', exact: true });
  const back = page.getByRole('button', { name: 'Back', exact: true });
  for (let place = from, rounds = 0; rounds < 2; place += 1) {
    if (!(await tapRowSoon(page, place))) {
      rounds += 1;
      place = -1;
      continue;
    }
    await back.waitFor();
    if (await start.isVisible()) return place + 1;
    await back.tap();
  }
  throw new Error('This child has no check to take');
}

/** Ms from the touch on Start to the painted question; then the child goes back to the names, and the check is closed. */
async function startOnce({ page }: Tablet, readingMs: number): Promise<number> {
  const shown = page.evaluate(async () => {
    const at = await window.bench.painted({ selector: 'h1', text: 'Question 1 of' });
    return at - window.bench.released;
  });
  await page.waitForTimeout(readingMs);
  await page.getByRole('button', { name: 'Start', exact: true }).tap();
  const ms = await shown;
  await page.getByRole('button', { name: 'Not you?', exact: true }).tap();
  await page.getByRole('button', { name: 'Child' }).first().waitFor();
  return ms;
}

export async function measureCheckStart({ url, school }: Bench): Promise<Figure[]> {
  const code = await tabletCode(school);
  const { read, atOnce } = await withTablet({}, async (tablet) => {
    const { page, cdp } = tablet;
    await enrolTablet(page, url, code);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const times = { read: [] as number[], atOnce: [] as number[] };
    for (let child = 0; child < CHILDREN; child += 1) {
      await page.goto(`${url}/student`);
      let place = 0;
      for (let n = 0; n < EACH; n += 1) {
        await identify(page, child);
        place = await openObjective(page, place);
        if (child < AT_ONCE_FROM) times.read.push(await startOnce(tablet, READING_MS));
        else times.atOnce.push(await startOnce(tablet, 0));
      }
    }
    return times;
  });
  return [
    { what: `Start to the first question at ${SLOWER}x, p50`, value: median(read), unit: 'ms' },
    {
      what: `Start to the first question at ${SLOWER}x, p95`,
      value: percentile(read, 0.95),
      unit: 'ms',
      bar: atMost(300),
    },
    {
      what: '  tapped as soon as it was there, p50',
      value: median(atOnce),
      unit: 'ms',
    },
    {
      what: '  tapped as soon as it was there, the slowest',
      value: Math.max(...atOnce),
      unit: 'ms',
    },
  ];
}
