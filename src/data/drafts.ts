/**
 * Drafts: a running check, saved whole at every tap as one durable write, until it becomes one attempt.
 *
 *   save, save, save ... -> finish: [lock on the draft] event there already? -> no: append it -> remove the draft
 *
 * Dying between the append and the removal leaves both: the id is the same, so the next start finds the event and removes the
 * draft. Two tabs that finish one draft meet in the lock, and then in the id.
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { CheckBody } from '#domain/model/event.ts';
import type { EventId } from '#domain/model/ids.ts';
import type { EventRow } from '#protocol/event.ts';
import { parseJson } from '#protocol/json.ts';
import { alone } from '#platform/tabs.ts';
import type { DraftRow } from './database.ts';
import { liveCell } from './live.ts';
import { findOwn } from './own-events.ts';
import type { Rows, Stored } from './rows.ts';
import type { Append, Appended, CheckDraft, Drafts, NewEvent } from './services.ts';
import type { Streams } from './streams.ts';

/** What is stored: the draft, and how high each stream was when it began: its attempt can only stand above. */
interface DraftBody {
  readonly draft: CheckDraft;
  readonly above: Readonly<Record<string, number>>;
}

export interface DraftStore extends Drafts {
  /** Reads the drafts, and removes those that are attempts already. */
  readonly load: () => Promise<Result<void, Fault>>;
}

interface Ports {
  readonly name: string;
  readonly rows: Rows<DraftRow>;
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  readonly append: Append;
  readonly tapped: () => void;
}

/** How often a save that met another tab's save tries again with what it found. */
const SAVE_TRIES = 5;

export function createDrafts(ports: Ports): DraftStore {
  const { rows, streams } = ports;
  const known = new Map<string, DraftBody>();
  /** What a save replaces. */
  const stored = new Map<string, Stored<DraftRow>>();
  /** Drafts that stood in the database before this tab wrote them. */
  const found = new Set<string>();
  const finished = new Set<string>();
  const open = liveCell<readonly CheckDraft[]>([]);
  let tail: Promise<unknown> = Promise.resolve();

  const show = (): void => {
    open.set(
      [...known.values()].map(({ draft }) => draft).toSorted((a, b) => a.startedAt - b.startedAt),
    );
  };
  const take = (row: DraftRow): void => {
    const body = readBody(row);
    if (body === null || finished.has(row.id)) return;
    known.set(row.id, body);
    found.add(row.id);
  };
  const drop = (id: string): void => {
    finished.add(id);
    known.delete(id);
    stored.delete(id);
    show();
  };
  rows.onChange((changes) => {
    for (const { key, row } of changes) {
      if (row === undefined) drop(key);
      // What this tab wrote itself it knows already, and newer than the echo.
      else if ((known.get(key)?.draft.updatedAt ?? -Infinity) < row.updatedAt) take(row);
    }
    show();
  });

  const write = async (body: DraftBody): Promise<Result<void, Fault>> => {
    const { id } = body.draft;
    const row = rowOf(body);
    for (let tries = 0; tries < SAVE_TRIES; tries += 1) {
      if (finished.has(id)) return err({ code: 'finished' });
      if (found.has(id) && !stored.has(id)) {
        const there = await refresh(id);
        if (!there.ok) return there;
        if (there.value === null) {
          drop(id); // a save would bring a finished draft back
          return err({ code: 'finished' });
        }
      }
      const before = stored.get(id);
      const written = await rows.write(
        [row],
        [],
        before === undefined ? new Map() : new Map([[id, before]]),
      );
      if (!written.ok) return written;
      const now = written.value.written.get(id);
      if (now !== undefined) {
        stored.set(id, now);
        return ok(undefined);
      }
      const there = await refresh(id);
      if (!there.ok) return there;
      // It was here and is gone: finished in another tab.
      if (there.value === null && before !== undefined) drop(id);
    }
    return err({ code: 'storage', detail: 'conflict' });
  };
  const refresh = async (id: string): Promise<Result<DraftRow | null, Fault>> => {
    const read = await rows.get([id]);
    if (!read.ok) return read;
    const there = read.value.get(id);
    if (there === undefined) stored.delete(id);
    else stored.set(id, there);
    return ok(there?.row ?? null);
  };
  const remove = async (id: string): Promise<Result<void, Fault>> => {
    const there = await refresh(id);
    if (!there.ok) return there;
    const before = stored.get(id);
    if (before !== undefined) {
      const written = await rows.write([], [id], new Map([[id, before]]));
      if (!written.ok) return written;
    }
    drop(id);
    return ok(undefined);
  };

  /** The attempt that this draft has become already, if it has. */
  const attemptOf = async ({
    draft,
    above,
  }: DraftBody): Promise<Result<EventRow | null, Fault>> => {
    const reread = await streams.reread();
    if (!reread.ok) return reread;
    for (const stream of streams.all()) {
      const from = (above[stream] ?? 0) + 1;
      const found = await findOwn(
        ports.events,
        stream,
        streams.high(stream),
        from,
        new Set([draft.id]),
      );
      if (!found.ok) return found;
      const [row] = found.value;
      if (row !== undefined) return ok(row);
    }
    return ok(null);
  };

  return {
    open,
    save(draft) {
      ports.tapped();
      const above =
        known.get(draft.id)?.above ??
        Object.fromEntries(streams.all().map((stream) => [stream, streams.high(stream)]));
      const body: DraftBody = { draft, above };
      if (finished.has(draft.id)) return Promise.resolve(err({ code: 'finished' }));
      known.set(draft.id, body);
      show();
      const saved = tail.then(() => write(body));
      tail = saved.catch(() => undefined); // a bug in one save must not stop the next
      return saved;
    },
    finish(id, end) {
      return alone(`${ports.name}.draft.${id}`, async (): Promise<Result<Appended, Fault>> => {
        await tail;
        const body = known.get(id);
        if (body === undefined) return finishedElsewhere(ports, id);
        const there = await attemptOf(body);
        if (!there.ok) return there;
        const appended: Result<Appended, Fault> =
          there.value === null
            ? await ports.append(attemptFrom(body.draft, end))
            : ok({ slot: there.value.slot, id });
        if (!appended.ok) return appended;
        // The attempt is safe. A draft that cannot be removed now is removed at the next start.
        const removed = await remove(id);
        if (!removed.ok) drop(id);
        return appended;
      });
    },
    async load() {
      const all = await rows.above('', 1000);
      if (!all.ok) return all;
      for (const row of all.value) take(row);
      for (const body of [...known.values()]) {
        const there = await attemptOf(body);
        if (!there.ok) return there;
        if (there.value !== null) await remove(body.draft.id);
      }
      show();
      return rows.sweep();
    },
  };
}

