/** What a projector does before its first row: takes up where the last one stopped, and what only a new version can do. */
import { canonicalJson } from '#domain/kernel/content-hash.ts';
import { foldAll } from '#domain/mastery/progress.ts';
import type { Course } from '#domain/model/course.ts';
import type { BodyOf, UseBody } from '#domain/model/documents.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/port.ts';
import type { EpochRow } from '../store/rows.ts';
import { createDesk } from './desk.ts';
import { createFold, type Fold } from './fold.ts';
import { dayOfSchool } from './judge.ts';
import { createRosters } from './rosters.ts';
import { storeSource } from './source.ts';

export interface FoldSetting {
  readonly school: string;
  readonly store: Store;
  readonly epochs: () => readonly EpochRow[];
  readonly packs: readonly Course[];
  readonly log: Log;
}

/**
 * Held for these, an event is judged again at a start: by a version of the server that may know it (PROTOCOL 14), or because its right
 * may have been given back or taken up meanwhile.
 */
const RETRIED = new Set([
  'unknown-kind',
  'unknown-version',
  'unknown-envelope',
  'unknown-generator',
  'unknown-ref',
  'reducer-error',
  'grant-ended',
  'unknown-grant',
]);

/** A fold over the store, with the rosters and issues as they stand. */
async function foldOf({ store, school, packs, epochs, log }: FoldSetting): Promise<Fold> {
  const found = await store.read(async (reading) => ({
    memberships: await reading.memberships(school),
    issues: await reading.issues(school),
    uses: await reading.documentsOfKind(school, 'use'),
    students: await reading.documentsOfKind(school, 'student'),
  }));
  const rosters = createRosters(found.memberships);
  // Written by the reducer of `course.use`, as all documents of that kind.
  for (const { key, body } of found.uses)
    rosters.setUse(key.slice('use/'.length), JSON.parse(body) as UseBody);
  for (const { key, body } of found.students)
    rosters.setStudent(key.slice('student/'.length), JSON.parse(body) as BodyOf['student']);
  const source = storeSource(store, school, epochs);
  const pack = (id: string): Course | undefined => packs.find((course) => course.id === id);
  return createFold({
    school,
    source,
    desk: createDesk(source),
    rosters,
    issues: found.issues,
    pack,
    log,
  });
}

/** Folds the progress of a course again, after a new edition of it. */
async function refoldProgress(
  { store, school }: FoldSetting,
  fold: Fold,
  pack: Course,
): Promise<void> {
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

/** Takes newer editions of packs into the documents of courses that are in use. */
async function refreshCourses(setting: FoldSetting, fold: Fold): Promise<void> {
  const { store, school, packs } = setting;
  const stored = await store.read((reading) => reading.documentsOfKind(school, 'course'));
  for (const row of stored) {
    const pack = packs.find((course) => `course/${course.id}` === row.key);
    if (pack === undefined || canonicalJson(pack) === canonicalJson(JSON.parse(row.body))) continue;
    fold.desk.put(row.key, row.kind, pack, row.tags);
    await refoldProgress(setting, fold, pack);
  }
}

/** Judges again what a newer version may know. @returns whether anything of it is judged otherwise now */
async function retryHeld({ store, school }: FoldSetting, fold: Fold): Promise<boolean> {
  const { held, rows, cursor } = await store.read(async (reading) => {
    const retried = (await reading.issues(school)).filter(({ code }) => RETRIED.has(code));
    const receipts = retried.map(({ receipt }) => receipt);
    return {
      held: new Map(retried.map(({ receipt, code }) => [receipt, code])),
      rows: await reading.eventsByReceipt(school, receipts),
      cursor: (await reading.counters(school)).projected,
    };
  });
  for (const row of rows) await fold.take(row, cursor);
  const { put, removed } = fold.takeIssues();
  return removed.length > 0 || put.some(({ receipt, code }) => held.get(receipt) !== code);
}

/**
 * A fold that is ready to go on, with what is to be written first on its desk.
 * @returns also all streams: their documents may be behind, after a stop between an answer and the projection of it. `outdated`: the
 * state is to be derived anew first, and the fold opened again; once.
 */
export async function openFold(
  setting: FoldSetting,
  retries = true,
): Promise<{ fold: Fold; streams: Set<string>; outdated: boolean }> {
  const { store, school } = setting;
  const fold = await foldOf(setting);
  await refreshCourses(setting, fold);
  const outdated = retries && (await retryHeld(setting, fold));
  const rows = await store.read((reading) => reading.allStreams(school));
  return { fold, streams: new Set(rows.map(({ stream }) => stream)), outdated };
}
