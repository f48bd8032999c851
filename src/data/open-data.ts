/** The composition of this folder: opens the databases, ties the parts together, and gives the services of services.ts. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { asId, type EventId } from '#domain/model/ids.ts';
import { createClock } from '#platform/clock.ts';
import { seal } from '#platform/crypto.ts';
import { randomId } from '#platform/ids.ts';
import { createNetwork } from '#platform/network.ts';
import { browserSecondPlace, type SecondPlace } from '#platform/second-place.ts';
import { sharedLease } from '#platform/tabs.ts';
import { createAppender } from './append-event.ts';
import { createAside } from './aside.ts';
import { createBooks } from './books.ts';
import { openLocal, type LocalDatabase } from './database.ts';
import { createDrafts } from './drafts.ts';
import { createGate } from './gate.ts';
import { createHoldOut } from './hold-out.ts';
import { openKeyring, type Keyring } from './keyring.ts';
import { createExits } from './exits.ts';
import { heal } from './heal.ts';
import { leftMark } from './left-mark.ts';
import type { OpenEvents } from './known-event.ts';
import { createLifecycle } from './lifecycle.ts';
import { createOwnEvents } from './own-events.ts';
import type { Outside } from './outside.ts';
import type { DataConfig, DataServices } from './services.ts';
import { createSession } from './session.ts';
import { createSnapshot } from './snapshot.ts';
import { createStateDocuments } from './state-documents.ts';
import { createStreams } from './streams.ts';

/** The lock that whoever leaves holds alone is let go after so long without an append. */
const LEASE_MS = 2000;

/**
 * Opens and reads what is on this device; asks nothing of the network. Faults: `insecure` (no https), `no-indexeddb` (private
 * window, blocked), `blocked` (an old tab holds it), `corrupt` (the browser cannot read it; detail: its word for it).
 */
export async function openData(
  config: DataConfig,
  outside: Outside = {},
): Promise<Result<DataServices, Fault>> {
  const name = outside.name ?? 'nineoften';
  const place = outside.secondPlace ?? browserSecondPlace();
  const [local, keyring] = await Promise.all([
    openLocal(name, outside.multiTab ?? true),
    openKeyring(`${name}-keys`, () => place.read(leftMark(name)) !== null),
  ]);
  if (!local.ok) return local;
  if (!keyring.ok) return keyring;
  return assemble(config, outside, place, local.value, keyring.value);
}

