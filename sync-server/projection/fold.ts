/**
 * Folds rows of the log, one after the other, into documents on a desk. It is the same for the running server and for a
 * rebuild; only the source and what is done with the result differ.
 */
import { refToEvent } from '#domain/changes/refs.ts';
import type { Fault } from '#domain/kernel/result.ts';
import { isErased } from '#domain/changes/aliases.ts';
import type {
  AnyDocument,
  BodyOf,
  DocumentKind,
  GroupBody,
  UseBody,
} from '#domain/model/documents.ts';
import { parseEnvelope } from '#protocol/event.ts';
import { err, type Result } from '#domain/kernel/result.ts';
import type { Course } from '#domain/model/course.ts';
import { nameOfError, type Log } from '../log.ts';
import { isBlank, type IssueRow, type LogRow } from '../store/rows.ts';
import { audienceOf } from './audience.ts';
import type { Desk } from './desk.ts';
import { isErasable, judge, type Bench, type Judged } from './judge.ts';
import type { Rosters } from './rosters.ts';
import type { Source } from './source.ts';

export interface Fold {
  readonly desk: Desk;
  readonly rosters: Rosters;
  /** Judges one row and folds its effects. @param cursor the receipt the log has been read to */
  readonly take: (row: LogRow, cursor: number) => Promise<void>;
  /** Judges again what waited for this. */
  readonly release: (what: string, cursor: number) => Promise<void>;
  /** Issues that came up or were settled since the last call. */
  readonly takeIssues: () => {
    readonly put: readonly IssueRow[];
    readonly removed: readonly number[];
    readonly streams: readonly string[];
  };
  /** Receipts of events whose text is to go, since the last call. */
  readonly takeErased: () => readonly number[];
}

export interface FoldOptions {
  readonly school: string;
  readonly source: Source;
  readonly desk: Desk;
  readonly rosters: Rosters;
  /** Issues as they stand: parked events wait in memory. */
  readonly issues: readonly IssueRow[];
  readonly pack: (course: string) => Course | undefined;
  readonly log: Log;
}

/** Faults that an earlier event of the same stream may take away. */
const NEEDS_REACH = new Set(['out-of-scope', 'bad-author']);

/** What an event waits for when slots of its stream before it are missing. */
export function gapOf(stream: string): string {
  return `stream/${stream}`;
}

/** What a merge that closes a circle waits for: another word on who is whose. */
const MERGES = 'merges';

function awaited(row: IssueRow | undefined): string | undefined {
  if (row?.state === 'parked') return row.detail;
  return row?.code === 'merge-cycle' ? MERGES : undefined;
}

type Tagged = Exclude<DocumentKind, 'applied'>;

