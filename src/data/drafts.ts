/**
 * Drafts: a running check, saved whole at every tap as one durable write, until it becomes one attempt.
 *
 *   save, save, save ... -> finish: [lock on the draft] event there already? -> no: append it -> remove the draft
 *
 * Dying between the append and the removal leaves both: the id is the same, so the next start finds the event and removes the
 * draft. Two tabs that finish one draft meet in the lock, and then in the id. A draft that the database does not take is kept in
 * the browser's second place (drafts-aside.ts) until it does.
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { CheckBody } from '#domain/model/event.ts';
import type { EventId } from '#domain/model/ids.ts';
import type { EventRow } from '#protocol/event.ts';
import type { SecondPlace } from '#platform/second-place.ts';
import { alone, type Lease } from '#platform/tabs.ts';
import type { DraftRow } from './database.ts';
import type { Aside } from './aside.ts';
import { readDraftsAside, writeDraftAside, removeDraftAside } from './drafts-aside.ts';
import { attemptFrom, readBody, rowOf, type DraftBody, type UnreadableDraft } from './draft-row.ts';
import { findAttempt, finishedElsewhere } from './find-attempt.ts';
import { liveCell } from './live.ts';

import { createRetry } from './retry.ts';
import type { Rows, Stored } from './rows.ts';
import type { Append, Appended, CheckDraft, Drafts } from './services.ts';
import type { Streams } from './streams.ts';

export interface DraftStore extends Drafts {
  /** Reads the drafts that are there, also those of which nobody has told, and removes those that are attempts already. */
  readonly load: () => Promise<Result<void, Fault>>;
  /** Drafts whose newest tap the database has not taken. */
  readonly aside: () => number;
  /** How many of them the second place did not take either. */
  readonly onlyHere: () => number;
  /** What was stored and cannot be read: never shown to a child, never removed; it goes into the rescue file. */
  readonly unreadable: () => readonly UnreadableDraft[];
  /** Writes every open draft again: the browser has erased them. */
  readonly rewrite: () => Promise<void>;
  /** Writing may work again. */
  readonly wake: () => void;
  /** As `finish`, through another append: for whoever is leaving the device. */
  readonly finishAs: (
    id: EventId,
    end: { readonly claim: CheckBody['claim']; readonly finished: boolean },
    append: Append,
  ) => Promise<Result<Appended, Fault>>;
  readonly close: () => void;
}

interface Ports {
  readonly name: string;
  readonly rows: Rows<DraftRow>;
  readonly events: Rows<EventRow>;
  readonly streams: Streams;
  readonly append: Append;
  readonly tapped: () => void;
  readonly place: SecondPlace;
  /** Events that wait for the database: a draft may have become one of them. */
  readonly asideEvents: Pick<Aside, 'has' | 'load'>;
  /** A share of the lock that whoever leaves the device holds alone: then drafts become attempts, and none is saved. */
  readonly lease: Lease;
  readonly asideChanged: () => void;
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
  const aside = new Set<string>();
  const onlyHere = new Set<string>();
  const unreadable = new Map<string, UnreadableDraft>();
  const open = liveCell<readonly CheckDraft[]>([]);
  let tail: Promise<unknown> = Promise.resolve();

