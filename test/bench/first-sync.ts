/** The first download of a class, from the tap on "Connect this tablet" to "Ready for offline", and what it costs on the wire. */
import type { Bench } from './bench.ts';
import { withTablet, type Tablet } from './browser.ts';
import { tabletCode } from './devices.ts';
import { atMost, type Figure } from './figures.ts';
import { median } from './statistics.ts';

const SLOWER = 4;

interface FirstSync {
  readonly ms: number;
  readonly kB: number;
}

/** Bytes of answers of the server's API as they came over the wire, headers included. */
async function countWire({ cdp }: Tablet): Promise<() => number> {
  const api = new Set<string>();
  let bytes = 0;
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.startsWith('/api/')) api.add(requestId);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (api.has(requestId)) bytes += encodedDataLength;
  });
  await cdp.send('Network.enable');
  return () => bytes / 1000;
}

async function once({ url, school }: Bench): Promise<FirstSync> {
  const code = await tabletCode(school);
  return withTablet({ slower: SLOWER }, async (tablet) => {
    const { page } = tablet;
    await page.goto(`${url}/enrol#${code}`);
    const connect = page.getByRole('button', { name: 'Connect this tablet' });
    await connect.waitFor();
    // The page itself is loaded, the service worker at rest: what is measured is the class.
    await page.waitForLoadState('networkidle');
    const wire = await countWire(tablet);
    const ready = page.evaluate(async () => {
      const at = await window.bench.painted({
        selector: '[role=status]',
        text: 'Ready for offline',
      });
      return at - window.bench.released;
    });
    await connect.click();
    return { ms: await ready, kB: wire() };
  });
}

export async function measureFirstSync(bench: Bench): Promise<Figure[]> {
  const runs: FirstSync[] = [];
  for (let i = 0; i < bench.runs; i += 1) runs.push(await once(bench));
  return [
    {
      what: `First sync of a class at ${SLOWER}x, tap to "Ready for offline"`,
      value: median(runs.map(({ ms }) => ms)),
      unit: 'ms',
      bar: atMost(2000),
    },
    {
      what: 'First sync of a class, on the wire',
      value: median(runs.map(({ kB }) => kB)),
      unit: 'kB',
      bar: atMost(200),
    },
  ];
}
