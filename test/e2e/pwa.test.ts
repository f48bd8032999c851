/** The app on the device: it can be installed, all of it is kept, and a new version comes when nobody is at work. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerItems,
  choose,
  comeIn,
  enrol,
  handIn,
  MULTIPLY,
  question,
} from '#test/support/actions-child.ts';
import { openSchool, type Device, type School } from '#test/support/actions-school.ts';
import {
  button,
  heading,
  readSecrets,
  setUpSchool,
  showTabletCode,
} from '#test/support/actions-staff.ts';
import { shoot } from '#test/support/browser-shots.ts';
import { tellInOrder } from '#test/support/browser-story.ts';

const built = process.env['DIST_DIR'] ?? join(import.meta.dirname, '..', '..', 'dist');
/** What the server serves: a copy, so that a newer version can be put in its place. */
const dist = mkdtempSync(join(tmpdir(), 'nine-of-ten-dist-'));

let school: School;
/** The teacher's tablet, the class tablet. */
let a: Device;
let b: Device;
let secrets: ReadonlyMap<string, readonly string[]>;

tellInOrder(() => [a, b]);

beforeAll(async () => {
  cpSync(built, dist, { recursive: true });
  school = await openSchool({ env: { DIST_DIR: dist } });
  a = await school.device();
  await setUpSchool(a, school.server().setupToken ?? '');
  await button(a, a.t('Go to Today')).click();
  secrets = await readSecrets(a);
  const { code } = await showTabletCode(a);
  b = await school.device({ whole: true });
  await enrol(b, code);
});

afterAll(async () => {
  await school.close();
  rmSync(dist, { recursive: true });
});

test('the browser finds nothing that speaks against installing the app', async () => {
  const { page, context, url } = b;
  const session = await context().newCDPSession(page());
  const { errors, data } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '') as {
    name: string;
    display: string;
    icons: { src: string; sizes: string; purpose?: string }[];
    shortcuts: { name: string; url: string }[];
  };
  expect(manifest).toMatchObject({ name: 'Nine of Ten', display: 'standalone' });
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  );
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  expect(manifest.shortcuts.map((one) => one.url)).toEqual(['/student', '/teacher']);
  for (const { src } of manifest.icons)
    expect((await page().request.get(`${url}${src}`)).headers()['content-type']).toMatch(
      /^image\//u,
    );
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([]);
  await session.detach();
});

test('every file of the app is on the device and needs no network', async () => {
  const { page } = b;
  await b.cut();
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length))
    .filter((path) => /\.(?:js|css|html|woff2|svg|png|wasm)$/u.test(path))
    .filter((path) => !/^\/(?:sw|claim|workbox-.*)\.js$/u.test(path));
  expect(files.length).toBeGreaterThan(50);
  const missing = await page().evaluate(async (paths) => {
    const results = await Promise.all(
      paths.map(async (path) => ({
        path,
        ok: await fetch(path).then(
          (r) => r.ok,
          () => false,
        ),
      })),
    );
    return results.filter(({ ok }) => !ok).map(({ path }) => path);
  }, files);
  expect(missing).toEqual([]);
  // Every address opens, too.
  for (const path of ['/student', '/teacher', '/devices', '/groups/x/overview']) {
    await page().goto(`${school.url}${path}`);
    await page().getByRole('main').waitFor();
  }
  await b.mend();
});

/** A next version: what the service worker keeps differs in one file. */
function publish(name: string): void {
  const page = join(dist, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<body', `<body data-version="${name}"`));
  const worker = join(dist, 'sw.js');
  const revision = /(url:"index\.html",revision:")[^"]*/u;
  const text = readFileSync(worker, 'utf8');
  expect(text).toMatch(revision);
  writeFileSync(worker, text.replace(revision, `$1${name}`));
}

test('a new version waits while a check runs, and comes when a person says so', async () => {
  const { page, t } = b;
  await page().goto(`${school.url}/student`);
  await comeIn(b, 'Ana Lopez', secrets.get('Ana Lopez') ?? []);
  await choose(b, MULTIPLY);
  await button(b, t('Start')).click();
  await answerItems(b, 1, 2);
  await school.killServer();
  publish('second');
  await school.startServer();
  // The browser looks for a new version by itself; here it is told to look now.
  const waiting = () =>
    page().evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      return registration?.waiting?.state;
    });
  await expect.poll(waiting, { timeout: 60_000 }).toBe('installed');
  const offer = page().getByText(t('New version ready'), { exact: true });
  await question(b, 3).waitFor();
  expect(await offer.count()).toBe(0);
  await answerItems(b, 3, 10);
  await handIn(b, 'You got it!');
  await button(b, t('Go on')).click();
  await heading(b, t('All done!')).waitFor();
  expect(await offer.count()).toBe(0);
  await button(b, t('I am done')).click();
  await offer.waitFor();
  await shoot(b, 'new-version');
  expect(await page().locator('body').getAttribute('data-version')).toBeNull();
  await button(b, t('Use it now')).click();
  await expect
    .poll(() => page().locator('body').getAttribute('data-version'), { timeout: 30_000 })
    .toBe('second');
  await heading(b, t('Who are you?')).waitFor();
  expect(await offer.count()).toBe(0);
});

test('a tab of an older version still finds its chunks on the server', async () => {
  const [old] = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
  await school.killServer();
  rmSync(join(dist, 'assets', old ?? ''));
  await school.startServer();
  const answer = await a.page().request.get(`${school.url}/assets/${old}`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('text/javascript');
});