export function createFold(options: FoldOptions): Fold {
  const { desk, rosters, source, log } = options;
  const bench: Bench = { school: options.school, desk, rosters, pack: options.pack };
  const issues = new Map<number, IssueRow>(options.issues.map((row) => [row.receipt, row]));
  const waiting = new Map<string, Set<number>>();
  const changedIssues = new Map<number, IssueRow | null>();
  /** Streams whose named issues are others now; a parked event is released by an event of any stream. */
  const troubled = new Set<string>();

  const erased = new Set<number>();
  const wait = (row: IssueRow): void => {
    const what = awaited(row);
    if (what !== undefined) waiting.set(what, (waiting.get(what) ?? new Set()).add(row.receipt));
  };

  const setIssue = (receipt: number, row: IssueRow | null): void => {
    const before = issues.get(receipt);
    if (before === undefined && row === null) return;
    waiting.get(awaited(before) ?? '')?.delete(receipt);
    if (row === null) issues.delete(receipt);
    else issues.set(receipt, row);
    if (row !== null) wait(row);
    changedIssues.set(receipt, row);
    for (const one of [before, row])
      if (one !== undefined && one !== null) troubled.add(one.stream);
  };
  for (const row of options.issues) wait(row);

  /** A reducer that throws holds its event and nothing else. */
  const judgeSafely = (row: LogRow, cursor: number): Result<Judged, Fault> => {
    try {
      return judge(bench, row, cursor);
    } catch (error) {
      log.error('An event could not be folded and is held', {
        receipt: row.receipt,
        error: nameOfError(error),
      });
      return err({ code: 'reducer-error' });
    }
  };
  const judgeLoaded = async (row: LogRow, cursor: number): Promise<Result<Judged, Fault>> => {
    let judged = judgeSafely(row, cursor);
    while (desk.wants()) {
      await desk.load();
      judged = judgeSafely(row, cursor);
    }
    return judged;
  };

  const loaded = async (key: string): Promise<ReturnType<Desk['document']>> => {
    const found = desk.document(key);
    if (!desk.wants()) return found;
    await desk.load();
    return desk.document(key);
  };
  /** Tags a document anew; it gets a new number, so that it reaches whoever sees it now. */
  const retag = async (kind: Tagged, key: string): Promise<void> => {
    const document = await loaded(key);
    if (document !== undefined)
      desk.put(key, document.kind, document.body, audienceOf(kind, key, rosters));
  };
  const progressOf = async (student: string): Promise<ReadonlySet<string>> => {
    const stored = await source.progressOf(student);
    const fresh = [...desk.dirty].filter((key) => key.startsWith(`progress/${student}/`));
    return new Set([...stored, ...fresh].filter((key) => !desk.removed.has(key)));
  };
  const retagStudent = async (student: string): Promise<void> => {
    for (const kind of ['student', 'credential', 'proof'] as const)
      await retag(kind, `${kind}/${student}`);
    for (const key of await progressOf(student)) await retag('progress', key);
  };
  /** Nothing of an erased student is left but the tombstone: no document, and no text of an event. */
  const erase = async (student: string): Promise<void> => {
    for (const kind of ['credential', 'proof'] as const)
      if ((await loaded(`${kind}/${student}`)) !== undefined) desk.remove(`${kind}/${student}`);
    for (const key of await progressOf(student)) desk.remove(key);
    for (const { receipt, text } of await source.eventsAbout(`student/${student}`)) {
      const envelope = parseEnvelope(text);
      if (!envelope.ok || !isErasable(envelope.value)) continue;
      erased.add(receipt);
      setIssue(receipt, null);
    }
  };
  const followStudent = async (student: string, body: BodyOf['student']): Promise<void> => {
    const joined = rosters.setStudent(student, body);
    if (isErased(body)) await erase(student);
    // Who sees one record of a child sees all of them.
    for (const one of joined) await retagStudent(one);
  };
  const followGroup = async (group: string, body: GroupBody, cursor: number): Promise<void> => {
    const staffed = rosters.hasStaff(group);
    const changed = rosters.setGroup(group, body, cursor);
    for (const { list, member } of changed)
      if (list === 'students') for (const one of rosters.recordsOf(member)) await retagStudent(one);
    if (rosters.hasStaff(group) !== staffed) {
      await retag('group', `group/${group}`);
      await retag('use', `use/${group}`);
    }
  };

  const put = async (document: AnyDocument, cursor: number): Promise<void> => {
    const { kind, key, body } = document;
    const before = await loaded(key);
    if (kind === 'applied' || before?.body === body) return;
    desk.put(key, kind, body, before?.tags ?? audienceOf(kind, key, rosters));
    const id = key.split('/')[1] ?? '';
    if (kind === 'student') await followStudent(id, body);
    if (kind === 'group') await followGroup(id, body, cursor);
    if (kind === 'use')
      for (const course of rosters.setUse(id, body satisfies UseBody))
        await retag('course', `course/${course}`);
    if (before === undefined) await retag(kind, key);
  };

  /** What an event has to wait for, if there is anything that may yet come. */
  const waitsFor = async (
    row: LogRow,
    fault: Fault,
    cursor: number,
  ): Promise<string | undefined> => {
    if (fault.code === 'missing') return fault.detail ?? '';
    if (!NEEDS_REACH.has(fault.code)) return undefined;
    // An earlier event of its own stream may bring into reach what it is about (SPEC G2): first that one has to come.
    const through = await source.throughOf(row.stream, cursor);
    return through < row.slot - 1 ? gapOf(row.stream) : undefined;
  };

  /** @returns what others may have waited for */
  const settleOne = async (row: LogRow, cursor: number): Promise<readonly string[]> => {
    const judged = await judgeLoaded(row, cursor);
    const { receipt, stream, slot, id, device } = row;
    if (judged.ok) {
      const { documents, held } = judged.value;
      const issue = { receipt, state: 'held', detail: '', stream, slot, id, device } as const;
      setIssue(receipt, held === undefined ? null : { ...issue, code: held.code });
      if (judged.value.erased === true && !isBlank(row)) erased.add(receipt);
      for (const document of documents) await put(document, cursor);
      const keys = documents.map(({ key }) => key);
      const merges = documents.some(({ kind }) => kind === 'student') ? [MERGES] : [];
      return [refToEvent(id), gapOf(stream), ...keys, ...merges];
    }
    const detail = await waitsFor(row, judged.error, cursor);
    const [state, code] =
      detail === undefined
        ? (['held', judged.error.code] as const)
        : (['parked', 'parked'] as const);
    setIssue(receipt, { receipt, state, code, detail: detail ?? '', stream, slot, id, device });
    if (row.variant > 0) return [];
    // A held event is there as well: what refers to it need not wait.
    return state === 'held' ? [refToEvent(id), gapOf(stream)] : [refToEvent(id)];
  };

  /** Judges again what waited for any of these, and what waited for what came of that. */
  const releaseAll = async (things: readonly string[], cursor: number): Promise<void> => {
    let came = [...things];
    while (came.length > 0) {
      const freed = new Set(came.flatMap((what) => [...(waiting.get(what) ?? [])]));
      came = [];
      if (freed.size === 0) return;
      for (const row of await source.eventsByReceipt([...freed].toSorted((a, b) => a - b))) {
        const before = issues.get(row.receipt)?.detail;
        const brought = await settleOne(row, cursor);
        // Waiting for the same thing still: nothing new came of it.
        if (issues.get(row.receipt)?.detail !== before) came.push(...brought);
      }
    }
  };

  return {
    desk,
    rosters,
    take: async (row, cursor) => releaseAll(await settleOne(row, cursor), cursor),
    release: (what, cursor) => releaseAll([what], cursor),
    takeErased: () => {
      const taken = [...erased].toSorted((a, b) => a - b);
      erased.clear();
      return taken;
    },
    takeIssues: () => {
      const taken = [...changedIssues];
      changedIssues.clear();
      const streams = [...troubled];
      troubled.clear();
      return {
        streams,
        put: taken.flatMap(([, row]) => row ?? []),
        removed: taken.flatMap(([receipt, row]) => (row === null ? [receipt] : [])),
      };
    },
  };
}
