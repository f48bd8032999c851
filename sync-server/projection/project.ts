/**
 * The projector: drains the log in the order of receipts into state, in transactions of its own (PROTOCOL 4, 10). One per
 * school; it alone writes state. Between two batches it lets the event loop answer requests.
 */
import type { Course } from '#domain/model/course.ts';
import type { UseBody } from '#domain/model/documents.ts';
import { foldAll } from '#domain/mastery/progress.ts';
import { canonicalJson } from '#domain/kernel/content-hash.ts';
import { nameOfError, type Log } from '../log.ts';
import type { Store, Writing } from '../store/port.ts';
import type { EpochRow, StateRow } from '../store/rows.ts';
import { appliedOf, NAMED } from './applied.ts';
import { createDesk } from './desk.ts';
import { createFold, type Fold } from './fold.ts';
import { dayOfSchool } from './judge.ts';
import { createRosters } from './rosters.ts';
import { storeSource } from './source.ts';

/** What a commit told the world. */
export interface Commit {
  readonly seq: number;
  /** Tags of all documents in it. */
  readonly tags: ReadonlySet<string>;
  /** Whether somebody's scope may be another one now. */
  readonly rosters: boolean;
}

export interface ProjectorOptions {
  readonly school: string;
  readonly store: Store;
  readonly epochs: () => readonly EpochRow[];
  readonly packs: readonly Course[];
  readonly now: () => number;
  readonly log: Log;
  readonly onCommit: (commit: Commit) => void;
}

export interface Projector {
  /** There is something new; `streams`: their slots were accounted for in another way than by a new event. */
  readonly kick: (streams?: Iterable<string>) => void;
  /** Resolves when everything that was stored before the call has been folded. Rejects when the store fails for good. */
  readonly drain: () => Promise<void>;
  /** Ends after the running batch. */
  readonly stop: () => Promise<void>;
}

/** One commit: at most so many rows, and under load no more often than so many ms. */
const BATCH_ROWS = 500;
const BATCH_MS = 120;
/** How long requests wait while rows are folded. */
const SLICE_MS = 12;
const RETRY_MS = 1000;
/** Held for these, an event is judged again by a version of the server that may know it (PROTOCOL 14). */
const RETRIED = new Set([
  'unknown-kind',
  'unknown-version',
  'unknown-envelope',
  'unknown-generator',
  'reducer-error',
]);

const letOthers = (): Promise<void> => new Promise((done) => setImmediate(done));

async function openFold(options: ProjectorOptions): Promise<Fold> {
  const { store, school, packs } = options;
  const found = await store.read(async (reading) => ({
    memberships: await reading.memberships(school),
    issues: await reading.issues(school),
    uses: await reading.documentsOfKind(school, 'use'),
  }));
  const rosters = createRosters(found.memberships);
  // Written by the reducer of `course.use`, as all documents of that kind.
  for (const { key, body } of found.uses)
    rosters.setUse(key.slice('use/'.length), JSON.parse(body) as UseBody);
  const source = storeSource(store, school, options.epochs);
  return createFold({
    school,
    source,
    desk: createDesk(source),
    rosters,
    issues: found.issues,
    pack: (id) => packs.find((course) => course.id === id),
    log: options.log,
  });
}

/** Takes newer editions of packs into the documents of courses that are in use, and folds their progress again. */
async function refreshCourses(options: ProjectorOptions, fold: Fold): Promise<void> {
  const { store, school, packs } = options;
  const stored = await store.read((reading) => reading.documentsOfKind(school, 'course'));
  for (const row of stored) {
    const pack = packs.find((course) => `course/${course.id}` === row.key);
    if (pack === undefined || canonicalJson(pack) === canonicalJson(JSON.parse(row.body))) continue;
    fold.desk.put(row.key, row.kind, pack, row.tags);
    const progress = await store.read((reading) => reading.documentsOfKind(school, 'progress'));
    fold.desk.document('school');
    await fold.desk.load();
    const day = dayOfSchool(fold.desk);
    for (const { key, kind, tags } of progress.filter((one) => one.key.endsWith(`/${pack.id}`))) {
      const [, student = ''] = key.split('/');
      fold.desk.document(key);
      await fold.desk.load();
      const body = fold.desk.read('progress', student, pack.id);
      if (body !== undefined) fold.desk.put(key, kind, foldAll(pack, body, day), tags);
    }
  }
}

async function retryHeld(options: ProjectorOptions, fold: Fold): Promise<Set<string>> {
  const { store, school } = options;
  return store
    .read(async (reading) => {
      const held = (await reading.issues(school)).filter(({ code }) => RETRIED.has(code));
      const rows = await reading.eventsByReceipt(
        school,
        held.map(({ receipt }) => receipt),
      );
      return { rows, cursor: (await reading.counters(school)).projected };
    })
    .then(async ({ rows, cursor }) => {
      for (const row of rows) await fold.take(row, cursor);
      return new Set(rows.map(({ stream }) => stream));
    });
}