async function assemble(
  config: DataConfig,
  outside: Outside,
  place: SecondPlace,
  local: LocalDatabase,
  keyring: Keyring,
): Promise<Result<DataServices, Fault>> {
  const { name } = local;
  const wasLeft = (): boolean => place.read(leftMark(name)) !== null;
  // It died while it was being left: it can go on, or be left again.
  if (keyring.read('device') !== undefined) place.remove(leftMark(name));
  const lease = sharedLease(`${name}.append`, LEASE_MS);
  const clock = createClock();
  clock.remember(keyring.read('skew') ?? null);
  const network = createNetwork(clock, config.server ?? '', outside.fetcher);
  const session = createSession(keyring, clock.wall);
  const gate = createGate(clock.mono, outside.quietMs);
  const streams = createStreams(local.events);
  const books = createBooks(keyring);
  const state = createStateDocuments(local.state);
  const own = createOwnEvents(local.events, streams, clock);
  const snapshot = createSnapshot(state, own, {
    short: (stream) => books.of(stream).short,
    takenFromEarlier(stream) {
      const { earlier, through } = books.of(stream);
      return earlier === true ? through : 0;
    },
  });
  const tapped = (): void => {
    gate.tap();
    session.touched();
  };

  const [read, loaded] = await Promise.all([streams.reread(), state.load()]);
  if (!read.ok) return corrupt(read.error);
  if (!loaded.ok) return corrupt(loaded.error);

  const lifecycle = createLifecycle({
    config,
    outside,
    place,
    local,
    keyring,
    clock,
    network,
    session,
    gate,
    streams,
    books,
    state,
    own,
    snapshot,
  });
  const currentStream = (): string | null =>
    streams
      .all()
      .filter((stream) => !books.of(stream).retired && books.isWhole(stream, streams))
      .toSorted()[0] ?? null;
  const aside = createAside({
    name,
    place,
    events: local.events,
    streams,
    insert: (event) => appender.insert(event),
    kept(event, parsed) {
      lifecycle.setAside(event, parsed);
      holdOut.look();
    },
    placed(row) {
      lifecycle.placed(row);
      holdOut.look();
    },
  });
  const appender = createAppender({
    name,
    lease,
    events: local.events,
    streams,
    current: currentStream,
    aside,
    signer: session.signer,
    facts() {
      const device = keyring.read('device');
      if (device === undefined) return err({ code: 'no-device' });
      return ok({
        clock,
        app: config.app,
        school: device.school.id,
        seen: snapshot.live.get().seen,
      });
    },
    async seal(note) {
      const key = snapshot.live.get().school()?.key ?? '';
      return key === '' ? err({ code: 'no-school-key' }) : ok(await seal(note, key));
    },
    tapped,
    appended: lifecycle.appended,
  });
  const drafts = createDrafts({
    name,
    rows: local.drafts,
    events: local.events,
    streams,
    append: appender.append,
    tapped,
    lease,
    place,
    asideEvents: aside,
    asideChanged() {
      lifecycle.refresh();
      holdOut.look();
    },
  });
  const holdOut = createHoldOut(lease, () => aside.onlyHere() + drafts.onlyHere());
  lifecycle.follow({ aside, drafts });
  aside.load();
  const [owned, drafted] = await Promise.all([own.read(snapshot.applied), drafts.load()]);
  if (!owned.ok) return corrupt(owned.error);
  if (!drafted.ok) return corrupt(drafted.error);
  snapshot.ownChanged();
  lifecycle.refresh();
  const parts = { ...local, streams, books, own, aside, keyring, state, drafts, wasLeft };
  let healing = Promise.resolve();
  streams.onErased((erased) => {
    healing = healing.then(() => heal({ ...parts, healed: lifecycle.syncNow }, erased));
  });
  local.connections.reopened = () => void streams.reread();
  keyring.connections.reopened = () => void keyring.restore();
  let opening: Promise<OpenEvents> | null = null;
  const openEvents: OpenEvents = async (places, from) => {
    opening ??= import('./open-events.ts').then(({ createOpenEvents }) =>
      createOpenEvents({
        events: local.events,
        pending: () => snapshot.live.get().pending(),
        streamOf: (short) =>
          streams.all().find((one) => snapshot.numberOf(one) === short && !books.of(one).retired),
        ask: lifecycle.staff.attempts,
      }),
    );
    return (await opening)(places, from);
  };
  const exits = createExits({
    config,
    place,
    local,
    keyring,
    clock,
    network,
    session,
    streams,
    books,
    snapshot,
    lifecycle,
    aside,
    appender,
    drafts,
    lease,
    holdOut,
    currentStream,
    healed: () => healing,
  });

  return ok({
    snapshot: snapshot.live,
    safety: lifecycle.safety,
    session: lifecycle.sessionService,
    staff: lifecycle.staff,
    firstSync: lifecycle.firstSync,
    drafts,
    append: appender.append,
    openEvents,
    rescue: exits.rescue,
    leaving: exits.leaving,
    storage: lifecycle.storage,
    persist: lifecycle.persist,
    syncNow: lifecycle.syncNow,
    readBack: lifecycle.readBack,
    newId: () => asId<EventId>(randomId()),
    start: lifecycle.start,
    stop: exits.stop,
  });
}

/** What cannot be read at the start is a database that is not to be trusted. */
function corrupt(fault: Fault): Result<never, Fault> {
  return err({ code: 'corrupt', ...(fault.detail === undefined ? {} : { detail: fault.detail }) });
}
