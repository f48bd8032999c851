/** Writes what was folded and takes the school's counter, once for all of it, in one transaction (PROTOCOL 4, 10). */
import type { Writing } from '../store/port.ts';
import type { StateRow } from '../store/rows.ts';
import { appliedOf, NAMED } from './applied.ts';
import type { Fold } from './fold.ts';

/** What a commit told the world. */
export interface Commit {
  readonly seq: number;
  /** Tags of all documents in it. */
  readonly tags: ReadonlySet<string>;
  /** Whether somebody's scope may be another one now. */
  readonly rosters: boolean;
}

export interface Folded {
  readonly school: string;
  readonly fold: Fold;
  /** The receipt that the fold has come to. */
  readonly cursor: number;
  /** Streams whose slots were accounted for since the last commit. */
  readonly streams: ReadonlySet<string>;
  readonly now: number;
}

function foldedRows({ desk }: Fold, seq: number): StateRow[] {
  return [...desk.dirty].flatMap((key) => {
    const document = desk.document(key);
    if (document === undefined) return [];
    document.text ??= JSON.stringify(document.body);
    const { kind, text: body, tags = [] } = document;
    return { key, kind, seq, body, tags };
  });
}

/** The `applied` document of a stream, where it is another one now. */
async function appliedRow(
  writing: Writing,
  folded: Folded,
  stream: string,
  seq: number,
): Promise<StateRow[]> {
  const { school, cursor } = folded;
  const [before] = await writing.documents(school, [`applied/${stream}`]);
  // Written by `appliedOf` alone.
  const floor = before === undefined ? 0 : (JSON.parse(before.body) as { through: number }).through;
  const issues = await writing.issuesOfStream(school, stream, NAMED);
  const after = await appliedOf(writing, school, stream, floor, cursor, issues);
  if (after === undefined) return [];
  const same = after.body === before?.body && after.tags.join() === before.tags.join();
  return same ? [] : [{ ...after, seq }];
}

/** @returns undefined where nothing that a device could see has changed */
export async function commitFold(writing: Writing, folded: Folded): Promise<Commit | undefined> {
  const { school, fold, cursor, streams } = folded;
  const counters = await writing.counters(school);
  const seq = counters.seq + 1;
  const { put, removed, streams: troubled } = fold.takeIssues();
  await writing.putIssues(school, put);
  await writing.removeIssues(school, removed);
  await writing.eraseEvents(school, fold.takeErased());
  await writing.removeDocuments(school, [...fold.desk.removed]);
  const memberships = fold.rosters.takeChanged();
  await writing.putMemberships(school, memberships);
  const rows = foldedRows(fold, seq);
  for (const stream of new Set([...streams, ...troubled])) {
    rows.push(...(await appliedRow(writing, folded, stream, seq)));
  }
  await writing.putDocuments(school, rows);
  const projected = Math.max(cursor, counters.projected);
  const changed = rows.length > 0;
  await writing.setCounters(school, { ...counters, projected, seq: changed ? seq : counters.seq });
  if (!changed) return undefined;
  await writing.addCommit(school, { seq, at: folded.now, receipt: projected });
  return { seq, tags: new Set(rows.flatMap(({ tags }) => tags)), rosters: memberships.length > 0 };
}
