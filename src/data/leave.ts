/**
 * Leaving a device (PROTOCOL 15). Nothing is erased before the school has everything twice, and dying at any arrow leaves a
 * device that can go on, or leave again:
 *
 *   other tabs are told -> the lock, alone -> what is aside is written -> running checks become attempts -> streams are closed
 *        -> every id acknowledged, through = highest (P6) -> safe = highest (P8) -> databases, second place, keyring erased
 *
 * What the school refused is nowhere but here: it waits until a person has saved it to a rescue file, and has said so.
 *
 * Appends and drafts share the lock, so that nothing is saved behind its back; the keyring goes last, so that a device that died
 * while erasing still knows what was acknowledged.
 */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { MemberId } from '#domain/model/ids.ts';
import type { Author } from '#domain/model/event.ts';
import { holdJob, openChannel } from '#platform/tabs.ts';
import { closeStreams, finishDrafts, type ClosingPorts } from './leave-close.ts';
import type { Aside } from './aside.ts';
import { onlyHere } from './acks.ts';
import type { Books } from './books.ts';
import type { HoldOut } from './hold-out.ts';
import type { Keyring } from './keyring.ts';
import { liveCell } from './live.ts';
import type { OutboxStatus } from './outbox.ts';
import type { Leaving, LeaveService } from './services-leaving.ts';
import type { SessionStore } from './session.ts';

export interface LeavePorts extends ClosingPorts {
  /** Name of the database: the lock is named after it. */
  readonly name: string;
  readonly keyring: Keyring;
  readonly books: Books;
  readonly session: SessionStore;
  readonly aside: Aside;
  /** Writes what is aside while the lock is held alone. */
  readonly putBackAlone: () => Promise<Result<void, Fault>>;
  readonly holdOut: HoldOut;
  /** Waits for the appends that are under way in this tab, and lets go of the lock. */
  readonly settle: () => Promise<void>;
  readonly outbox: () => OutboxStatus;
  /** The outbox asks the ledger every few seconds from now on, or no more. */
  readonly closing: (on: boolean) => void;
  /** Stops everything and erases what is on this device; another tab only closes. */
  readonly erase: () => Promise<Result<void, Fault>>;
  readonly closeTab: () => Promise<void>;
}

export interface LeaveStore extends LeaveService {
  /** The page ends. */
  readonly close: () => void;
}

/** What the tab that leaves tells the others. */
type Word = 'leaving' | 'left';

/** How often it is looked how far it is, beside every word of the ledger. */
const LOOK_MS = 1000;
/** Another tab lets go of the lock within two seconds, unless it hangs. */
const OTHER_TAB_MS = 5000;
/** So long it may take until the school has a second copy; after that a person should know. */
const SECOND_COPY_MS = 30_000;

