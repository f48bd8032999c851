/** The real server as a real process on a free port, for tests that kill it, restart it, or copy its data away. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const NODE = join(ROOT, 'node_modules', '.bin', 'node');
const START_MS = 60_000;

export interface StartOptions {
  /** Kept when given; otherwise a new folder that `stop` removes. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Flags of Node itself, such as `--cpu-prof`. */
  readonly nodeArgs?: readonly string[];
}

export interface ServerProcess {
  /** As this machine reaches it: http://localhost:<port>, the same port after a restart. */
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  /** One-time token of the first set-up; undefined where the school is set up. */
  readonly setupToken: string | undefined;
  /** All that it printed and logged so far. */
  readonly output: () => string;
  /** SIGTERM, and waits for the end. @returns the exit code */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL, and waits for the end. The data folder stays. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data and port, after `stop`, `kill`, or running (then it is stopped first). */
  readonly restart: (env?: Readonly<Record<string, string>>) => Promise<ServerProcess>;
}

interface Printed {
  readonly url: string;
  readonly setupToken: string | undefined;
}

function waitForEnd(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.once('exit', (code) => done(code)));
}

/** The address that this machine reaches, once it answers; the token of the set-up link where one was printed before it. */
async function untilHealthy(child: ChildProcess, output: () => string): Promise<Printed> {
  const from = Date.now();
  let printed: string | undefined;
  while (Date.now() - from < START_MS) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    printed = (/^Listening: (\S+)$/m.exec(output()) ?? /^Nine of Ten: (\S+)$/m.exec(output()))?.[1];
    // The last line that is printed at a start.
    if (printed !== undefined && /^Ready\.$/m.test(output())) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  if (printed === undefined) throw new Error(`The server did not start in time:\n${output()}`);
  return { url: printed, setupToken: /\/setup#(\S+)/.exec(output())?.[1] };
}

/** Starts the server and waits until it listens. */
export async function startServer(options: StartOptions = {}): Promise<ServerProcess> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'nine-of-ten-')));
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...options.env };
  const args = [
    ...(options.nodeArgs ?? []),
    join(ROOT, 'sync-server', 'main.ts'),
    ...(options.args ?? []),
  ];
  const child = spawn(NODE, args, { env, cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (text += String(chunk)));
  const output = (): string => text;
  const { url, setupToken } = await untilHealthy(child, output);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return waitForEnd(child);
  };
  return {
    url,
    dataDir,
    pid: child.pid ?? 0,
    setupToken,
    output,
    stop: async () => {
      const code = await end('SIGTERM');
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
      return code;
    },
    kill: async () => {
      await end('SIGKILL');
    },
    restart: async (more = {}) => {
      await end('SIGTERM');
      return startServer({
        ...options,
        dataDir,
        env: { ...options.env, PORT: new URL(url).port, ...more },
      });
    },
  };
}
