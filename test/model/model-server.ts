/**
 * The real server over SQLite on disk, with two schools in one store: each has its own world and app. It can be killed (what is
 * left are the files as they lie at that moment), started again, and put back to an older copy of its files. It works in real
 * time while the model's clock stands; its projection comes when the model lets it, as it does in a thread of its own.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FastifyInstance } from 'fastify';
import type { Course } from '#domain/model/course.ts';
import { createApp } from '#server/http/app.ts';
import type { Log } from '#server/log.ts';
import { createProjector, type Projector } from '#server/projection/project.ts';
import { DATABASE } from '#server/data-folder.ts';
import { copyDatabase as copyOnline } from '#server/safety/copies.ts';
import { POSITION, readPosition } from '#server/safety/journal-line.ts';
import { openJournal, type Journal } from '#server/safety/journal.ts';
import { journaledStore } from '#server/safety/journaled-store.ts';
import { startNightly, type Nightly } from '#server/safety/nightly.ts';
import { restore } from '#server/safety/restore.ts';
import { openWorld } from '#server/server.ts';
import type { Store } from '#server/store/port.ts';
import { openSqliteStore } from '#server/store/sqlite/open.ts';
import type { SchoolRow } from '#server/store/rows.ts';
import type { ActiveSchool, World } from '#server/usecases/world.ts';
import type { Random } from './random.ts';
import type { Owner, VirtualTime } from './virtual-time.ts';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly cookie: string;
}
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookie: string | null;
  readonly body: string;
}

interface Running {
  readonly store: Store;
  readonly worlds: readonly World[];
  readonly apps: readonly FastifyInstance[];
  readonly stopNights: () => Promise<void>;
  /** Timers of the server: dead with it. */
  readonly owner: Owner;
}

const NOWHERE = join(tmpdir(), 'nine-of-ten-no-such-folder');
const PARTS = ['', '-wal'];
const NIGHT_FIRST_MS = 1000;
const NIGHT_LOOK_MS = 5 * 60_000;

export function copyDatabase(from: string, to: string): void {
  for (const part of PARTS) {
    rmSync(`${to}${part}`, { force: true });
    if (existsSync(`${from}${part}`)) copyFileSync(`${from}${part}`, `${to}${part}`);
  }
  rmSync(`${to}-shm`, { force: true });
}

export interface ServerSetting {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly folder: string;
  readonly packs: readonly Course[];
  /** Whether there is a journal on a second disk. */
  readonly journal: boolean;
}

export class ModelServer {
  readonly setting: ServerSetting;
  /** Ids of the schools, in the order in which they were made. */
  readonly schools: string[] = [];
  /** What the server logged as an error: somebody must act. */
  readonly errors: string[] = [];
  readonly #log: Log = {
    error: (message, fields) => {
      // That is what it has to say while the second disk is away.
      if (!this.#isAway || !/copy/iu.test(message))
        this.errors.push(`${message} ${JSON.stringify(fields ?? {})}`);
    },
    info: () => undefined,
    debug: () => undefined,
  };
  #run: Running | null = null;
  #files = 0;
  #isAway = false;
  #data: string;
  /** A planted bug: every fifth event is answered for and not kept. */
  forgets = false;
  /** The projection waits so long at most, ms. */
  lag = 300;