export function createLeave(ports: LeavePorts): LeaveStore {
  const { name, keyring } = ports;
  const lockName = `${name}.append`;
  const cell = liveCell<Leaving>({ state: 'no' });
  let stopping: AbortController | null = null;
  let gone = false;
  const ended = new AbortController();

  const show = (next: Leaving): void => {
    if (!gone && JSON.stringify(next) !== JSON.stringify(cell.get())) cell.set(next);
  };
  const channel = openChannel<Word>(`${name}.leave`, (word) => {
    if (word === 'leaving') void standAside();
    if (word === 'left') void followOut();
  });
  /** Another tab leaves: this one appends nothing, and goes on if the other stops or dies. Not while it holds the other one off. */
  const standAside = async (): Promise<void> => {
    if (ports.holdOut.isHolding() || stopping !== null || cell.get().state === 'blocked') return;
    show({ state: 'blocked', code: 'other-tab', waiting: waiting() });
    ports.closing(true);
    await ports.settle();
    await holdJob(lockName, ended.signal, () => Promise.resolve());
    if (stopping !== null || gone) return;
    ports.closing(false);
    show({ state: 'no' });
  };
  const followOut = async (): Promise<void> => {
    gone = true;
    await ports.closeTab();
    cell.set({ state: 'left' });
  };
  const unsent = (): number =>
    ports.books.openCount(ports.streams) +
    ports.aside.all().length +
    ports.drafts.open.get().length;
  const waiting = (): number => unsent() + onlyHere(ports.books.all(ports.streams));

  const leave = async (): Promise<Result<void, Fault>> => {
    const device = keyring.read('device');
    if (device === undefined) return err({ code: 'no-device' });
    if (stopping !== null || cell.get().state !== 'no') return err({ code: 'other-tab' });
    const author: Author | null = device.kind === 'class-tablet' ? 'server' : null;
    const signer = ports.session.signer(author);
    if (!signer.ok) return signer;
    stopping = new AbortController();
    const { signal } = stopping;
    show({ state: 'working', step: 'closing', waiting: waiting() });
    channel.say('leaving');
    ports.holdOut.stop();
    await ports.settle();
    const late = setTimeout(
      () => show({ state: 'blocked', code: 'other-tab', waiting: waiting() }),
      OTHER_TAB_MS,
    );
    let result: Result<void, Fault> = err({ code: 'stopped' });
    await holdJob(lockName, signal, async () => {
      clearTimeout(late);
      channel.say('leaving');
      ports.closing(true);
      result = await leaveAlone(author, signal);
    });
    clearTimeout(late);
    stopping = null;
    if (!result.ok) {
      ports.holdOut.goOn();
      ports.closing(false);
      show({ state: 'no' });
    }
    return result;
  };

  /** Everything under the lock. Fault `stopped`. */
  const leaveAlone = async (
    author: Author | null,
    signal: AbortSignal,
  ): Promise<Result<void, Fault>> => {
    let copyingSince: number | null = null;
    while (!signal.aborted) {
      const closed = await closeEverything(author);
      const step = closed.ok ? stepNow() : null;
      if (step === 'done') return eraseAll();
      if (step === 'second-copy') copyingSince ??= performance.now();
      else copyingSince = null;
      const slow = copyingSince !== null && performance.now() - copyingSince > SECOND_COPY_MS;
      const code = closed.ok ? blockNow(slow) : 'storage';
      if (code !== null) show({ state: 'blocked', code, waiting: waiting() });
      else if (step !== null) show({ state: 'working', step, waiting: waiting() });
      await somethingChanges(signal);
    }
    return err({ code: 'stopped' });
  };
  const closeEverything = async (author: Author | null): Promise<Result<void, Fault>> => {
    const back = await ports.putBackAlone();
    if (!back.ok) return back;
    const finished = await finishDrafts(ports);
    return finished.ok ? closeStreams(ports, author) : finished;
  };
  const stepNow = (): 'sending' | 'second-copy' | 'done' => {
    const { books, streams } = ports;
    if (!books.proven(streams) || unsent() > 0) return 'sending';
    const all = books.all(streams);
    const twice = all.every((book) => book.safe >= books.high(book.stream, streams));
    if (!twice || onlyHere(all) > 0) return 'second-copy';
    return 'done';
  };
  const blockNow = (slow: boolean): string | null => {
    const { books, streams } = ports;
    if (onlyHere(books.all(streams)) > 0) return 'refused';
    const { state } = ports.outbox();
    if (state === 'offline' || state === 'busy') return state;
    if (state === 'needs-credential') return 'credential';
    return slow ? 'no-second-copy' : null;
  };
  const somethingChanges = (signal: AbortSignal): Promise<void> =>
    new Promise((done) => {
      const finish = (): void => {
        clearTimeout(timer);
        unsubscribe();
        signal.removeEventListener('abort', finish);
        done();
      };
      const timer = setTimeout(finish, LOOK_MS);
      const unsubscribe = keyring.subscribe(finish);
      signal.addEventListener('abort', finish, { once: true });
      if (signal.aborted) finish();
    });
  const eraseAll = async (): Promise<Result<void, Fault>> => {
    show({ state: 'working', step: 'erasing', waiting: 0 });
    gone = true;
    const filed = ports.books.all(ports.streams).some(({ refused }) => refused.length > 0);
    channel.say('left');
    const erased = await ports.erase();
    cell.set(
      erased.ok
        ? { state: 'left', ...(filed ? { filed } : {}) }
        : { state: 'blocked', code: erased.error.code, waiting: 0 },
    );
    return erased;
  };

  return {
    current: cell,
    leave,
    stop: () => {
      if (!gone) stopping?.abort();
    },
    async signOut(member: MemberId) {
      const device = keyring.read('device');
      if (device === undefined) return err({ code: 'no-device' });
      const staff = keyring.staff();
      if (!staff.some((one) => one.member === member)) return err({ code: 'no-member' });
      // Nobody would be left who can open this device: it is given back with everything on it.
      if (device.kind === 'staff' && staff.length === 1) return leave();
      const removed = await keyring.write([
        { name: `staff/${member}`, value: undefined },
        { name: `pin/${member}`, value: undefined },
      ]);
      return removed.ok ? ok(undefined) : removed;
    },
    close() {
      stopping?.abort();
      ended.abort();
      channel.close();
    },
  };
}
