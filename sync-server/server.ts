/** Puts the server together from a configuration: store, school, projection, HTTP. */
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Server as TlsServer } from 'node:tls';
import { builtInCourses } from '#content/courses.ts';
import { err, ok, type Result } from '#domain/kernel/result.ts';
import type { Course } from '#domain/model/course.ts';
import type { Config } from './config.ts';
import { newId } from './crypto/tokens.ts';
import { makeDemo } from './demo/make-demo.ts';
import { createApp } from './http/app.ts';
import { keepAssets } from './http/static-files.ts';
import { DATABASE, lockFolder } from './data-folder.ts';
import type { Log } from './log.ts';
import type { Commit } from './projection/commit.ts';
import { createProjector, type Projector } from './projection/project.ts';
import { foldedInTime } from './projection/folded-in-time.ts';
import { startWorkerProjector } from './projection/worker-projector.ts';
import type { Journal } from './safety/journal.ts';
import { startNightly } from './safety/nightly.ts';
import { openSafeStore } from './safety/safe-store.ts';
import type { Store } from './store/port.ts';
import type { EpochRow, SchoolRow } from './store/rows.ts';
import { noteCertificate, readCertificate, watchCertificate } from './tls.ts';
import { createPokes, type Timers } from './usecases/pokes.ts';
import { createPresence } from './usecases/presence.ts';
import { newSetupToken } from './usecases/set-up.ts';
import type { ActiveSchool, World } from './usecases/world.ts';

export interface Ambient {
  readonly now: () => number;
  readonly timers: Timers;
  readonly log: Log;
  readonly version: string;
}

export interface RunningServer {
  /** Where it listens, for this machine. */
  readonly url: string;
  /** For the first set-up of a school; undefined when there is one. */
  readonly setupLink: string | undefined;
  readonly world: World;
  /** Finishes what runs, folds what was stored, closes everything. */
  readonly stop: () => Promise<void>;
}

/** Starts the projection of a school whose newest epoch has just begun. */
export type StartProjector = (
  row: SchoolRow,
  epochs: readonly EpochRow[],
  onCommit: (commit: Commit) => void,
) => Projector;

function inThisThread(world: Pick<World, 'store' | 'now' | 'log' | 'packs'>): StartProjector {
  return (row, epochs, onCommit) =>
    createProjector({ ...world, school: row.id, epochs: () => epochs, onCommit });
}

/** Starts a new epoch of the school and its projection, in this thread unless `start` says otherwise. */
export async function openSchool(
  world: Pick<World, 'store' | 'now' | 'log' | 'packs'>,
  row: SchoolRow,
  timers: Timers,
  start: StartProjector = inThisThread(world),
  journal?: Journal,
): Promise<ActiveSchool> {
  const { store, now } = world;
  const epoch = newId();
  const { epochs, counters } = await store.write(async (writing) => {
    const { seq, receipt } = await writing.counters(row.id);
    await writing.addEpoch(row.id, { epoch, fromSeq: seq, fromReceipt: receipt, startedAt: now() });
    return { epochs: await writing.epochs(row.id), counters: await writing.counters(row.id) };
  });
  const pokes = createPokes(timers);
  let { seq } = counters;
  const projector = start(row, epochs, (commit) => {
    seq = commit.seq;
    pokes.commit(commit);
  });
  projector.kick();
  const copied = (): number => journal?.copied(row.id) ?? Infinity;
  const presence = createPresence();
  const floors = new Map();
  return { row, epochs, epoch, projector, pokes, presence, floors, seq: () => seq, copied };
}

export interface WorldOptions {
  readonly store: Store;
  readonly ambient: Pick<Ambient, 'now' | 'timers' | 'log'>;
  readonly publicUrl: () => string;
  /** The courses that can be chosen; the built-in ones unless said. */
  readonly packs?: readonly Course[];
  /** Where the projection runs; in this thread unless said. */
  readonly project?: StartProjector;
  /** Behind `store`, where there is one. */
  readonly journal?: Journal | undefined;
  /** Of `store`, where it is watched. */
  readonly failingSince?: () => number | undefined;
}

/** The use cases' world over a store: opens the school that is there, and later the one that is made. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const {
    store,
    ambient,
    publicUrl,
    packs = builtInCourses(),
    failingSince = () => undefined,
  } = options;
  const { now, log, timers } = ambient;
  let active: ActiveSchool | undefined;
  const open = async (row: SchoolRow): Promise<ActiveSchool> => {
    const world = { store, now, log, packs };
    active = await openSchool(world, row, timers, options.project, options.journal);
    return active;
  };
  const [row] = await store.read((reading) => reading.schools());
  if (row !== undefined) await open(row);
  const secondCopy = (): boolean => options.journal?.whole() ?? false;
  const school = (): ActiveSchool | undefined => active;
  return { store, now, log, packs, publicUrl, open, school, secondCopy, failingSince };
}

/** @returns the running server, or one sentence for the person who starts it */
export async function startServer(
  config: Config,
  ambient: Ambient,
): Promise<Result<RunningServer, string>> {
  const certificate = config.tls === undefined ? undefined : readCertificate(config.tls);
  if (certificate !== undefined && !certificate.ok) return certificate;
  let tls = certificate?.value;
  if (tls !== undefined) noteCertificate(tls, ambient.log, ambient.now());
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(config.dataDir);
  if (unlock === undefined) return err(`Another server is using ${config.dataDir}.`);
  const path = join(config.dataDir, DATABASE);
  const { store, journal, failingSince } = await openSafeStore(config, ambient);
  let found = '';
  const world = await openWorld({
    store,
    ambient,
    journal,
    failingSince,
    publicUrl: () => config.publicUrl ?? found,
    project: (row, _, onCommit) =>
      startWorkerProjector({ path, school: row.id }, ambient.log, onCommit),
  });
  if (config.demo && world.school() === undefined) await makeDemo(world);
  const kept = join(config.dataDir, 'assets');
  await keepAssets(config.dist, kept, ambient.now());
  const nightly = startNightly({
    ...ambient,
    store,
    journal,
    database: path,
    folder: join(config.dataDir, 'backups'),
  });
  const app = await createApp({
    world,
    nightly,
    publicUrl: config.publicUrl,
    tls,
    files: { dist: config.dist, kept },
    version: ambient.version,
    tlsEnds: () => tls?.until,
  });
  const close = async (): Promise<void> => {
    await app.close();
    const projector = world.school()?.projector;
    if (projector !== undefined && !(await foldedInTime(projector)))
      ambient.log.info('Not everything is folded yet: the next start goes on');
    await projector?.stop();
    await nightly.stop();
    await store.close();
    unlock();
  };
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    await close();
    const reason = error instanceof Error ? error.message : String(error);
    return err(`Cannot listen on port ${config.port}: ${reason}`);
  }
  const { port } = app.server.address() as AddressInfo; // listening on a port, not on a pipe
  found = `${tls === undefined ? 'http' : 'https'}://localhost:${port}`;
  const unwatch =
    config.tls === undefined
      ? () => {}
      : watchCertificate(config.tls, ambient.log, (next) => {
          if (app.server instanceof TlsServer) app.server.setSecureContext(next);
          tls = next;
          noteCertificate(next, ambient.log, ambient.now());
        });
  const token = world.school() === undefined ? await newSetupToken(store) : undefined;
  return ok({
    url: found,
    setupLink: token === undefined ? undefined : `${config.publicUrl ?? found}/setup#${token}`,
    world,
    stop: async () => {
      unwatch();
      await close();
    },
  });
}
