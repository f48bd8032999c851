/**
 * A mark on one tablet, and the cell on another, both online and awake. A tablet on which somebody marks holds its sending
 * back until 1.5 s after the last tap, so both times are told: from the moment when it sends, and from the tap.
 */
import type { Bench } from './bench.ts';
import { withTablet, type Tablet } from './browser.ts';
import { givePin, signIn } from './devices.ts';
import { atMost, type Figure } from './figures.ts';
import { median, percentile } from './statistics.ts';

const MARKS = 24;

interface Seen {
  readonly fromTap: number;
  readonly fromSend: number;
}

/** Wall clock (ms) at which the newest push left this tablet. */
async function watchSends({ cdp }: Tablet): Promise<() => number> {
  let at = Number.NaN;
  cdp.on('Network.requestWillBeSent', ({ request, wallTime }) => {
    if (new URL(request.url).pathname === '/api/events') at = wallTime * 1000;
  });
  await cdp.send('Network.enable');
  return () => at;
}

async function open({ page }: Tablet, url: string, path: string): Promise<void> {
  await signIn(page, url);
  await page.goto(`${url}${path}`);
  await givePin(page);
}

async function markAndSee(a: Tablet, b: Tablet, sent: () => number): Promise<Seen> {
  const cell = b.page.evaluate(() => window.bench.changed('data-status'));
  await a.page.getByRole('button', { name: 'Got it', exact: true }).tap();
  const seenAt = await cell;
  const tappedAt = await a.page.evaluate(() => performance.timeOrigin + window.bench.released);
  return { fromTap: seenAt - tappedAt, fromSend: seenAt - sent() };
}

async function measure({ url, school }: Bench, a: Tablet, b: Tablet): Promise<Seen[]> {
  const { id, units } = school.courses[1];
  const unit = units.at(-2)?.id ?? '';
  const { group, students } = school;
  await open(a, url, `/groups/${group}/interview/${id}/${unit}/${students[1] ?? ''}`);
  await open(b, url, `/groups/${group}/objectives/${id}/${unit}`);
  await b.page
    .locator('tr[data-student]')
    .nth(students.length - 1)
    .waitFor();
  const sent = await watchSends(a);
  const next = a.page.getByRole('button', { name: /^Next student/ });
  const asking = a.page.getByRole('button', { name: 'Got it', exact: true });
  const seen: Seen[] = [];
  while (seen.length < MARKS) {
    await next.or(asking).first().waitFor();
    // A tap within a third of a second after a question appears is taken for the second half of a double tap.
    await a.page.waitForTimeout(500);
    if (await next.isVisible()) {
      await next.tap();
      continue;
    }
    seen.push(await markAndSee(a, b, sent));
  }
  return seen;
}

export async function measureMarkToCell(bench: Bench): Promise<Figure[]> {
  const seen = await withTablet({}, (a) => withTablet({}, (b) => measure(bench, a, b)));
  const fromSend = seen.map((one) => one.fromSend);
  return [
    {
      what: 'Mark sent to the cell elsewhere, p50',
      value: median(fromSend),
      unit: 'ms',
      bar: atMost(300),
    },
    {
      what: 'Mark sent to the cell elsewhere, p95',
      value: percentile(fromSend, 0.95),
      unit: 'ms',
      bar: atMost(1000),
    },
    {
      what: 'Last tap to the cell elsewhere, sending held back, p95',
      value: percentile(
        seen.map((one) => one.fromTap),
        0.95,
      ),
      unit: 'ms',
      bar: atMost(2000),
    },
  ];
}