  const show = (): void => {
    open.set(
      [...known.values()].map(({ draft }) => draft).toSorted((a, b) => a.startedAt - b.startedAt),
    );
  };
  const take = (row: DraftRow): void => {
    if (finished.has(row.id)) return;
    const body = readBody(row);
    if (body === null) {
      setUnreadable({ id: row.id, text: row.body });
      return;
    }
    known.set(row.id, body);
    found.add(row.id);
  };
  const drop = (id: string): void => {
    finished.add(id);
    known.delete(id);
    stored.delete(id);
    setAside(id, false);
    removeDraftAside(ports.place, ports.name, id);
    show();
  };
  /** Its attempt waits for the database: no longer shown, and not removed before the attempt is durable. */
  const hide = (id: string): void => {
    finished.add(id);
    known.delete(id);
    setAside(id, false);
    show();
  };
  /** The device is being left: what was not kept must not look as if it were. */
  const takeBack = (body: DraftBody, before: DraftBody | undefined): void => {
    if (known.get(body.draft.id) !== body) return;
    if (before === undefined) known.delete(body.draft.id);
    else known.set(body.draft.id, before);
    show();
  };
  const setUnreadable = (one: UnreadableDraft): void => {
    unreadable.set(one.id, one);
    ports.asideChanged();
  };
  const setAside = (id: string, is: boolean): void => {
    if (aside.has(id) === is) return;
    if (is) aside.add(id);
    else {
      aside.delete(id);
      onlyHere.delete(id);
    }
    ports.asideChanged();
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
          // Finished in another tab: a save would bring it back. Or the browser has erased it: then it is written anew.
          const attempt = await attemptOf(body);
          if (!attempt.ok) return attempt;
          if (attempt.value !== null) {
            drop(id);
            return err({ code: 'finished' });
          }
          found.delete(id);
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
      // It was here and is gone: finished in another tab, or erased; the next turn looks.
      if (there.value === null && before !== undefined) found.add(id);
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
  /** One write, in the second place where the database fails. */
  const keep = async (
    body: DraftBody,
    leased = ports.lease.use(),
  ): Promise<Result<void, Fault>> => {
    const done = await leased;
    if (done === null) return err({ code: 'leaving' });
    try {
      return await keepLeased(body);
    } finally {
      done();
    }
  };
  const keepLeased = async (body: DraftBody): Promise<Result<void, Fault>> => {
    const { id } = body.draft;
    const written = await write(body);
    if (written.ok || written.error.code !== 'storage') {
      // What was written may be older than what another save has put aside meanwhile.
      if (known.get(id) === body || !known.has(id)) {
        setAside(id, false);
        removeDraftAside(ports.place, ports.name, id);
      }
      return written;
    }
    const isKept = writeDraftAside(ports.place, ports.name, rowOf(body));
    if (isKept) onlyHere.delete(id);
    else onlyHere.add(id);
    setAside(id, true);
    ports.asideChanged();
    retry.wake();
    return isKept ? ok(undefined) : written;
  };
  const retry = createRetry(async () => {
    for (const id of [...aside]) {
      const body = known.get(id);
      if (body === undefined) setAside(id, false);
      else await (tail = tail.then(() => keep(body)));
    }
    return aside.size === 0;
  });

  const attemptOf = (body: DraftBody): Promise<Result<EventRow | null, Fault>> =>
    findAttempt(ports, body);
  const finishWith = (
    id: EventId,
    end: { readonly claim: CheckBody['claim']; readonly finished: boolean },
    append: Append,
  ): Promise<Result<Appended, Fault>> =>
    alone(`${ports.name}.draft.${id}`, async (): Promise<Result<Appended, Fault>> => {
      await tail;
      const body = known.get(id);
      if (body === undefined) return finishedElsewhere(ports, id);
      ports.asideEvents.load();
      if (ports.asideEvents.has(id)) {
        hide(id);
        return ok({ slot: '', id, kept: 'aside' });
      }
      // Where the database cannot even be read, the attempt goes aside as well, and meets its own row by its id.
      const there = await attemptOf(body);
      const appended: Result<Appended, Fault> =
        there.ok && there.value !== null
          ? ok({ slot: there.value.slot, id, kept: 'database' })
          : await append(attemptFrom(body.draft, end));
      if (!appended.ok) return appended;
      if (appended.value.kept === 'aside') {
        hide(id);
        return appended;
      }
      // The attempt is safe. A draft that cannot be removed now is removed at the next start.
      const removed = await remove(id);
      if (!removed.ok) drop(id);
      return appended;
    });

  return {
    open,
    save(draft) {
      ports.tapped();
      const above =
        known.get(draft.id)?.above ??
        Object.fromEntries(streams.all().map((stream) => [stream, streams.high(stream)]));
      const body: DraftBody = { draft, above };
      if (finished.has(draft.id)) return Promise.resolve(err({ code: 'finished' }));
      const before = known.get(draft.id);
      known.set(draft.id, body);
      show();
      const leased = ports.lease.use();
      const saved = tail.then(async () => {
        const kept = await keep(body, leased);
        if (!kept.ok && kept.error.code === 'leaving') takeBack(body, before);
        return kept;
      });
      tail = saved.catch(() => undefined); // a bug in one save must not stop the next
      return saved;
    },
    finish(id, end) {
      return finishWith(id, end, ports.append);
    },
    async load() {
      const all = await rows.above('', 1000);
      if (!all.ok) return all;
      for (const row of all.value)
        if ((known.get(row.id)?.draft.updatedAt ?? -Infinity) < row.updatedAt) take(row);
      const second = readDraftsAside(ports.place, ports.name);
      second.unreadable.forEach(setUnreadable);
      for (const row of second.rows) {
        if ((known.get(row.id)?.draft.updatedAt ?? -Infinity) >= row.updatedAt) continue;
        const before = found.has(row.id);
        take(row);
        if (!before) found.delete(row.id); // it stands in no row yet
        if (known.has(row.id)) setAside(row.id, true);
      }
      for (const body of [...known.values()]) {
        const there = await attemptOf(body);
        if (!there.ok) return there;
        if (there.value !== null) await remove(body.draft.id);
        else if (ports.asideEvents.has(body.draft.id)) hide(body.draft.id);
      }
      show();
      if (aside.size > 0) retry.wake();
      return rows.sweep();
    },
    aside: () => aside.size,
    onlyHere: () => onlyHere.size,
    unreadable: () => [...unreadable.values()],
    async rewrite() {
      stored.clear();
      found.clear();
      for (const body of [...known.values()]) await (tail = tail.then(() => keep(body)));
    },
    wake: () => {
      if (aside.size > 0) retry.wake();
    },
    finishAs: finishWith,
    close: retry.close,
  };
}
