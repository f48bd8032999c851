/**
 * What goes on while the app is open: sync begins after the first paint, the live values follow what happens here, in other
 * tabs and on the server, and leaving the page flushes what is not sent.
 */
import { ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { AnyEvent } from '#domain/model/event.ts';
import type { EventRow } from '#protocol/event.ts';
import type { Clock } from '#platform/clock.ts';
import type { Network } from '#platform/network.ts';
import type { SecondPlace } from '#platform/second-place.ts';
import { openChannel } from '#platform/tabs.ts';
import { onLeaving, onOnline } from '#platform/visibility.ts';
import type { Aside, Unplaced } from './aside.ts';
import type { Books } from './books.ts';
import { browserPokes } from './browser-pokes.ts';
import type { LocalDatabase } from './database.ts';
import { createEntry } from './entry.ts';
import { leftMark } from './left-mark.ts';
import { createFirstSync } from './first-sync-state.ts';
import { createFlush } from './flush.ts';
import type { Gate } from './gate.ts';
import type { Keyring } from './keyring.ts';
import { liveCell, onOther, type Live } from './live.ts';
import type { Outside } from './outside.ts';
import type { OutboxStatus } from './outbox.ts';
import type { OwnEvents } from './own-events.ts';
import type { PullStatus } from './pull.ts';
import { factsOfSafety, safetyOf, type Waiting } from './safety.ts';
import type { CheckDraft, DataConfig, DataServices, Safety } from './services.ts';
import type { SessionStore } from './session.ts';
import type { SnapshotStore } from './snapshot.ts';
import type { StateDocuments } from './state-documents.ts';
import { createStorageWatch } from './storage-state.ts';
import type { Streams } from './streams.ts';
import type { createSync as CreateSync, Sync } from './sync.ts';

export interface LifecycleParts {
  readonly config: DataConfig;
  readonly outside: Outside;
  readonly place: SecondPlace;
  readonly local: LocalDatabase;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly network: Network;
  readonly session: SessionStore;
  readonly gate: Gate;
  readonly streams: Streams;
  readonly books: Books;
  readonly state: StateDocuments;
  readonly own: OwnEvents;
  readonly snapshot: SnapshotStore;
}

/** What waits for the database: it is made after the lifecycle, with its help. */
export interface WaitingParts {
  readonly aside: Aside;
  readonly drafts: {
    readonly open: Live<readonly CheckDraft[]>;
    readonly aside: () => number;
    readonly unreadable: () => readonly unknown[];
    readonly wake: () => void;
  };
}

export interface Lifecycle extends Pick<
  DataServices,
  | 'safety'
  | 'staff'
  | 'firstSync'
  | 'storage'
  | 'persist'
  | 'syncNow'
  | 'readBack'
  | 'start'
  | 'stop'
> {
  readonly sessionService: DataServices['session'];
  /** An event of this tab is durable. */
  readonly appended: (row: EventRow, event: AnyEvent) => void;
  /** An event was kept aside, and will be shown. */
  readonly setAside: (event: Unplaced, parsed?: AnyEvent) => void;
  /** An event that was aside is durable. */
  readonly placed: (row: EventRow) => void;
  readonly follow: (waiting: WaitingParts) => void;
  readonly refresh: () => void;
  readonly outbox: () => OutboxStatus;
  /** The outbox asks the ledger every few seconds from now on, or no more. */
  readonly setClosing: (on: boolean) => void;
}

/** What the tab that syncs tells the others. */
type Word = { readonly outbox: OutboxStatus; readonly pull: PullStatus };

/** How often "since Tuesday" is looked at, and how full the disk is. */
const LOOK_AGAIN_MS = 60_000;
const LOAD_AGAIN_MS = 20_000;

export function createLifecycle(parts: LifecycleParts): Lifecycle {
  const { local, keyring, clock, gate, streams, books, state, own, snapshot } = parts;
  let sync: Sync | null = null;
  let outbox: OutboxStatus = { state: 'idle' };
  let pull: PullStatus = { state: 'idle' };
  let stopping: AbortController | null = null;
  let running: Promise<void> = Promise.resolve();
  let closing = false;
  let follows: WaitingParts | null = null;
  const openDrafts = (): number => follows?.drafts.open.get().length ?? 0;
  const aside: Waiting = {
    events: () => follows?.aside.all().length ?? 0,
    drafts: () => follows?.drafts.aside() ?? 0,
  };
  const storage = createStorageWatch(local.name, parts.place, clock.wall);
  const flush = createFlush(parts.network, clock, books);
  const firstSync = createFirstSync(local.state, state, clock.wall);

  const safetyNow = (): Safety =>
    safetyOf(
      factsOfSafety({
        ...parts,
        outbox,
        storage: storage.live.get(),
        openDrafts: openDrafts(),
        unreadableDrafts: follows?.drafts.unreadable().length ?? 0,
        aside,
      }),
    );
  const safety = liveCell<Safety>(safetyNow());
  const refresh = (): void => {
    const next = safetyNow();
    if (JSON.stringify(next) !== JSON.stringify(safety.get())) safety.set(next);
  };
  const takePull = (status: PullStatus): void => {
    pull = status;
    firstSync.take(status);
  };
  const channel = openChannel<Word>(`${local.name}.status`, (word) => {
    outbox = word.outbox;
    takePull(word.pull);
    refresh();
  });
  const say = (): void => channel.say({ outbox, pull });

  const entry = createEntry({
    ...parts,
    left: () => parts.place.read(leftMark(local.name)) !== null,
    enrolled() {
      parts.place.remove(leftMark(local.name));
      wakeAll();
    },
  });
  const wakeAll = (): void => {
    gate.open();
    sync?.wakeOutbox();
    sync?.wakePull();
    sync?.wakePresence();
  };
  const takeRow = (row: EventRow, event?: AnyEvent): void => {
    streams.note(row);
    own.take(row, event);
    snapshot.ownChanged();
    sync?.wakeOutbox();
    if (own.unplaced().length > 0) void own.read(snapshot.applied).then(snapshot.ownChanged);
  };
  const stopFollowing = [
    // What other tabs append. This tab's own appends come by here as well, before their promise resolves: by the next turn
    // `appended` has taken them.
    local.events.onChange((changes) => {
      setTimeout(() => {
        for (const { row } of changes) {
          if (row === undefined) continue;
          const waited = follows?.aside.found(row) ?? false;
          if (waited || own.find(row.id) === undefined) takeRow(row);
        }
      }, 0);
    }),
    // Every own event and every pull makes another snapshot. Not the documents themselves: a snapshot that stands still during
    // a pull would be looked at too early.
    snapshot.live.subscribe(refresh),
    keyring.subscribe(refresh),
  ];

  const begin = async (stop: AbortSignal): Promise<void> => {
    await local.drafts.sweep();
    const createSync = await loadSync(stop);
    if (createSync === null) return;
    sync = createSync({
      ...parts,
      name: local.name,
      events: local.events,
      stateRows: local.state,
      openDrafts,
      look: () => ({
        drafts: follows?.drafts.open.get() ?? [],
        course: snapshot.live.get().course,
        pending: snapshot.live.get().pending(),
      }),
      app: parts.config.app,
      storage: storage.live.get,
      aside: () => aside.events() + aside.drafts(),
      closing: () => closing,
      applied: snapshot.applied,
      enrolled: () => keyring.read('device') !== undefined,
      renew: entry.renew,
      hold: snapshot.hold,
      outboxStatus(status) {
        outbox = status;
        say();
        refresh();
      },
      pullStatus(status) {
        takePull(status);
        say();
      },
      openPokes: parts.outside.openPokes === undefined ? browserPokes() : parts.outside.openPokes,
      pokesUrl: `${parts.config.server ?? ''}/api/pokes`,
    });
    await sync.run(stop);
  };
  const look = async (): Promise<void> => {
    await storage.look();
    const key = snapshot.live.get().school()?.key ?? '';
    if (key !== '' && key !== keyring.read('school-key'))
      await keyring.write([{ name: 'school-key', value: key }]);
    const skew = clock.skew();
    if (skew !== null && skew !== keyring.read('skew'))
      await keyring.write([{ name: 'skew', value: skew }]);
    refresh();
  };

  return {
    safety,
    staff: entry.staff,
    sessionService: entry.session,
    firstSync: firstSync.live,
    storage: storage.live,
    appended(row, event) {
      flush.remember(row);
      takeRow(row, event);
      storage.acted();
    },
    setAside(event, parsed) {
      own.takeAside(event, parsed);
      snapshot.ownChanged();
      refresh();
    },
    placed: takeRow,
    follow(waiting) {
      follows = waiting;
      const { open } = waiting.drafts;
      // A check began or ended: what goes on in between is looked at from time to time.
      const wake = (): void => sync?.wakePresence();
      stopFollowing.push(open.subscribe(refresh), onOther(open, openDrafts, wake));
      refresh();
    },
    refresh,
    outbox: () => outbox,
    setClosing(on) {
      closing = on;
      if (on) wakeAll();
    },
    async persist() {
      const granted = await storage.persist();
      refresh();
      return granted;
    },
    syncNow: wakeAll,
    readBack: firstSync.readBack,
    start() {
      if (stopping !== null) return;
      stopping = new AbortController();
      const { signal } = stopping;
      const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
      const stopWatching = [
        () => clearInterval(timer),
        onOnline(wakeAll),
        onLeaving({
          leave() {
            gate.open();
            flush.now();
          },
          back() {
            wakeAll();
            follows?.aside.wake();
            follows?.drafts.wake();
            void catchUp(parts);
          },
        }),
      ];
      signal.addEventListener('abort', () => stopWatching.forEach((stop) => stop()), {
        once: true,
      });
      void look();
      // Left on purpose: that its cookie is still known says nothing.
      if (parts.place.read(leftMark(local.name)) === null) void entry.lookForErasedDevice();
      running = begin(signal);
    },
    async stop() {
      stopping?.abort();
      await running;
      for (const stop of stopFollowing) stop();
      channel.close();
    },
  };
}

/** The part that syncs, again after a while where it could not be loaded; null when `stop` aborts. */
async function loadSync(stop: AbortSignal): Promise<typeof CreateSync | null> {
  for (;;) {
    const loaded = await import('./sync.ts').catch(() => null); // no network and no service worker yet
    if (stop.aborted) return null;
    if (loaded !== null) return loaded.createSync;
    await new Promise((done) => setTimeout(done, LOAD_AGAIN_MS));
  }
}

/** After a sleep this tab may have missed what others wrote: their messages went nowhere. */
async function catchUp({
  streams,
  state,
  own,
  snapshot,
}: LifecycleParts): Promise<Result<void, Fault>> {
  const reread = await streams.reread();
  if (!reread.ok) return reread;
  const loaded = await state.load();
  if (!loaded.ok) return loaded;
  const read = await own.read(snapshot.applied);
  if (!read.ok) return read;
  snapshot.ownChanged();
  return ok(undefined);
}