/** Another tab finished it while this one waited for the lock. */
async function finishedElsewhere(ports: Ports, id: EventId): Promise<Result<Appended, Fault>> {
  const reread = await ports.streams.reread();
  if (!reread.ok) return reread;
  for (const stream of ports.streams.all()) {
    const high = ports.streams.high(stream);
    const found = await findOwn(
      ports.events,
      stream,
      high,
      Math.max(1, high - FINISH_LOOK_BACK),
      new Set([id]),
    );
    if (!found.ok) return found;
    const [row] = found.value;
    if (row !== undefined) return ok({ slot: row.slot, id });
  }
  return err({ code: 'no-draft' });
}

/** A draft that was finished in another tab just now stands among so many of the newest events. */
const FINISH_LOOK_BACK = 2000;

function rowOf(body: DraftBody): DraftRow {
  const { id, student, updatedAt } = body.draft;
  return { id, student, updatedAt, body: JSON.stringify(body) };
}

/** Our own build, or an older one, wrote it. What cannot be read is left alone: it is not shown, and not removed. */
function readBody(row: DraftRow): DraftBody | null {
  const json = parseJson(row.body);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return null;
  const body = json.value as Partial<DraftBody>; // looked at on the next line
  return body.draft?.id === row.id && typeof body.above === 'object' ? (body as DraftBody) : null;
}

function attemptFrom(
  draft: CheckDraft,
  end: { readonly claim: CheckBody['claim']; readonly finished: boolean },
): NewEvent {
  const {
    course,
    objective,
    rev,
    form,
    answers,
    activeMs,
    absences,
    supports,
    identifiedBy,
    purpose,
    occasion,
  } = draft;
  const { claim, finished } = end;
  return {
    kind: 'check',
    id: draft.id,
    about: `student/${draft.student}`,
    by: `student/${draft.student}`,
    body: {
      course,
      objective,
      rev,
      form,
      answers,
      claim,
      activeMs,
      absences,
      supports,
      identifiedBy,
      purpose,
      occasion,
      finished,
    },
  };
}
