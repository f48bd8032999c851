/** A school for a test: the real server, and devices that know nothing of it yet. */
import { createServer } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { wordsOf, type Words } from './actions-words.ts';
import { openProfile, type Profile, type ProfileOptions } from './profile.ts';
import { startServer, type ServerProcess } from './server-process.ts';

/** A device and the language its screens are in. */
export interface Device extends Profile {
  readonly t: Words;
}

export interface School {
  /** The one address of the school. */
  readonly url: string;
  readonly server: () => ServerProcess;
  readonly device: (options?: DeviceOptions) => Promise<Device>;
  /** SIGKILL; the data folder stays, and so does the address. */
  readonly killServer: () => Promise<void>;
  readonly startServer: () => Promise<void>;
  /** Rows of the server's own database, read only, while it runs or not. */
  readonly rows: (sql: string) => readonly Readonly<Record<string, unknown>>[];
  readonly close: () => Promise<void>;
}

export interface DeviceOptions extends Omit<ProfileOptions, 'url' | 'port'> {
  readonly language?: 'en' | 'es';
}

export interface SchoolOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of the server, such as `--demo`. */
  readonly args?: readonly string[];
  /** `http://localhost` unless said; the port is added. */
  readonly origin?: string;
}

const LOCALES = { en: 'en-US', es: 'es-MX' } as const;

/** Starts the server of a school that nobody has set up. */
export async function openSchool(options: SchoolOptions = {}): Promise<School> {
  const port = await freePort();
  const url = `${options.origin ?? 'http://localhost'}:${port}`;
  let server = await startServer({
    env: { PORT: String(port), PUBLIC_URL: url, ...options.env },
    args: options.args ?? [],
  });
  const devices: Profile[] = [];
  return {
    url,
    server: () => server,
    async device({ language = 'en', ...more } = {}) {
      const profile = await openProfile({ url, port, locale: LOCALES[language], ...more });
      devices.push(profile);
      return { ...profile, t: await wordsOf(language) };
    },
    killServer: () => server.kill(),
    async startServer() {
      server = await server.restart();
    },
    rows(sql) {
      const db = new DatabaseSync(join(server.dataDir, 'school.db'), { readOnly: true });
      try {
        return db.prepare(sql).all();
      } finally {
        db.close();
      }
    },
    async close() {
      for (const device of devices) await device.close();
      await server.stop();
    },
  };
}

/** A port that nobody uses just now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('a TCP server has a port'));
      });
    });
  });
}
