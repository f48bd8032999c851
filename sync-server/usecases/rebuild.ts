/** State is a function of the log (PROTOCOL 12): derives it anew from nothing and compares it with what is there. */
import { canonicalJson } from '#domain/kernel/content-hash.ts';
import type { Course } from '#domain/model/course.ts';
import type { AppliedBody } from '#domain/model/documents.ts';
import type { Log } from '../log.ts';
import { appliedOf, NAMED } from '../projection/applied.ts';
import { createDesk } from '../projection/desk.ts';
import { createFold } from '../projection/fold.ts';
import { createRosters } from '../projection/rosters.ts';
import { logOnlySource, storeSource } from '../projection/source.ts';
import type { Store } from '../store/port.ts';
import type { IssueRow, MembershipRow, StateRow } from '../store/rows.ts';

type Derived = Omit<StateRow, 'seq'>;

export interface Rebuilt {
  readonly documents: ReadonlyMap<string, Derived>;
  readonly issues: readonly IssueRow[];
  readonly memberships: readonly MembershipRow[];
  /** Receipts of events about erased students whose text is still there, as after a restore. */
  readonly erased: readonly number[];
  /** Events that were folded. */
  readonly events: number;
}

export interface Difference {
  /** Keys of documents that are missing, too many, or not the same. */
  readonly documents: readonly string[];
  /** Documents that the log does not give. */
  readonly extra: readonly string[];
  readonly issues: number;
  readonly memberships: number;
}

const PAGE = 1000;

/** Folds the log up to where the projection has come, into memory. */
export async function deriveState(
  store: Store,
  school: string,
  packs: readonly Course[],
  log: Log,
): Promise<Rebuilt> {
  const { epochs, cursor } = await store.read(async (reading) => ({
    epochs: await reading.epochs(school),
    cursor: (await reading.counters(school)).projected,
  }));
  const source = logOnlySource(storeSource(store, school, () => epochs));
  const desk = createDesk(source, Infinity);
  const pack = (id: string): Course | undefined => packs.find((course) => course.id === id);
  const rosters = createRosters([]);
  const fold = createFold({ school, source, desk, rosters, issues: [], pack, log });
  let at = 0;
  let events = 0;
  while (at < cursor) {
    const from = at;
    const rows = await store.read((reading) => reading.eventsAfter(school, from, PAGE));
    for (const row of rows.filter(({ receipt }) => receipt <= cursor))
      await fold.take(row, row.receipt);
    events += rows.filter(({ receipt }) => receipt <= cursor).length;
    at = rows.at(-1)?.receipt ?? cursor;
  }
  const issues = fold.takeIssues().put.toSorted((a, b) => a.receipt - b.receipt);
  const documents = new Map<string, Derived>();
  for (const key of desk.dirty) {
    const found = desk.document(key);
    if (found === undefined) continue;
    documents.set(key, {
      key,
      kind: found.kind,
      body: JSON.stringify(found.body),
      tags: found.tags ?? [],
    });
  }
  await store.read(async (reading) => {
    for (const stream of new Set((await reading.allStreams(school)).map((row) => row.stream))) {
      const own = issues.filter((issue) => issue.stream === stream);
      const newest = own
        .toSorted((a, b) => b.slot - a.slot || b.receipt - a.receipt)
        .slice(0, NAMED);
      const applied = await appliedOf(reading, school, stream, 0, cursor, newest);
      if (applied !== undefined) documents.set(applied.key, applied);
    }
  });
  return {
    documents,
    issues,
    memberships: rosters.takeChanged(),
    erased: fold.takeErased(),
    events,
  };
}

const same = (a: Derived, b: Derived): boolean =>
  canonicalJson(JSON.parse(a.body)) === canonicalJson(JSON.parse(b.body)) &&
  a.tags.join(' ') === b.tags.join(' ');

/** A stream that was stored and of which nothing was folded yet: devices need no document to know that. */
function saysNothing({ kind, body }: Derived): boolean {
  if (kind !== 'applied') return false;
  const { through, held } = JSON.parse(body) as AppliedBody; // written by `appliedOf` alone
  return through === 0 && held.length === 0;
}

/** How many rows are in one list and not in the other. */
function unlike(a: readonly object[], b: readonly object[]): number {
  const [left, right] = [a, b].map((rows) => new Set(rows.map((row) => canonicalJson(row))));
  return (
    [...(left ?? [])].filter((row) => !right?.has(row)).length +
    [...(right ?? [])].filter((row) => !left?.has(row)).length
  );
}

export async function compareState(
  store: Store,
  school: string,
  rebuilt: Rebuilt,
): Promise<Difference> {
  return store.read(async (reading) => {
    const live = new Map((await reading.documentsOfKind(school)).map((row) => [row.key, row]));
    const changed = [...rebuilt.documents.values()].filter((document) => {
      const there = live.get(document.key);
      return there === undefined ? !saysNothing(document) : !same(document, there);
    });
    return {
      documents: changed.map(({ key }) => key),
      extra: [...live.keys()].filter((key) => !rebuilt.documents.has(key)),
      issues: unlike(await reading.issues(school), rebuilt.issues),
      memberships: unlike(await reading.memberships(school), rebuilt.memberships),
    };
  });
}

/**
 * Puts the derived state in the place of what is there. What is the same keeps its number, so that devices pull the rest only.
 * @returns the number of the rest
 */
export async function replaceState(
  store: Store,
  school: string,
  rebuilt: Rebuilt,
  difference: Difference,
  now: number,
): Promise<number> {
  return store.write(async (writing) => {
    const counters = await writing.counters(school);
    const seq = counters.seq + 1;
    const rows = difference.documents.flatMap((key) => rebuilt.documents.get(key) ?? []);
    await writing.eraseEvents(school, rebuilt.erased);
    await writing.putDocuments(
      school,
      rows.map((row) => ({ ...row, seq })),
    );
    await writing.removeDocuments(school, difference.extra);
    await writing.clearMemberships(school);
    await writing.putMemberships(school, rebuilt.memberships);
    await writing.removeIssues(
      school,
      (await writing.issues(school)).map(({ receipt }) => receipt),
    );
    await writing.putIssues(school, rebuilt.issues);
    await writing.setCounters(school, { ...counters, seq });
    await writing.addCommit(school, { seq, at: now, receipt: counters.projected });
    return seq;
  });
}