/** Streams whose document is behind, after a stop between an answer and the projection of it. */
async function staleStreams(options: ProjectorOptions): Promise<Set<string>> {
  const { store, school } = options;
  return store.read(
    async (reading) => new Set((await reading.allStreams(school)).map(({ stream }) => stream)),
  );
}

export function createProjector(options: ProjectorOptions): Projector {
  const { store, school, log } = options;
  let fold: Fold | undefined;
  let streams = new Set<string>();
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  /** Writes what the desk holds and takes the school's counter, once for all of it. */
  const commit = async (
    writing: Writing,
    ready: Fold,
    cursor: number,
    touched: ReadonlySet<string>,
  ): Promise<Commit | undefined> => {
    const counters = await writing.counters(school);
    const seq = counters.seq + 1;
    const { put, removed, streams: troubled } = ready.takeIssues();
    await writing.putIssues(school, put);
    await writing.removeIssues(school, removed);
    const memberships = ready.rosters.takeChanged();
    await writing.putMemberships(school, memberships);
    const rows: StateRow[] = [...ready.desk.dirty].flatMap((key) => {
      const document = ready.desk.document(key);
      if (document === undefined) return [];
      document.text ??= JSON.stringify(document.body);
      return { key, kind: document.kind, seq, body: document.text, tags: document.tags ?? [] };
    });
    for (const stream of new Set([...touched, ...troubled])) {
      const [before] = await writing.documents(school, [`applied/${stream}`]);
      // Written by `appliedOf` alone.
      const floor =
        before === undefined ? 0 : (JSON.parse(before.body) as { through: number }).through;
      const issues = await writing.issuesOfStream(school, stream, NAMED);
      const after = await appliedOf(writing, school, stream, floor, cursor, issues);
      if (
        after !== undefined &&
        (after.body !== before?.body || after.tags.join() !== before.tags.join())
      ) {
        rows.push({ ...after, seq });
      }
    }
    await writing.putDocuments(school, rows);
    const projected = Math.max(cursor, counters.projected);
    await writing.setCounters(school, {
      ...counters,
      projected,
      seq: rows.length > 0 ? seq : counters.seq,
    });
    if (rows.length === 0) return undefined;
    await writing.addCommit(school, { seq, at: options.now(), receipt: projected });
    return {
      seq,
      tags: new Set(rows.flatMap(({ tags }) => tags)),
      rosters: memberships.length > 0,
    };
  };

  const flush = async (ready: Fold, cursor: number): Promise<void> => {
    // A stream that is touched while this is written is written again.
    const touched = streams;
    streams = new Set();
    const told = await store.derive((writing) => commit(writing, ready, cursor, touched));
    ready.desk.settle();
    if (told !== undefined) options.onCommit(told);
  };

  const start = async (): Promise<Fold> => {
    const ready = await openFold(options);
    await refreshCourses(options, ready);
    for (const stream of await retryHeld(options, ready)) streams.add(stream);
    for (const stream of await staleStreams(options)) streams.add(stream);
    const { projected } = await store.read((reading) => reading.counters(school));
    await flush(ready, projected);
    fold = ready;
    return ready;
  };

  /** @returns whether there may be more */
  const step = async (): Promise<boolean> => {
    const ready = fold ?? (await start());
    const { rows, cursor: from } = await store.read(async (reading) => {
      const { projected } = await reading.counters(school);
      return { rows: await reading.eventsAfter(school, projected, BATCH_ROWS), cursor: projected };
    });
    if (rows.length === 0 && streams.size === 0) return false;
    const began = performance.now();
    let slice = began;
    let cursor = from;
    for (const row of rows) {
      await ready.take(row, row.receipt);
      streams.add(row.stream);
      cursor = row.receipt;
      const now = performance.now();
      if (now - began > BATCH_MS) break;
      if (now - slice < SLICE_MS) continue;
      await letOthers();
      slice = performance.now();
    }
    await flush(ready, cursor);
    return true;
  };

  const run = async (): Promise<void> => {
    while (!stopped) {
      again = false;
      let more: boolean;
      try {
        more = await step();
      } catch (error) {
        // What is in memory may be half a batch: begin again from what was committed.
        fold = undefined;
        log.error('Projection failed and begins again', { error: nameOfError(error) });
        await new Promise((done) => setTimeout(done, RETRY_MS));
        continue;
      }
      if (!more && !again) return;
      await letOthers();
    }
  };
  const kick = (touched: Iterable<string> = []): void => {
    for (const stream of touched) streams.add(stream);
    again = true;
    running ??= run().finally(() => {
      running = undefined;
      if (again && !stopped) kick();
    });
  };

  return {
    kick,
    drain: async () => {
      kick();
      while (running !== undefined) await running;
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
