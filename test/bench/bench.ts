/** What every measurement stands on: the app as it ships, the real server process, and the school of the bench on it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '#test/support/build-app.ts';
import { startServer, type ServerProcess } from '#test/support/server-process.ts';
import { httpTransport } from '#test/support/server-transport.ts';
import { seedSchool, type BenchSchool } from './seed-school.ts';

export interface Bench {
  /** The one address of the school: the same after every restart. */
  readonly url: string;
  readonly school: BenchSchool;
  /** How often a start or a first sync is measured. */
  readonly runs: number;
  /** Runs `work` while the server is down. */
  readonly withoutServer: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs `work` with another build of the app on the same address. */
  readonly withApp: <T>(dist: string, work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export async function openBench(runs: number): Promise<Bench> {
  const app = await buildApp('bench');
  const dataDir = await mkdtemp(join(tmpdir(), 'nine-of-ten-bench-school-'));
  const school = await seedSchool(dataDir);
  let port = '0';
  const start = (dist: string): Promise<ServerProcess> =>
    startServer({ dataDir, env: { DIST_DIR: dist, PORT: port, LOG_LEVEL: 'error' } });
  let server = await start(app);
  const { url } = server;
  port = new URL(url).port;
  school.reach(httpTransport(url));

  const between = async <T>(
    during: () => Promise<() => Promise<unknown>>,
    work: () => Promise<T>,
  ) => {
    await server.stop();
    const end = await during();
    try {
      return await work();
    } finally {
      await end();
      server = await start(app);
    }
  };
  return {
    url,
    school,
    runs,
    withoutServer: (work) => between(() => Promise.resolve(() => Promise.resolve()), work),
    withApp: (dist, work) => between(async () => (await start(dist)).stop, work),
    async close() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
