/** Items made and graded in a second, over every objective that has a check: where the server runs, and on a slow tablet. */
import { join } from 'node:path';
import { buildApp } from '#test/support/build-app.ts';
import type { Bench } from './bench.ts';
import { withTablet } from './browser.ts';
import type { Figure } from './figures.ts';
import { timeForms, type FormTimes } from './forms/time-forms.ts';
import { median, percentile } from './statistics.ts';

const SLOWER = 6;
const SERVER_FORMS = 20;
const TABLET_FORMS = 3;

function figuresOf(where: string, { itemsPerSecond, firstMs, formMs }: FormTimes): Figure[] {
  return [
    { what: `Items made and graded ${where}`, value: itemsPerSecond, unit: '/s' },
    { what: '  a form, p50 of the objectives', value: median(formMs), unit: 'ms' },
    { what: '  a form, the slowest objective', value: Math.max(...formMs), unit: 'ms' },
    { what: '  listing a row once, p95', value: percentile(firstMs, 0.95), unit: 'ms' },
    { what: '  listing a row once, the slowest', value: Math.max(...firstMs), unit: 'ms' },
  ];
}

export async function measureForms(bench: Bench): Promise<Figure[]> {
  const server = timeForms(SERVER_FORMS, () => performance.now());
  const page = await buildApp('bench-forms', join(import.meta.dirname, 'forms'));
  const tablet = await bench.withApp(page, () =>
    withTablet({}, async ({ page: tab, cdp }) => {
      await tab.goto(bench.url);
      await tab.waitForFunction(() => 'timeForms' in window);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      return tab.evaluate((forms) => window.timeForms(forms), TABLET_FORMS);
    }),
  );
  return [
    ...figuresOf('by the server', server),
    ...figuresOf(`in a browser at ${SLOWER}x`, tablet),
  ];
}
