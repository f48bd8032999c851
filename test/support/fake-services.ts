/**
 * The data of a device without a database, for tests of screens: documents in memory, own events folded over them by the
 * real overlay, and every record of what was asked. Nothing here waits for a network.
 */
import { fault, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { asId, type EventId } from '#domain/model/ids.ts';
import type { AnyDocument } from '#domain/model/documents.ts';
import type { AnyEvent, Placed } from '#domain/model/event.ts';
import type { Address } from '#domain/rules/evidence.ts';
import type { KnownEvent, OpenEvents } from '#data/known-event.ts';
import { liveCell, type LiveCell } from '#data/live.ts';
import { NO_OVERLAY, nextOverlay } from '#data/overlay.ts';
import { dayIn } from '#data/school-day.ts';
import { readerOf, snapshotOf } from '#data/snapshot-view.ts';
import type {
  CheckDraft,
  DataServices,
  Drafts,
  FirstSync,
  NewEvent,
  Safety,
  Session,
  StorageState,
} from '#data/services.ts';
import type { Imported, Leaving } from '#data/services-leaving.ts';

const STREAM = 7;
const NOTHING_SENT: Safety = {
  state: 'all-sent',
  reason: null,
  unsent: 0,
  oldestUnsentAt: null,
  lastSentAt: null,
  progress: null,
  openDrafts: 0,
  unreadableDrafts: 0,
  aside: 0,
  clockOff: null,
  held: [],
};
const READY: FirstSync = {
  state: 'ready',
  parts: { school: 1, groups: 1, students: 1, courses: 1, progress: 1, other: 0 },
  checkedAt: 0,
};

const IMPORTED: Imported = {
  stored: 3,
  duplicate: 0,
  held: 0,
  refused: 0,
  unreadable: 0,
  cut: false,
  events: 3,
  deviceName: 'Tablet 1',
};

export interface FakeOptions {
  readonly documents?: readonly AnyDocument[];
  readonly session?: Session;
  readonly firstSync?: FirstSync;
  readonly drafts?: readonly CheckDraft[];
  readonly storage?: StorageState;
  readonly timeZone?: string;
  /** Events that the school has and this device has not; left out: there is no network. */
  readonly elsewhere?: readonly KnownEvent[];
  /** Wall clock of this device, ms. */
  readonly now?: () => number;
}

export interface FakeServices {
  readonly services: DataServices;
  /** Everything that was appended, oldest first; a finished check too. */
  readonly appended: NewEvent[];
  /** Every save of a draft, oldest first. */
  readonly saves: CheckDraft[];
  readonly session: LiveCell<Session>;
  readonly firstSync: LiveCell<FirstSync>;
  readonly safety: LiveCell<Safety>;
  readonly storage: LiveCell<StorageState>;
  readonly leaving: LiveCell<Leaving>;
  /** What the next calls of a name answer instead of succeeding; null: they succeed again. */
  readonly fail: (call: FailingCall, code: string | null) => void;
  /** Whether the browser cannot write what is appended from now on. */
  readonly cannotWrite: (on: boolean) => void;
  /** Drafts come from the disk again, as after a reload: equal, and other objects. */
  readonly readDrafts: () => void;
  /** Names of calls that leave no record, in order: "lock", "syncNow", "persist", "enrolTablet ABCD2345 Tablet 1" ... */
  readonly calls: string[];
}

export type FailingCall =
  | 'keepsFile'
  | 'append'
  | 'save'
  | 'finish'
  | 'enrolTablet'
  | 'signIn'
  | 'setUp'
  | 'join'
  | 'unlock'
  | 'resume'
  | 'persist'
  | 'make'
  | 'bring'
  | 'leave'
  | 'signOut';

/** Services over `documents` for one test. */
export function fakeServices(options: FakeOptions = {}): FakeServices {
  const { now = Date.now, timeZone = 'UTC' } = options;
  const day = dayIn(timeZone);
  const documents = new Map(
    (options.documents ?? []).map(({ key, kind, body }, i) => [
      key,
      { key, kind, seq: i + 1, body: JSON.stringify(body) },
    ]),
  );
  const read = readerOf(documents);
  let pending: readonly Placed<AnyEvent>[] = [];
  let overlay = NO_OVERLAY;
  const view = () =>
    snapshotOf({ documents, overlay, loaded: true, seen: '1.1', pulledAt: now() }, new Map());
  const snapshot = liveCell(view());
  const safety = liveCell<Safety>(NOTHING_SENT);
  const session = liveCell<Session>(options.session ?? { state: 'none' });
  const firstSync = liveCell<FirstSync>(options.firstSync ?? READY);
  const storage = liveCell<StorageState>({
    persisted: true,
    usage: null,
    quota: null,
    temporary: false,
    ...options.storage,
  });
  const leaving = liveCell<Leaving>({ state: 'no' });
  const open = liveCell<readonly CheckDraft[]>(options.drafts ?? []);
  const [appended, saves, calls]: [NewEvent[], CheckDraft[], string[]] = [[], [], []];
  const faults = new Map<FailingCall, string>();
  const finished = new Set<EventId>();
  let writes = true;
  let ids = 0;
  const newId = (): EventId => asId<EventId>(`id-${String((ids += 1)).padStart(19, '0')}`);
  const answer = <T>(call: FailingCall, value: () => T): Promise<Result<T, Fault>> => {
    const code = faults.get(call);
    return Promise.resolve(code === undefined ? ok(value()) : fault(code));
  };
  const place = (ref: string) => {
    const found = pending.find(({ event }) => event.id === ref);
    return found && { stream: found.stream, slot: found.slot };
  };
  const add = (event: NewEvent) => {
    const current = session.get();
    const author =
      current.state === 'unlocked' ? (`member/${current.member.id}` as const) : 'server';
    const id = event.id ?? newId();
    // The parts of an envelope that no reducer reads are left out of this fake.
    const whole = {
      by: author,
      refs: [],
      ...event,
      id,
      seen: '1.1',
    } as unknown as AnyEvent;
    appended.push({ ...event, id });
    const slot = pending.length + 1;
    pending = [...pending, { event: whole, moment: now(), stream: STREAM, slot }];
    overlay = nextOverlay(overlay, true, read, pending, { day, place });
    snapshot.set(view());
    const unsent = pending.length;
    if (!writes) {
      const aside = safety.get().aside + 1;
      safety.set({ ...safety.get(), state: 'needs-you', reason: 'not-saved', aside, unsent });
      return { slot: '', id, kept: 'aside' as const };
    }
    safety.set({ ...safety.get(), state: 'offline', unsent });
    return { slot: `fake.${String(slot).padStart(9, '0')}`, id, kept: 'database' as const };
  };
  const unknown = (): Promise<Result<never, Fault>> => Promise.resolve(fault('unreachable'));
  const entered = (call: FailingCall, text: string): Promise<Result<void, Fault>> => {
    calls.push(text);
    return answer(call, () => undefined);
  };
  const services: DataServices = {
    snapshot,
    safety,
    firstSync,
    storage,
    append: (event) => answer('append', () => add(event)),
    openEvents: (places, from) =>
      Promise.resolve(opened(places, pending, from === 'here' ? [] : options.elsewhere)),
    drafts: {
      open,
      save: (draft) => {
        if (finished.has(draft.id)) return Promise.resolve(fault('finished'));
        return answer('save', () => {
          saves.push(draft);
          const others = open.get().filter(({ id }) => id !== draft.id);
          open.set([...others, draft]);
        });
      },
      finish: async (id, end) => {
        const draft = open.get().find((one) => one.id === id);
        if (draft === undefined) return fault('no-draft');
        return answer('finish', () => {
          finished.add(id);
          open.set(open.get().filter((one) => one.id !== id));
          return add(checkOf(draft, end));
        });
      },
    },
    session: {
      current: session,
      hello: unknown,
      setUp: () => entered('setUp', 'setUp'),
      signIn: () => entered('signIn', 'signIn'),
      join: () => entered('join', 'join'),
      enrolTablet: ({ code, deviceName }) =>
        entered('enrolTablet', `enrolTablet ${code} ${deviceName}`),
      resume: () => entered('resume', 'resume'),
      unlock: (pin) => entered('unlock', `unlock ${pin}`),
      lock: () => void calls.push('lock'),
      touched: () => undefined,
      keepUnlocked: () => () => undefined,
    },
    staff: {
      tabletCode: unknown,
      invite: unknown,
      devices: unknown,
      endDevice: unknown,
      returnDevice: unknown,
      held: unknown,
      catalog: unknown,
      presence: unknown,
      attempts: unknown,
    },
    rescue: {
      make: () =>
        answer('make', () => {
          calls.push('make');
          const events = safety.get().unsent;
          return { name: 'nine-of-ten-tablet-1-2026-11-02.rescue.txt', text: 'file', events };
        }),
      keepsFile: () => answer('keepsFile', () => void calls.push('keepsFile')),
      bring: (text, progress) =>
        answer('bring', () => {
          calls.push(`bring ${text}`);
          progress?.(1, 1);
          return IMPORTED;
        }),
    },
    leaving: {
      current: leaving,
      leave: () => {
        calls.push('leave');
        return answer('leave', () => leaving.set({ state: 'left' }));
      },
      stop: () => {
        calls.push('stop');
        leaving.set({ state: 'no' });
      },
      signOut: (member) => {
        calls.push(`signOut ${member}`);
        return answer('signOut', () => undefined);
      },
    },
    persist: () => {
      calls.push('persist');
      const persisted = !faults.has('persist');
      storage.set({ ...storage.get(), persisted });
      return Promise.resolve(persisted);
    },
    syncNow: () => void calls.push('syncNow'),
    readBack: unknown,
    newId,
    start: () => undefined,
    stop: () => Promise.resolve(),
  };
  const fail = (call: FailingCall, code: string | null): void => {
    if (code === null) faults.delete(call);
    else faults.set(call, code);
  };
  const cannotWrite = (on: boolean): void => {
    writes = !on;
    if (writes) safety.set({ ...safety.get(), state: 'offline', reason: null, aside: 0 });
  };
  const readDrafts = (): void => open.set(structuredClone(open.get()));
  return {
    services,
    appended,
    saves,
    session,
    firstSync,
    safety,
    storage,
    leaving,
    fail,
    cannotWrite,
    readDrafts,
    calls,
  };
}

/** Own events from memory, the others from a school that is there or not. */
function opened(
  places: readonly Address[],
  pending: readonly Placed<AnyEvent>[],
  elsewhere: readonly KnownEvent[] | undefined,
): Awaited<ReturnType<OpenEvents>> {
  const isAt = (one: Address, place: Address): boolean =>
    one.stream === place.stream && one.slot === place.slot;
  const events = places.flatMap((place): KnownEvent[] => {
    const own = pending.find((one) => isAt(one, place));
    if (own !== undefined) return [{ address: place, event: own.event, device: null }];
    return elsewhere?.filter(({ address }) => isAt(address, place)) ?? [];
  });
  const isMissing = elsewhere === undefined && events.length < places.length;
  return { events, missing: isMissing ? { code: 'unreachable' } : null };
}

/** The attempt that a draft becomes. */
function checkOf(draft: CheckDraft, end: Parameters<Drafts['finish']>[1]): NewEvent {
  const { course, objective, rev, form, answers, activeMs, absences, supports } = draft;
  const { identifiedBy, purpose, occasion, student, id, sure, rapid } = draft;
  return {
    kind: 'check',
    id,
    about: `student/${student}`,
    by: `student/${student}`,
    body: {
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
      ...end,
      ...(sure === undefined ? {} : { sure }),
      ...(rapid === undefined || rapid === 0 ? {} : { rapid }),
    },
  };
}
