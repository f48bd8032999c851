/** A school whose server is stopped, and started again from an older copy of its data. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { builtInCourses } from '#content/courses.ts';
import { copyDatabase } from '#server/safety/copies.ts';
import { restore, type Restored } from '#server/safety/restore.ts';
import { compareState, deriveState } from '#server/usecases/rebuild.ts';
import { openSafeServer, type SafeServer } from './safe-server.ts';
import { TestDevice } from './server-device.ts';
import { injectTransport } from './server-transport.ts';

export interface RestoredSchool {
  /** The one that runs now. */
  readonly server: SafeServer;
  /** Holds DATA_DIR and BACKUP_DIR. */
  readonly folder: string;
  readonly data: () => string;
  readonly backup: () => string;
  /** The same device with the server of now behind its wire. */
  readonly moved: (device: TestDevice) => TestDevice;
  /** Stops the server, and starts it again a second after `now`, whatever comes of the work. */
  readonly whileStopped: <T>(work: (now: number) => Promise<T>) => Promise<T>;
  /** Stops the server, puts `file` in place and starts again. */
  readonly putBack: (file: string, journal?: string, acceptMissing?: boolean) => Promise<Restored>;
  readonly copyNow: (name: string) => Promise<string>;
  /** The state is what the log gives. */
  readonly expectRebuilt: () => Promise<void>;
}

/** One for every test of a file. */
export function restoredSchool(): RestoredSchool {
  let folder = '';
  let server: SafeServer;
  const data = (): string => join(folder, 'data');
  const backup = (): string => join(folder, 'backup');
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nine-of-ten-restore-'));
    for (const name of ['data', 'backup']) mkdirSync(join(folder, name));
    server = await openSafeServer(folder);
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const whileStopped = async <T>(work: (now: number) => Promise<T>): Promise<T> => {
    const { now } = server.clock;
    await server.close();
    try {
      return await work(now);
    } finally {
      server = await openSafeServer(folder, { now: now + 1000 });
      if (server.world.school() !== undefined) await server.settle();
    }
  };
  return {
    get server() {
      return server;
    },
    get folder() {
      return folder;
    },
    data,
    backup,
    moved(device) {
      const again = new TestDevice(injectTransport(server.app), () => server.clock.now);
      const { cookie, enrolment, grant, stream, slot, checkpoint, state } = device;
      const own = { cookie, enrolment, grant, stream, slot, checkpoint: { ...checkpoint } };
      Object.assign(again, own);
      for (const [key, document] of state) again.state.set(key, document);
      return again;
    },
    whileStopped,
    async putBack(file, journal, acceptMissing = false) {
      await server.settle();
      server.clock.now += 60_000;
      return whileStopped(async (now) => {
        const done = await restore({ file, dataDir: data(), journal, acceptMissing, now });
        if (!done.ok) throw new Error(JSON.stringify(done.error));
        return done.value;
      });
    },
    async copyNow(name) {
      const path = join(folder, name);
      await copyDatabase(join(data(), 'school.db'), path, server.clock.now);
      return path;
    },
    async expectRebuilt() {
      const { id } = server.school().row;
      const rebuilt = await deriveState(server.store, id, builtInCourses(), server.world.log);
      const same = { documents: [], extra: [], issues: 0, memberships: 0 };
      expect(await compareState(server.store, id, rebuilt)).toEqual(same);
    },
  };
}
