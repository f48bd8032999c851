/**
 * Folds rows of the log, one after the other, into documents on a desk. It is the same for the running server and for a
 * rebuild; only the source and what is done with the result differ.
 */
import { refToEvent } from '#domain/changes/refs.ts';
import type { Fault } from '#domain/kernel/result.ts';
import type { AnyDocument, DocumentKind, GroupBody, UseBody } from '#domain/model/documents.ts';
import { err, type Result } from '#domain/kernel/result.ts';
import type { Course } from '#domain/model/course.ts';
import { nameOfError, type Log } from '../log.ts';
import type { IssueRow, LogRow } from '../store/rows.ts';
import { audienceOf } from './audience.ts';
import type { Desk } from './desk.ts';
import { judge, type Bench, type Judged } from './judge.ts';
import type { Rosters } from './rosters.ts';
import type { Source } from './source.ts';

export interface Fold {
  readonly desk: Desk;
  readonly rosters: Rosters;
  /** Judges one row and folds its effects. @param cursor the receipt the log has been read to */
  readonly take: (row: LogRow, cursor: number) => Promise<void>;
  /** Issues that came up or were settled since the last call. */
  readonly takeIssues: () => {
    readonly put: readonly IssueRow[];
    readonly removed: readonly number[];
    readonly streams: readonly string[];
  };
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

type Tagged = Exclude<DocumentKind, 'applied'>;

export function createFold(options: FoldOptions): Fold {
  const { desk, rosters, source, log } = options;
  const bench: Bench = { school: options.school, desk, rosters, pack: options.pack };
  const issues = new Map<number, IssueRow>(options.issues.map((row) => [row.receipt, row]));
  const waiting = new Map<string, Set<number>>();
  const changedIssues = new Map<number, IssueRow | null>();
  /** Streams whose named issues are others now; a parked event is released by an event of any stream. */
  const troubled = new Set<string>();

  const setIssue = (receipt: number, row: IssueRow | null): void => {
    const before = issues.get(receipt);
    if (before === undefined && row === null) return;
    if (before?.state === 'parked') waiting.get(before.detail)?.delete(receipt);
    if (row === null) issues.delete(receipt);
    else issues.set(receipt, row);
    if (row?.state === 'parked')
      waiting.set(row.detail, (waiting.get(row.detail) ?? new Set()).add(receipt));
    changedIssues.set(receipt, row);
    for (const one of [before, row])
      if (one !== undefined && one !== null) troubled.add(one.stream);
  };
  for (const row of options.issues) {
    if (row.state === 'parked')
      waiting.set(row.detail, (waiting.get(row.detail) ?? new Set()).add(row.receipt));
  }

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
  const retagStudent = async (student: string): Promise<void> => {
    for (const kind of ['student', 'credential', 'proof'] as const)
      await retag(kind, `${kind}/${student}`);
    const stored = await source.progressOf(student);
    const fresh = [...desk.dirty].filter((key) => key.startsWith(`progress/${student}/`));
    for (const key of new Set([...stored, ...fresh])) await retag('progress', key);
  };
  const followGroup = async (group: string, body: GroupBody, cursor: number): Promise<void> => {
    const staffed = rosters.hasStaff(group);
    const changed = rosters.setGroup(group, body, cursor);
    for (const { list, member } of changed) if (list === 'students') await retagStudent(member);
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
    if (kind === 'group') await followGroup(id, body, cursor);
    if (kind === 'use')
      for (const course of rosters.setUse(id, body satisfies UseBody))
        await retag('course', `course/${course}`);
    if (before === undefined) await retag(kind, key);
  };

  const settleOne = async (row: LogRow, cursor: number): Promise<readonly string[]> => {
    const judged = await judgeLoaded(row, cursor);
    if (judged.ok) {
      setIssue(row.receipt, null);
      for (const document of judged.value.documents) await put(document, cursor);
      return [refToEvent(row.id), ...judged.value.documents.map(({ key }) => key)];
    }
    const { code, detail = '' } = judged.error;
    const { receipt, stream, slot, id, device } = row;
    const parked = code === 'missing';
    setIssue(receipt, {
      receipt,
      state: parked ? 'parked' : 'held',
      code: parked ? 'parked' : code,
      detail: parked ? detail : '',
      stream,
      slot,
      id,
      device,
    });
    // A held event is there as well: what refers to it need not wait.
    return row.variant === 0 ? [refToEvent(row.id)] : [];
  };

  return {
    desk,
    rosters,
    take: async (row, cursor) => {
      let came = [...(await settleOne(row, cursor))];
      while (came.length > 0) {
        const freed = came
          .flatMap((what) => [...(waiting.get(what) ?? [])])
          .toSorted((a, b) => a - b);
        came = [];
        for (const parked of freed.length === 0
          ? []
          : await source.eventsByReceipt([...new Set(freed)])) {
          const before = issues.get(parked.receipt)?.detail;
          const brought = await settleOne(parked, cursor);
          // Waiting for the same thing still: nothing new came of it.
          if (issues.get(parked.receipt)?.detail !== before) came.push(...brought);
        }
      }
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
