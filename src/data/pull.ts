/**
 * The pull: state documents of this device's scope, page after page (PROTOCOL 10 and 11).
 *
 * A small loop of our own, not RxDB's replication plugin: a page never splits a commit, so pages are longer or shorter than
 * any batch size, and the plugin stops at a page that is shorter; it keeps the checkpoint in another database than the
 * documents, so that the two can disagree; it moves past a document it could not write; and it cannot take away what a full
 * pull did not name. Here a page, its checkpoint and what it takes away are one transaction.
 */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { LIMITS } from '#protocol/limits.ts';
import { parsePullAnswer, type PullAnswer, type StateDocument } from '#protocol/pull.ts';
import type { Network, Outcome } from '#platform/network.ts';
import { isBusy } from './busy.ts';
import type { Gate } from './gate.ts';
import type { Step } from './loop.ts';
import type { Rows } from './rows.ts';
import {
  CHECKPOINT,
  checkpointRow,
  isOwnRow,
  KEYS,
  keysRow,
  readCheckpoint,
  type Checkpoint,
  type StateDocuments,
} from './state-documents.ts';

export type PullStatus =
  | { readonly state: 'idle' }
  | { readonly state: 'pulling'; readonly done: number; readonly total: number | null }
  | { readonly state: 'failed'; readonly code: string };

export interface PullPorts {
  readonly rows: Rows<StateDocument>;
  readonly state: StateDocuments;
  readonly network: Network;
  readonly gate: Gate;
  /** This browser is a device of a school. */
  readonly enrolled: () => boolean;
  readonly renew: () => Promise<boolean>;
  /** Screens stand still until the function that it gives is called. */
  readonly hold: () => () => void;
  readonly status: (status: PullStatus) => void;
  /** An answer came of this epoch. */
  readonly heard?: (epoch: string) => void;
}

/** A poke may be lost: look again after a minute, not all tablets at once. */
const POLL_MS = 60_000;
/** Pages of one pull; more than a school has, so that a server that never says "last" is no endless loop. */
const MOST_PAGES = 10_000;

/** A full pull that is under way: the keys that it has named. */
type Full = Set<string> | null;

/** One step of the loop: pulls until the last page. */
export function createPull(
  ports: PullPorts,
  random: () => number = Math.random,
): (stop: AbortSignal) => Promise<Step> {
  /** The next pull takes everything: the count was wrong, or documents were missing when storage was read. */
  let fromStart = ports.state.damaged();

  return async (stop) => {
    if (!ports.enrolled()) {
      ports.status({ state: 'failed', code: 'no-device' });
      return { next: 'idle', ms: POLL_MS };
    }
    await ports.gate.quiet(stop);
    const release = ports.hold();
    try {
      const result = await pullAll(ports, fromStart, stop);
      fromStart = result.type === 'miscounted' && !result.full;
      if (result.type === 'failed') {
        ports.status({ state: 'failed', code: result.code });
        return { next: 'retry', afterMs: result.afterMs };
      }
      // Wrong after an increment: the full pull follows at once. Wrong after a full pull: the school is being changed, or the server errs.
      if (result.type === 'miscounted')
        return fromStart ? { next: 'now' } : { next: 'retry', afterMs: null };
      ports.status({ state: 'idle' });
      return { next: 'idle', ms: POLL_MS * (0.75 + random() / 2) };
    } finally {
      release();
    }
  };
}

type Pulled =
  | { readonly type: 'complete' }
  | { readonly type: 'miscounted'; readonly full: boolean }
  | { readonly type: 'failed'; readonly code: string; readonly afterMs: number | null };

async function pullAll(ports: PullPorts, fromStart: boolean, stop: AbortSignal): Promise<Pulled> {
  const known = ports.state.checkpoint();
  let checkpoint: Checkpoint | null = fromStart && known !== null ? { ...known, seq: 0 } : known;
  let full: Full = fromStart || checkpoint === null ? new Set() : null;
  let done = 0;
  for (let page = 0; page < MOST_PAGES && !stop.aborted; page += 1) {
    ports.status({ state: 'pulling', done, total: null });
    const outcome = await askPage(ports.network, checkpoint);
    if (outcome.type !== 'answer') return failed(ports, outcome);
    const answer = outcome.value;
    ports.heard?.(answer.epoch);
    // Of another history or scope than was asked for: this is the first page of everything.
    if (answer.reset === true || (checkpoint !== null && answer.scope !== checkpoint.scope))
      full = new Set();
    for (const { key } of answer.documents) full?.add(key);
    done += answer.documents.length;
    const kept = await keepPage(ports, answer, full);
    if (!kept.ok) return { type: 'failed', code: kept.error.code, afterMs: null };
    checkpoint = kept.value.checkpoint;
    if (answer.last !== undefined)
      return kept.value.counted
        ? { type: 'complete' }
        : { type: 'miscounted', full: full !== null };
    // A page that does not move the checkpoint would be asked for again for ever.
    if (answer.documents.length === 0) return { type: 'failed', code: 'empty-page', afterMs: null };
  }
  return { type: 'failed', code: stop.aborted ? 'stopped' : 'too-many-pages', afterMs: null };
}

