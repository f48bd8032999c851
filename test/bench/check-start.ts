/**
 * From the end of a touch on Start to the paint of the first question, on a slow class tablet: the next check of several children,
 * some times each, on a page that has not asked anything before. After the page of the objective was read, and by a child who taps
 * at once.
 */
import type { Page } from 'playwright';
import type { Bench } from './bench.ts';
import { withTablet, type Tablet } from './browser.ts';
import { enrolTablet, identify, tabletCode } from './devices.ts';
import { atMost, type Figure } from './figures.ts';
import { median, percentile } from './statistics.ts';

const SLOWER = 6;
/** So many are at the door without a letter to tap first. */
const CHILDREN = 15;
const EACH = 4;
/** So many of what comes next are shown before a list is unfolded. */
const NEXT = 3;
const READ = 20;
const AT_ONCE = 8;
/** What a child needs at least to read one sentence and one example. */
const READING_MS = 2000;

/** Opens the page of an objective that comes next. @returns false where it has nothing to start */
async function openNext(page: Page, place: number): Promise<boolean> {
  const rows = page.getByRole('region', { name: 'What comes next' }).getByRole('listitem');
  await rows.first().waitFor();
  await rows.nth(place).getByRole('button').first().tap();
  await page.getByRole('button', { name: 'Practice', exact: true }).waitFor();
  return page.getByRole('button', { name: 'Start', exact: true }).isVisible();
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
    for (let child = 0; child < CHILDREN && times.atOnce.length < AT_ONCE; child += 1) {
      await page.goto(`${url}/student`);
      for (let n = 0; n < EACH; n += 1) {
        await identify(page, child);
        if (!(await openNext(page, n % NEXT))) break;
        if (times.read.length < READ) times.read.push(await startOnce(tablet, READING_MS));
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
