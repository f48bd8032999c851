/**
 * One device of the school: a real Chromium with a profile of its own on disk, and a cable of its own to the server. The
 * cable can be cut, the browser process can be killed, and the profile started again: what is left is what is on disk.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { CHROMIUM_FLAGS, ensureChromium, findShell } from './chromium.mjs';
import { openLink, type Link } from './link.ts';

/** A tablet held upright. */
const TABLET = { width: 768, height: 1024 };

export interface ProfileOptions {
  /** The one address of the school. */
  readonly url: string;
  /** Port of 127.0.0.1 where the server really listens. */
  readonly port: number;
  /** Other names of hosts that lead to the same server. */
  readonly aliases?: readonly string[];
  /** Further switches of the browser. */
  readonly args?: readonly string[];
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Runs in every page before the app, as often as the profile is started. */
  readonly initScript?: string;
  /** The whole browser, not its engine alone: for what only it knows, such as whether an app can be installed. */
  readonly whole?: boolean;
  /** Lets the test put code into pages; the policy of the app forbids it to everybody else. */
  readonly bypassCSP?: boolean;
}

export interface Profile {
  readonly url: string;
  /** The page that is open now; another one after `relaunch`. */
  readonly page: () => Page;
  readonly context: () => BrowserContext;
  /** The cable to the server; `cut` and `mend` of the profile also tell the browser. */
  readonly link: Link;
  /** No network: the cable is cut, and the browser knows. Stays so over `kill` and `relaunch`. */
  readonly cut: () => Promise<void>;
  /** `loseAnswersTo`: requests arrive, and what the server says to those to this path is lost. */
  readonly mend: (but?: { readonly loseAnswersTo?: string }) => Promise<void>;
  /** Bugs that pages ran into so far: uncaught errors, and whatever the content security policy stopped. */
  readonly faults: () => readonly string[];
  /** SIGKILL to the browser process. What was not on disk is gone. */
  readonly kill: () => Promise<void>;
  /** Starts the browser on the same profile again and opens `path`. */
  readonly relaunch: (path?: string) => Promise<Page>;
  /** Ends everything and removes the profile. */
  readonly close: () => Promise<void>;
}

/** Starts a browser on a new profile. Nothing is opened yet. */
export async function openProfile(options: ProfileOptions): Promise<Profile> {
  const link = await openLink(options.port);
  const folder = await mkdtemp(join(tmpdir(), 'nine-of-ten-profile-'));
  const faults: string[] = [];
  let running = await launch(folder, link, options, faults);
  let offline = false;
  const tell = (): Promise<void> => running.context.setOffline(offline);
  return {
    url: options.url,
    link,
    page: () => running.page,
    context: () => running.context,
    faults: () => faults,
    async cut() {
      link.cut();
      offline = true;
      await tell();
    },
    async mend({ loseAnswersTo } = {}) {
      link.mend();
      if (loseAnswersTo !== undefined) link.loseAnswersTo(loseAnswersTo);
      offline = false;
      await tell();
    },
    async kill() {
      process.kill(running.pid, 'SIGKILL');
      await running.gone;
    },
    async relaunch(path = '/') {
      running = await launch(folder, link, options, faults);
      await tell();
      await running.page.goto(`${options.url}${path}`);
      return running.page;
    },
    async close() {
      await running.context.close().catch(() => undefined);
      await link.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

interface Running {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly pid: number;
  readonly gone: Promise<unknown>;
}

async function launch(
  folder: string,
  link: Link,
  options: ProfileOptions,
  faults: string[],
): Promise<Running> {
  const { host, port } = new URL(options.url);
  const hosts = [host, ...(options.aliases ?? []).map((name) => `${name}:${port}`)];
  const rules = hosts.map((name) => `MAP ${name} 127.0.0.1:${link.port}`);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: options.whole === true ? ensureChromium() : findShell(),
    args: [
      ...CHROMIUM_FLAGS,
      // The name of the school leads through this device's own cable, whatever it is: the origin stays the same.
      `--host-resolver-rules=${rules.join(', ')}`,
      ...(options.args ?? []),
    ],
    viewport: options.viewport ?? TABLET,
    locale: options.locale ?? 'en-US',
    timezoneId: zoneOfNoon(),
    bypassCSP: options.bypassCSP ?? false,
  });
  context.setDefaultTimeout(45_000);
  if (options.initScript !== undefined) await context.addInitScript(options.initScript);
  context.on('weberror', (error) => faults.push(error.error().stack ?? error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text()))
      faults.push(message.text());
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const gone = new Promise((done) => context.on('close', done));
  return { context, page, gone, pid: await browserPid(context) };
}

/** A time zone in which it is about noon: no school day ends in the middle of a test. */
function zoneOfNoon(): string {
  const hourIn = (timeZone: string): number =>
    Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format());
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) =>
    /^(America|Asia|Europe|Pacific)\//u.test(zone),
  );
  const zone = [11, 12, 10, 13].flatMap(
    (hour) => zones.find((name) => hourIn(name) === hour) ?? [],
  )[0];
  if (zone === undefined) throw new Error('it is noon somewhere');
  return zone;
}

/** The number of the browser process itself, asked of the browser: nothing else is ever killed. */
async function browserPid(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('a persistent context has a browser');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('the browser names its own process');
  return main.id;
}
