/** The server process: environment in, address out, signals. This file, config.ts and the shell commands alone know the process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepCompiled } from './compile-cache.ts';
import { readConfig } from './config.ts';
import { createLog, nameOfError } from './log.ts';

const ROOT = join(import.meta.dirname, '..');

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function giveUp(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

const config = readConfig(process.env, process.argv.slice(2), ROOT);
if (!config.ok) giveUp(config.error);

keepCompiled();
const { startServer } = await import('./server.ts');
const { describeDemo } = await import('./demo/make-demo.ts');

const log = createLog(config.value.logLevel, (line) => process.stderr.write(line), Date.now);
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
}; // our own file

const timers = {
  now: Date.now,
  random: Math.random,
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

const started = await startServer(config.value, { now: Date.now, timers, log, version }).catch(
  (error: unknown) => giveUp(nameOfError(error)),
);
if (!started.ok) giveUp(started.error);
const server = started.value;

say(`Nine of Ten: ${config.value.publicUrl ?? server.url}`);
if (config.value.publicUrl !== undefined) say(`Listening: ${server.url}`);
if (server.setupLink !== undefined)
  say(`Set-up link, for the first person, once: ${server.setupLink}`);
if (config.value.demo) for (const line of describeDemo()) say(line);
say('Ready.');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log.info('Stopping', { signal });
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => giveUp(nameOfError(error)),
    );
  });
}