function askPage(network: Network, checkpoint: Checkpoint | null): Promise<Outcome<PullAnswer>> {
  const { epoch, seq, scope } = checkpoint ?? { epoch: '', seq: 0, scope: '' };
  const fields = { epoch, seq, scope, limit: LIMITS.pullDocuments };
  return network.ask('/api/pull', { method: 'GET', fields }, parsePullAnswer);
}

async function failed(
  ports: PullPorts,
  outcome: Exclude<Outcome<unknown>, { type: 'answer' }>,
): Promise<Pulled> {
  if (outcome.type === 'unreachable') return { type: 'failed', code: 'unreachable', afterMs: null };
  if (outcome.type === 'not-an-answer')
    return { type: 'failed', code: 'not-an-answer', afterMs: outcome.retryAfter };
  if (outcome.status === 401 || outcome.status === 403) {
    const code = (await ports.renew()) ? 'renewed' : 'needs-credential';
    return { type: 'failed', code, afterMs: null };
  }
  const code = isBusy(outcome) ? 'busy' : outcome.code;
  return { type: 'failed', code, afterMs: outcome.retryAfter };
}

/** Writes one page: documents, checkpoint, list of keys, and at the end of a full pull what it did not name. One transaction. */
async function keepPage(
  ports: PullPorts,
  answer: PullAnswer,
  full: Full,
): Promise<Result<{ checkpoint: Checkpoint; counted: boolean }, Fault>> {
  const { rows, state } = ports;
  const before = state.documents();
  const keys = new Set(before.keys());
  for (const { key } of answer.documents) keys.add(key);
  const gone =
    answer.last !== undefined && full !== null ? [...keys].filter((key) => !full.has(key)) : [];
  for (const key of gone) keys.delete(key);
  const counted = answer.last === undefined || counts(answer.last, keys, before, answer.documents);
  const checkpoint: Checkpoint = {
    epoch: answer.epoch,
    seq: answer.upTo,
    scope: answer.scope,
    completeAt:
      answer.last !== undefined && counted ? answer.now : (state.checkpoint()?.completeAt ?? null),
  };
  const sameKeys = keys.size === before.size && gone.length === 0;
  const puts = [
    ...answer.documents,
    checkpointRow(checkpoint),
    ...(sameKeys ? [] : [keysRow([...keys])]),
  ];
  const replaced = await rows.get([
    ...answer.documents.map(({ key }) => key),
    ...gone,
    CHECKPOINT,
    KEYS,
  ]);
  if (!replaced.ok) return replaced;
  // Another tab has pulled since this one looked: begin again from what is there.
  const there = readCheckpoint(replaced.value.get(CHECKPOINT)?.row);
  const expected = state.checkpoint();
  if (there?.seq !== expected?.seq || there?.epoch !== expected?.epoch) return startAgain(ports);
  const written = await rows.write(puts, gone, replaced.value);
  if (!written.ok) return written;
  if (written.value.conflicts.size > 0) return startAgain(ports);
  if (gone.length > 0) {
    const swept = await rows.sweep();
    if (!swept.ok) return swept;
  }
  return ok({ checkpoint, counted });
}

async function startAgain(ports: PullPorts): Promise<Result<never, Fault>> {
  await ports.state.load();
  return { ok: false, error: { code: 'another-tab' } };
}

/** Whether the documents that stand after this page are what the server says its scope holds. */
function counts(
  last: { readonly count: number; readonly sumSeq: number },
  keys: ReadonlySet<string>,
  before: ReadonlyMap<string, StateDocument>,
  page: readonly StateDocument[],
): boolean {
  const seqs = new Map([...before].map(([key, { seq }]) => [key, seq]));
  for (const { key, seq } of page) seqs.set(key, seq);
  let [count, sum] = [0, 0];
  for (const key of keys) {
    if (isOwnRow(key)) continue;
    count += 1;
    sum += seqs.get(key) ?? 0;
  }
  return count === last.count && sum === last.sumSeq;
}
