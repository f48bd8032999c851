/** JavaScript that is loaded before somebody can work, each file as gzip -9 makes it. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import type { Bench } from './bench.ts';
import { newProfile, removeProfile, withTablet } from './browser.ts';
import { enrolTablet, givePin, identify, signIn, tabletCode } from './devices.ts';
import { atMost, type Figure } from './figures.ts';

/** Notes the scripts that a page loads from now on. @returns their sum in kB */
function countScripts(page: Page): () => Promise<number> {
  const urls = new Set<string>();
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (type.includes('javascript')) urls.add(response.url());
  });
  const size = async (url: string): Promise<number> => {
    const answer = await fetch(url);
    return gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length;
  };
  return async () => {
    const sizes = await Promise.all([...urls].map(size));
    return sizes.reduce((sum, one) => sum + one, 0) / 1000;
  };
}

/** Makes a device, closes it, and opens it again with every file coming from the server. */
async function onDevice<T>(
  make: (page: Page) => Promise<void>,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const profile = await newProfile();
  try {
    await withTablet({ profile }, ({ page }) => make(page));
    return await withTablet({ profile, fromServer: true }, ({ page }) => work(page));
  } finally {
    await removeProfile(profile);
  }
}

/** Starts a check from a child's own page: the first of the objectives there that is shown by one. */
async function startCheck(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: 'Start', exact: true });
  const back = page.getByRole('button', { name: 'Back', exact: true });
  const rows = page.getByRole('listitem').getByRole('button');
  await rows.first().waitFor();
  for (const row of await rows.all()) {
    await row.click();
    await back.waitFor();
    if (await start.isVisible()) return start.click();
    await back.click();
  }
  throw new Error('This child has no check to take');
}

/** From the start of a class tablet to the names, and to the first question of a check. */
async function student({ url, school }: Bench): Promise<{ door: number; question: number }> {
  const code = await tabletCode(school);
  return onDevice(
    (page) => enrolTablet(page, url, code),
    async (page) => {
      const total = countScripts(page);
      await page.goto(`${url}/student`);
      await page.getByRole('button', { name: 'Child' }).first().waitFor();
      const door = await total();
      await identify(page);
      await startCheck(page);
      await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
      return { door, question: await total() };
    },
  );
}

/** The frame of the staff with its first screen, and with the overview after it. */
function staff({ url, school }: Bench): Promise<{ shell: number; overview: number }> {
  return onDevice(
    (page) => signIn(page, url),
    async (page) => {
      const total = countScripts(page);
      await page.goto(`${url}/teacher`);
      await givePin(page);
      await page.getByRole('link', { name: 'Groups' }).waitFor();
      await page.getByRole('heading', { level: 1 }).waitFor();
      const shell = await total();
      await page.goto(`${url}/groups/${school.group}/overview`);
      await givePin(page);
      await page.locator('tr[data-student]').first().waitFor();
      return { shell, overview: await total() };
    },
  );
}

export async function measureJavaScript(bench: Bench): Promise<Figure[]> {
  const { shell, overview } = await staff(bench);
  const { door, question } = await student(bench);
  return [
    {
      what: 'JavaScript before a student can answer (gzip)',
      value: question,
      unit: 'kB',
      bar: atMost(200),
    },
    {
      what: '  of that, from the names to the first question',
      value: question - door,
      unit: 'kB',
    },
    {
      what: 'JavaScript of the staff shell with its first screen (gzip)',
      value: shell,
      unit: 'kB',
      bar: atMost(300),
    },
    { what: '  and with the overview', value: overview, unit: 'kB' },
  ];
}
