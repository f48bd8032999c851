/** What the commands of `npm run school` have in common. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { DATABASE, lockFolder } from '../data-folder.ts';
import { createLog } from '../log.ts';
import { openSafeStore } from '../safety/safe-store.ts';
import type { Store } from '../store/port.ts';
import type { SchoolRow } from '../store/rows.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';

export interface Shell {
  readonly config: Config;
  readonly say: (line: string) => void;
  /** Says why a command did nothing. @returns its exit code */
  readonly fail: (line: string) => number;
}

/** @returns the exit code, or undefined where the words do not fit: the usage is said then */
export type Command = (shell: Shell, words: readonly string[]) => Promise<number | undefined>;

/** A path as the person typed it: npm runs scripts from the folder of the package, not from theirs. */
export function typedPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

/** The database of this data folder, or the sentence that there is none. */
export function databaseOf({ config }: Shell): { path: string; missing: string | undefined } {
  const path = join(config.dataDir, DATABASE);
  const missing = existsSync(path) ? undefined : `There is no school in ${config.dataDir}.`;
  return { path, missing };
}

/** Does `work` while no server uses the data folder. @returns the exit code */
export async function whileStopped(shell: Shell, work: () => Promise<number>): Promise<number> {
  const { dataDir } = shell.config;
  const unlock = lockFolder(dataDir);
  if (unlock === undefined)
    return shell.fail(`The server is running on ${dataDir}: stop it first.`);
  try {
    return await work();
  } finally {
    unlock();
  }
}

const timers = {
  now: Date.now,
  random: Math.random,
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** For a command whose writes the log of events does not give: they go into the journal as well. */
async function openForWriting({ config }: Shell): Promise<Store> {
  const log = createLog('error', (line) => process.stderr.write(line), Date.now);
  return (await openSafeStore(config, { now: Date.now, timers, log })).store;
}

/**
 * Does `work` with the school's store, while the server is stopped.
 * @param does whether it writes what the log does not give
 * @returns the exit code
 */
export async function withSchool(
  shell: Shell,
  does: 'write' | 'derive',
  work: (store: Store, school: SchoolRow) => Promise<number>,
): Promise<number> {
  const { path, missing } = databaseOf(shell);
  if (missing !== undefined) return shell.fail(missing);
  return whileStopped(shell, async () => {
    const store = does === 'write' ? await openForWriting(shell) : openSqliteStore(path);
    try {
      const [school] = await store.read((reading) => reading.schools());
      return school === undefined
        ? shell.fail('No school is set up here.')
        : await work(store, school);
    } finally {
      await store.close();
    }
  });
}