  constructor(setting: ServerSetting) {
    this.setting = setting;
    this.#data = join(setting.folder, 'data-0');
    mkdirSync(this.#data, { recursive: true });
    if (setting.journal) mkdirSync(this.#backupDir, { recursive: true });
  }

  get #backupDir(): string {
    return join(this.setting.folder, 'second-disk');
  }

  get hasSecondDisk(): boolean {
    return this.setting.journal && !this.#isAway;
  }

  /** Takes the disk of the journal away under the server, or puts it back. @returns whether that changed anything */
  setSecondDisk(isThere: boolean): boolean {
    if (!this.setting.journal || isThere !== this.#isAway) return false;
    const away = `${this.#backupDir}-away`;
    renameSync(isThere ? away : this.#backupDir, isThere ? this.#backupDir : away);
    this.#isAway = !isThere;
    return true;
  }

  /** The copies of the nights, oldest first. */
  nights(): readonly string[] {
    const folder = this.#nights;
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names
      .filter((name) => name.endsWith('.db'))
      .toSorted()
      .map((name) => join(folder, name));
  }

  get #nights(): string {
    return join(this.setting.folder, 'nights');
  }

  get isUp(): boolean {
    return this.#run !== null;
  }

  get path(): string {
    return join(this.#data, DATABASE);
  }

  /** Starts on the files that lie there. */
  async start(places = 2): Promise<void> {
    if (this.#run !== null) return;
    const bare = openSqliteStore(this.path);
    const owner: Owner = { dead: false };
    const journal = await this.#openJournal(bare, owner);
    const store = journal === undefined ? bare : journaledStore(bare, journal);
    const worlds: World[] = [];
    const apps: FastifyInstance[] = [];
    for (let place = 0; place < places; place += 1) {
      const world = await this.#openWorld(store, place, owner, journal);
      worlds.push(world);
      apps.push(await openApp(world));
    }
    this.#run = {
      store,
      worlds,
      apps,
      owner,
      stopNights: this.#openNights(store, journal, owner),
    };
  }

  /** Cut off, as by `kill -9` or the loss of power: the files stay as they are. */
  async kill(): Promise<void> {
    const run = this.#run;
    if (run === null) return;
    this.#run = null;
    run.owner.dead = true;
    this.#files += 1;
    const left = join(this.setting.folder, `data-${this.#files}`);
    mkdirSync(left, { recursive: true });
    copyDatabase(this.path, join(left, DATABASE));
    await this.#close(run);
    rmSync(this.#data, { recursive: true, force: true });
    this.#data = left;
  }

  /** Ends as on a signal: folds what was stored, and closes. */
  async stop(): Promise<void> {
    const run = this.#run;
    if (run === null) return;
    for (const world of run.worlds) await world.school()?.projector.drain();
    this.#run = null;
    run.owner.dead = true;
    await this.#close(run);
  }

  /**
   * What the school's shell does: a copy takes the place of what is there, with the journal where that is asked for. The server
   * must be down. @returns whether copy and journal together are everything; where they are not, the shell says so, and the
   * person goes on without what is missing
   */
  async restore(file: string, withJournal: boolean): Promise<boolean> {
    if (this.#run !== null) throw new Error('The server runs');
    const order = {
      file,
      dataDir: this.#data,
      journal: withJournal ? this.#backupDir : undefined,
      now: Math.floor(this.setting.time.now),
    };
    const done = await restore(order);
    if (done.ok) return withJournal;
    if (done.error.code === 'unusable') throw new Error(done.error.text);
    await restore({ ...order, acceptMissing: true });
    return false;
  }

  /** A copy as the school's shell makes it, while the server runs or not. */
  async backup(name: string): Promise<string> {
    const to = join(this.setting.folder, name);
    await copyOnline(this.path, to, Math.floor(this.setting.time.now));
    return to;
  }

  /** Ids of all events in the files, also while the server is down. */
  idsInFiles(): readonly string[] {
    const files = new DatabaseSync(this.path);
    const rows = files.prepare('SELECT id FROM log').all() as unknown as { id: string }[]; // as the query names it
    files.close();
    return rows.map(({ id }) => id);
  }

  world(place: number): World {
    const world = this.#run?.worlds[place];
    if (world === undefined) throw new Error('The server is down');
    return world;
  }

  school(place: number): ActiveSchool {
    const school = this.world(place).school();
    if (school === undefined) throw new Error('No such school');
    return school;
  }

  get store(): Store {
    if (this.#run === null) throw new Error('The server is down');
    return this.#run.store;
  }

  /** One request, processed whole. Rejects where the server is down. */
  async ask(place: number, ask: Ask): Promise<Reply> {
    const app = this.#run?.apps[place];
    if (app === undefined) throw new TypeError('Failed to fetch');
    const post = ask.method === 'POST';
    const reply = await app.inject({
      method: post ? 'POST' : 'GET',
      url: ask.path,
      headers: {
        host: 'localhost',
        ...(ask.cookie === '' ? {} : { cookie: ask.cookie }),
        ...(post ? { 'content-type': 'application/json' } : {}),
      },
      ...(post ? { payload: ask.body } : {}),
    });
    const cookie = reply.cookies[0];
    const headers = Object.entries(reply.headers).map(([name, value]) => [name, String(value)]);
    return {
      status: reply.statusCode,
      headers: Object.fromEntries(headers),
      cookie: cookie === undefined ? null : `${cookie.name}=${cookie.value}`,
      body: reply.body,
    };
  }

  /** Everything that was stored is folded. */
  async settle(): Promise<void> {
    for (const place of this.#run?.worlds.keys() ?? [])
      await this.#run?.worlds[place]?.school()?.projector.drain();
  }

  async #close(run: Running): Promise<void> {
    for (const app of run.apps) await app.close();
    for (const world of run.worlds) await world.school()?.projector.stop();
    await run.stopNights();
    await run.store.close();
  }

  async #openJournal(store: Store, owner: Owner): Promise<Journal | undefined> {
    const { time, random, journal } = this.setting;
    if (!journal) return undefined;
    const opened = openJournal({
      folder: this.#backupDir,
      database: this.path,
      position: readPosition(await store.read((reading) => reading.setting(POSITION))),
      now: () => Math.floor(time.now),
      timers: {
        now: () => Math.floor(time.now),
        random,
        // Whatever it tries is done before time goes on.
        after: (ms, run) =>
          time.after(
            ms,
            () => {
              run();
              void time.block(opened.begun());
            },
            owner,
          ),
      },
      log: this.#log,
    });
    await opened.begun();
    return opened;
  }

  /** It looks soon after the server has started, and every five minutes. @returns what ends it */
  #openNights(store: Store, journal: Journal | undefined, owner: Owner): () => Promise<void> {
    const { time, random } = this.setting;
    const now = (): number => Math.floor(time.now);
    let nightly: Nightly | null = null;
    const look = (): void => {
      nightly ??= startNightly({
        store,
        database: this.path,
        folder: this.#nights,
        journal,
        now,
        timers: { now, random, after: () => () => undefined },
        log: this.#log,
      });
      void time.block(nightly.look());
      time.after(NIGHT_LOOK_MS, look, owner);
    };
    // Not in the very moment of the journal's own copy: both are named after it.
    time.after(NIGHT_FIRST_MS, look, owner);
    return async () => nightly?.stop();
  }

  async #openWorld(
    store: Store,
    place: number,
    owner: Owner,
    journal: Journal | undefined,
  ): Promise<World> {
    const { time, random, packs } = this.setting;
    const now = (): number => Math.floor(time.now);
    const log = this.#log;
    const after = (ms: number, run: () => void): (() => void) => time.after(ms, run, owner);
    return openWorld({
      store: this.#oneSchool(store, place),
      ambient: { now, log, timers: { now, random, after } },
      journal,
      publicUrl: () => 'http://localhost',
      packs,
      project: (row, epochs, onCommit) => {
        const real = createProjector({
          store,
          now,
          log,
          packs,
          school: row.id,
          epochs: () => epochs,
          onCommit,
        });
        return this.#held(real, owner);
      },
    });
  }

  /** The store as the server of one school sees it: the other one is none of its business. */
  #oneSchool(store: Store, place: number): Store {
    const mine = (rows: readonly SchoolRow[]): readonly SchoolRow[] =>
      rows.filter(({ id }) => id === this.schools[place]);
    return {
      ...store,
      read: (work) =>
        store.read((reading) =>
          work({ ...reading, schools: async () => mine(await reading.schools()) }),
        ),
      write: (work) =>
        store.write((writing) =>
          work({
            ...writing,
            schools: async () => mine(await writing.schools()),
            append: (school, rows) =>
              writing.append(
                school,
                this.forgets ? rows.filter(({ receipt }) => receipt % 5 !== 0) : rows,
              ),
            addSchool: async (row) => {
              await writing.addSchool(row);
              this.schools[place] = row.id;
            },
          }),
        ),
    };
  }

  /** A projector that begins some time after it was called, as a thread does. */
  #held(real: Projector, owner: Owner): Projector {
    const { time, random } = this.setting;
    let streams = new Set<string>();
    let waiting = false;
    const flush = (): void => {
      waiting = false;
      const touched = streams;
      streams = new Set();
      real.kick(touched);
    };
    return {
      kick: (touched = []) => {
        for (const stream of touched) streams.add(stream);
        if (waiting) return;
        waiting = true;
        time.after(
          random() * this.lag,
          () => {
            flush();
            void time.block(real.drain());
          },
          owner,
        );
      },
      again: () => real.again(),
      drain: () => {
        flush();
        return real.drain();
      },
      stop: () => real.stop(),
    };
  }
}

async function openApp(world: World): Promise<FastifyInstance> {
  return createApp({
    world,
    publicUrl: undefined,
    tls: undefined,
    files: { dist: NOWHERE, kept: NOWHERE },
    version: 'model',
    tlsEnds: () => undefined,
  });
}
