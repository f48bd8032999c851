/** The running check on screen: the machine, its clock, and what saves it. Records come from the database, not from here. */
import { createStore, type StoreApi } from 'zustand';
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { CheckDraft, Drafts } from '#data/services.ts';
import { clockSetBetween, type Moment } from './check-clock.ts';
import { draftOf, isNewDraft, workOf } from './check-draft.ts';
import {
  isOpenCheck,
  step,
  type CheckEvent,
  type CheckSetup,
  type CheckState,
} from './check-machine.ts';
import { createDraftSaver, type SaveState } from './check-saver.ts';

export interface RunningCheck {
  readonly state: CheckState;
  /** Whether what is on screen is durable. */
  readonly saved: SaveState;
  /** Another tab goes on with another form of it: this one has nothing more to say, and saves nothing. */
  readonly isElsewhere: boolean;
}

export interface CheckStore {
  readonly store: StoreApi<RunningCheck>;
  /** Hears one event now: moves the machine, and saves what changed. */
  readonly send: (event: CheckEvent) => void;
  /**
   * Hears what is stored of this check. A newer save than this tab's own is another tab's: the check goes on there, and here the
   * question is hidden and stands as it was left there, so that neither writes over the other. Where a question was exchanged
   * there, this tab has come to its end.
   */
  readonly seen: (stored: CheckDraft) => void;
}

export interface CheckPorts {
  readonly drafts: Pick<Drafts, 'save' | 'finish'>;
  readonly now: () => Moment;
}

/** Between taps it is saved this often: the active time, and that its child is still there. */
const SAVE_EVERY_MS = 2000;

/**
 * Opens a check. Where its child is known to be there it is `ready`: send "carry-on" as soon as it is on screen. Anywhere
 * else it is `paused` until somebody says so.
 */
export function openCheck(
  draft: CheckDraft,
  setup: CheckSetup,
  ports: CheckPorts,
  isThere: boolean,
): CheckStore {
  const store = createStore<RunningCheck>(() => ({
    state: beginning(draft, isThere),
    saved: 'saved',
    isElsewhere: false,
  }));
  let begun = draft.startedAt;
  let looked = ports.now();
  let savedMono = looked.mono;
  let savedAt = draft.updatedAt;
  const saver = createDraftSaver(ports.drafts.save, (saved, fault) => {
    store.setState({ saved });
    if (saved === 'failed') savedMono = Number.NEGATIVE_INFINITY;
    if (fault?.code === 'finished') send({ type: 'closed' });
  });
  const save = (state: CheckState): void => {
    const now = ports.now();
    savedMono = now.mono;
    // A sleep is noticed when it is over: nobody has worked on it since before.
    const left = state.phase === 'paused' ? Math.max(savedAt, state.since) : now.wall;
    savedAt = Math.min(left, now.wall);
    saver.push(draftOf({ ...draft, startedAt: begun }, state.work, savedAt));
  };
  const handIn = async (state: Extract<CheckState, { phase: 'finishing' }>): Promise<void> => {
    save(state);
    const saved = await saver.settled();
    const { correct, of } = setup.score?.(state.result) ?? state.result;
    const end = await endOf(saved, () =>
      ports.drafts.finish(draft.id, {
        claim: { correct, of },
        finished: true,
        ...(state.stopped ? { stopped: true } : {}),
      }),
    );
    // Another tab, or a hand-in before the app was killed: the attempt is there, once.
    const there = end.ok || end.error.code === 'finished' || end.error.code === 'no-draft';
    send(there ? { type: 'stored' } : { type: 'not-stored', code: end.error.code });
  };
  /** A clock that somebody has set moves everything that was read off it: the check is no older than it was. */
  const lookAtClock = (now: Moment): void => {
    const by = clockSetBetween(looked, now);
    looked = now;
    if (by === 0) return;
    begun += by;
    store.setState(({ state }) => ({ state: step(state, { type: 'clock-set', by }, setup) }));
  };
  const send = (event: CheckEvent): void => {
    if (store.getState().isElsewhere) return;
    if ('at' in event) lookAtClock(event.at);
    const before = store.getState().state;
    const state = step(before, event, setup);
    if (state === before) return;
    store.setState({ state });
    if (state.phase === 'finishing') {
      if (before.phase !== 'finishing' || event.type === 'store-again') void handIn(state);
      return;
    }
    const due = event.type !== 'tick' || event.at.mono - savedMono >= SAVE_EVERY_MS;
    if (isOpenCheck(state) && (due || state.phase !== before.phase)) save(state);
  };
  const seen = (stored: CheckDraft): void => {
    const { state } = store.getState();
    if (stored.id !== draft.id || stored.updatedAt <= savedAt || !isOpenCheck(state)) return;
    if (stored.form.hash !== draft.form.hash) return store.setState({ isElsewhere: true });
    savedAt = stored.updatedAt;
    begun = stored.startedAt;
    const [work, since] = [workOf(stored), stored.updatedAt];
    const offered = 'offered' in state && state.offered;
    // Not saved from here: it is stored already, and two tabs would answer each other for ever.
    store.setState({ state: { phase: 'paused', work, why: 'away', since, offered } });
  };
  return { store, send, seen };
}

function beginning(draft: CheckDraft, isThere: boolean): CheckState {
  const work = workOf(draft);
  return isThere
    ? { phase: 'ready', work, since: isNewDraft(draft) ? null : draft.updatedAt }
    : { phase: 'paused', work, why: 'away', since: draft.updatedAt, offered: false };
}

/** An attempt is made of what is durable: without the last save there is no hand-in. */
async function endOf<T>(
  saved: Result<void, Fault> | null,
  finish: () => Promise<Result<T, Fault>>,
): Promise<Result<T, Fault>> {
  return saved !== null && !saved.ok ? saved : finish();
}
