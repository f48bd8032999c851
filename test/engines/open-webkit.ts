/** WebKitGTK: its own driver over WebDriver, its small browser, on a screen that nobody sees. */
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { findWebKit } from '#test/support/engines.mjs';
import type { Driver } from './engine.ts';
import { openSession } from './web-driver.ts';

const TABLET = { width: 768, height: 1024 };
const START_MS = 30_000;

/** A screen of its own; the server chooses a number that is free and writes it to descriptor 3. */
async function openScreen(program: string): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn(
    program,
    ['-displayfd', '3', '-screen', '0', '1280x1280x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const told = screen.stdio[3];
  if (told === null || told === undefined) throw new Error('The screen has no descriptor 3');
  const number = await new Promise<string>((resolve, reject) => {
    told.once('data', (chunk) => resolve(String(chunk).trim()));
    screen.once('error', reject);
    screen.once('exit', (code) => reject(new Error(`The screen ended with ${code}`)));
  });
  return { screen, display: `:${number}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function untilReady(url: string, driver: ChildProcess): Promise<void> {
  const from = Date.now();
  while (Date.now() - from < START_MS) {
    if (driver.exitCode !== null) break;
    const ready = await fetch(`${url}/status`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('The driver of WebKit did not start');
}

/** WebKit, with storage of its own that ends with it. */
export async function openWebKit(): Promise<Driver> {
  const found = findWebKit();
  if (found === undefined) throw new Error('There is no WebKitGTK here');
  const { screen, display } = await openScreen(found.screen);
  const port = await freePort();
  const driver = spawn(found.driver, [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display,
      LANG: 'en_US.UTF-8',
      LANGUAGE: 'en_US',
    },
    stdio: 'ignore',
  });
  const end = (): void => {
    driver.kill();
    screen.kill();
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url, driver);
    return await openWindow(url, found.browser, end);
  } catch (error) {
    end();
    throw error;
  }
}

async function openWindow(url: string, binary: string, end: () => void): Promise<Driver> {
  const session = await openSession(url, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  await session.send('/window/rect', TABLET);
  return {
    name: `WebKitGTK ${session.version}`.trim(),
    open: async (page) => void (await session.send('/url', { url: page })),
    reload: async () => void (await session.send('/refresh', {})),
    evaluate: session.evaluate,
    tap: async (selector) => void (await session.onElement(selector, '/click')),
    type: async (selector, text) => void (await session.onElement(selector, '/value', { text })),
    screenshot: async (path) =>
      writeFile(path, String(await session.send('/screenshot')), 'base64'),
    // The driver hears nothing of errors in the page: the story fails where one matters.
    faults: () => [],
    async close() {
      await session.end().catch(() => undefined);
      end();
    },
  };
}
