/** From the end of a touch on "Got it" to the moment when the mark is durable, on a slow tablet, in the real interview. */
import type { Page } from 'playwright';
import type { Bench } from './bench.ts';
import { withTablet, type Tablet } from './browser.ts';
import { givePin, signIn } from './devices.ts';
import { atMost, type Figure } from './figures.ts';
import { median, percentile } from './statistics.ts';

const SLOWER = 6;
const MARKS = 60;
const RAW_PUTS = 40;
/** What a person needs at least to look at the next question and to answer. */
const THINKING_MS = 450;
/** How long a finger lies on the glass. */
const TOUCH_MS = 80;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function center(page: Page, name: string): Promise<{ x: number; y: number } | null> {
  const box = await page.getByRole('button', { name, exact: true }).boundingBox({ timeout: 5000 });
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Time of one mark, ms: from the moment when the finger is lifted. */
async function markOnce({ page, cdp }: Tablet, name: string): Promise<number> {
  const at = await center(page, name);
  if (at === null) throw new Error(`No button "${name}"`);
  const saved = page.evaluate(() => window.bench.saved());
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await pause(TOUCH_MS);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  const moment = await saved;
  return moment - (await page.evaluate(() => window.bench.released));
}

async function mark(tablet: Tablet): Promise<number[]> {
  const { page } = tablet;
  const times: number[] = [];
  const next = page.getByRole('button', { name: /^Next student/ });
  const asking = page.getByRole('button', { name: 'Got it', exact: true });
  while (times.length < MARKS) {
    await next.or(asking).first().waitFor();
    await pause(THINKING_MS);
    if (await next.isVisible()) {
      await next.tap();
      await asking.waitFor();
      continue;
    }
    times.push(await markOnce(tablet, times.length % 3 === 2 ? 'Not yet' : 'Got it'));
    // The light of the mark, and the next question.
    await pause(THINKING_MS);
  }
  return times;
}

/** What a strict put of a row of the same size costs here with nothing around it, while nothing is sent or pulled. */
function rawPuts({ page }: Tablet): Promise<number[]> {
  return page.evaluate(async (count) => {
    const store = await window.openRawStore();
    const times: number[] = [];
    for (let i = 0; i < count; i += 1) {
      await new Promise((done) => setTimeout(done, 100));
      const from = performance.now();
      await store.put();
      times.push(performance.now() - from);
    }
    store.close();
    return times;
  }, RAW_PUTS);
}

export async function measureTaps({ url, school }: Bench): Promise<Figure[]> {
  const { id, units } = school.courses[1];
  const unit = units.at(-1)?.id ?? '';
  const student = school.students[0] ?? '';
  const { times, raw } = await withTablet({}, async (tablet) => {
    const { page, cdp } = tablet;
    await signIn(page, url);
    await page.goto(`${url}/groups/${school.group}/interview/${id}/${unit}/${student}`);
    await givePin(page);
    await page.getByRole('button', { name: 'Got it', exact: true }).waitFor();
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const before = await rawPuts(tablet);
    const marks = await mark(tablet);
    return { times: marks, raw: before };
  });
  return [
    {
      what: `Tap to durable mark at ${SLOWER}x, p50`,
      value: median(times),
      unit: 'ms',
    },
    {
      what: `Tap to durable mark at ${SLOWER}x, p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      bar: atMost(50),
    },
    {
      what: `Raw IndexedDB strict put at ${SLOWER}x, sync idle, p50`,
      value: median(raw),
      unit: 'ms',
    },
    {
      what: 'Tap to durable mark, p50 to the raw put',
      value: median(times) / median(raw),
      unit: 'x',
      bar: atMost(4),
    },
  ];
}
