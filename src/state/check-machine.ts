/**
 * A running check as a state machine, pure: the store (`check-store.ts`) brings the clock and saves.
 *
 *   ready ──start──▶ running ──limit passed──▶ late ──hand in──▶ finishing ──stored──▶ scored ──looked at──▶ reviewed
 *                     │  ▲ │                    │ ▲                ▲
 *              away, break,│ slow down,         │ │                │
 *              kind offer ─┼────────────────────┘ │                │
 *                     ▼  │ └──────────────────────┼───hand in──────┤
 *                    paused ──────carry on────────┘                │
 *                      └───────────stop kindly─────────────────────┘
 *   any of these before `finishing` ──closed──▶ interrupted
 *
 * Nothing stops at the limit: `late` differs from `running` only in that the time is used up. While the check is paused the
 * item is hidden and no time is counted. An answer that cannot be read is never handed in: `hand in` leads back to it.
 */
import { unreachable } from '#domain/kernel/assert.ts';
import type { Form } from '#domain/items/form.ts';
import { gradeForm, type FormResult } from '#domain/items/grade.ts';
import { readAnswer } from '#domain/items/graders.ts';
import type { Sureness } from '#domain/model/event.ts';
import { awayBetween, passedBetween, type Moment } from './check-clock.ts';
import { isKindStop, isRapid, RAPID_IN_A_ROW } from './check-care.ts';
import {
  addAbsence,
  addActive,
  commitEntry,
  goTo,
  isAnswered,
  isLocked,
  msAt,
  nextPlace,
  unreadablePlaces,
  withEntryText,
  type Work,
} from './check-work.ts';

/** What the check is about: fixed while it runs. */
export interface CheckSetup {
  readonly form: Form;
  /** Active ms after which the check counts as slower; null = untimed. */
  readonly limitMs: number | null;
  /** What the check claims to have earned; left out, what `gradeForm` counts. */
  readonly score?: (result: FormResult) => Pick<FormResult, 'correct' | 'of'>;
}

/**
 * Why the item is hidden. `away`: the page was left, the device slept, or the app starts again. `slow-down`: three answers
 * quicker than a child can read. `kind-offer`: hardly anything right so far.
 */
export type PauseReason = 'away' | 'break' | 'slow-down' | 'kind-offer';

/** The item is on screen and the clock runs. */
interface Active {
  readonly work: Work;
  /** The last look at the clock. */
  readonly clock: Moment;
  /** Monotonic ms of the last tap. */
  readonly touched: number;
  /** What stands in the field cannot be read, and was to be gone on from or handed in: the child is asked to look again. */
  readonly lookAgain: boolean;
  /** How many of the latest answers in a row came too quickly. */
  readonly rapid: number;
  /** What a tap led to from here says so once: the kind offer is made once a sitting. */
  readonly offered: boolean;
}

export type CheckState =
  /** Its child is there. `since`: the wall clock since when nobody worked on it, null for a new one. */
  | { readonly phase: 'ready'; readonly work: Work; readonly since: number | null }
  | ({ readonly phase: 'running' | 'late' } & Active)
  | {
      readonly phase: 'paused';
      readonly work: Work;
      readonly why: PauseReason;
      /** Wall clock since when. */
      readonly since: number;
      readonly offered: boolean;
    }
  | {
      readonly phase: 'finishing';
      readonly work: Work;
      readonly result: FormResult;
      /** The child took the offer to stop and practice first. */
      readonly stopped: boolean;
      /** Why it could not be stored; null while it is being stored. */
      readonly fault: string | null;
    }
  | {
      readonly phase: 'scored' | 'reviewed';
      readonly work: Work;
      readonly result: FormResult;
      readonly stopped: boolean;
    }
  | { readonly phase: 'interrupted'; readonly work: Work };

export type CheckEvent =
  /** From `ready`, or back from `paused`. */
  | { readonly type: 'carry-on'; readonly at: Moment }
  /** From `ready`: what the child said when asked how sure they are, null = nothing; then it begins. */
  | { readonly type: 'sure'; readonly sure: Sureness | null; readonly at: Moment }
  | { readonly type: 'tick'; readonly at: Moment }
  /** Somebody has set the wall clock by so many ms. */
  | { readonly type: 'clock-set'; readonly by: number }
  | { readonly type: 'pause'; readonly why: 'away' | 'break'; readonly at: Moment }
  /** The whole text of the answer field after a key or a choice. */
  | { readonly type: 'entry'; readonly text: string; readonly at: Moment }
  | { readonly type: 'next'; readonly at: Moment }
  | { readonly type: 'skip'; readonly at: Moment }
  /** To an item, or to the look over (as many as there are items). */
  | { readonly type: 'go'; readonly place: number; readonly at: Moment }
  | { readonly type: 'hand-in'; readonly at: Moment }
  | { readonly type: 'stored' }
  | { readonly type: 'not-stored'; readonly code: string }
  | { readonly type: 'store-again' }
  | { readonly type: 'looked-at' }
  | { readonly type: 'closed' };

/** Without a tap for so long nobody is there: the item is hidden. */
const NOBODY_MS = 4 * 60_000;
/** A gap this long hides the item; a shorter one (a slow tablet catching its breath) does not interrupt. */
const HIDE_AFTER_MS = 10_000;

/** The state after one event. An event that makes no sense in a state leaves it as it is. */
export function step(state: CheckState, event: CheckEvent, setup: CheckSetup): CheckState {
  switch (state.phase) {
    case 'ready':
    case 'paused':
      return whileHidden(state, event, setup);
    case 'running':
    case 'late':
      return whileActive(state, event, setup);
    case 'finishing':
      return whileFinishing(state, event);
    case 'scored':
      return event.type === 'looked-at' ? { ...state, phase: 'reviewed' } : state;
    case 'reviewed':
    case 'interrupted':
      return state;
    default:
      return unreachable(state);
  }
}

/** True while the child may still change an answer: what is saved as a draft. */
export function isOpenCheck(state: CheckState): boolean {
  return ['ready', 'running', 'late', 'paused'].includes(state.phase);
}

function whileHidden(
  state: Extract<CheckState, { phase: 'ready' | 'paused' }>,
  event: CheckEvent,
  setup: CheckSetup,
): CheckState {
  if (event.type === 'sure' && state.phase === 'ready') {
    const work = event.sure === null ? state.work : { ...state.work, sure: event.sure };
    return active(work, event.at, setup, false);
  }
  if (event.type === 'clock-set') {
    return state.since === null ? state : { ...state, since: state.since + event.by };
  }
  if (event.type === 'carry-on') {
    const { since } = state;
    const isAbsence = state.phase === 'ready' || state.why === 'away' || state.why === 'break';
    const ms = isAbsence && since !== null ? awayBetween(since, event.at.wall) : 0;
    const work = addAbsence(state.work, since ?? 0, ms);
    return active(work, event.at, setup, state.phase === 'paused' && state.offered);
  }
  // The kind stop: what was answered is handed in as it is.
  if (event.type === 'hand-in' && state.phase === 'paused' && state.why === 'kind-offer') {
    return finish(state.work, setup, true);
  }
  if (event.type === 'closed') return interrupt(state.work, setup);
  return state;
}

function interrupt(work: Work, { form }: CheckSetup): CheckState {
  return { phase: 'interrupted', work: commitEntry(work, form) };
}

function active(work: Work, at: Moment, setup: CheckSetup, offered: boolean): CheckState {
  const base = { work, clock: at, touched: at.mono, lookAgain: false, rapid: 0, offered };
  return { phase: phaseOf(work, setup), ...base };
}

function phaseOf(work: Work, { limitMs }: CheckSetup): 'running' | 'late' {
  return limitMs !== null && work.activeMs > limitMs ? 'late' : 'running';
}

type ActiveState = Extract<CheckState, { phase: 'running' | 'late' }>;

function whileActive(before: ActiveState, event: CheckEvent, setup: CheckSetup): CheckState {
  if (event.type === 'closed') return interrupt(before.work, setup);
  if (event.type === 'clock-set') {
    const { mono, wall } = before.clock;
    return { ...before, clock: { mono, wall: wall + event.by } };
  }
  if (!('at' in event)) return before;
  const looked = lookAtClock(before, event, setup);
  if (looked.phase === 'paused') return looked;
  const state = event.type === 'tick' ? looked : { ...looked, touched: event.at.mono };
  switch (event.type) {
    case 'tick':
      return event.at.mono - state.touched > NOBODY_MS
        ? pause(state, 'away', event.at.wall)
        : state;
    case 'carry-on':
    case 'sure':
      return state;
    case 'pause':
      return pause(state, event.why, event.at.wall);
    case 'entry':
      return withEntry(state, event.text, setup);
    case 'next':
      return goOn(state, event.at, setup);
    case 'skip':
      return leave(state, (work) => nextPlace(work, work.position, setup.form.items.length), setup);
    case 'go':
      return leave(state, () => clampPlace(event.place, state.work, setup), setup);
    case 'hand-in':
      return handIn(state, setup);
    default:
      return unreachable(event);
  }
}

/**
 * Counts the time since the last look. Sleep is not counted; a long one hides the item before the event is heard, and is an absence
 * when the child comes back. A short gap is none: the question was in sight, and nobody left it.
 */
function lookAtClock(
  state: ActiveState,
  event: Extract<CheckEvent, { at: Moment }>,
  setup: CheckSetup,
): ActiveState | Extract<CheckState, { phase: 'paused' }> {
  const { activeMs, asleepMs } = passedBetween(state.clock, event.at);
  if (asleepMs > HIDE_AFTER_MS) return pause(state, 'away', state.clock.wall);
  const work = addActive(state.work, activeMs, setup.form.items.length);
  return { ...state, work, clock: event.at, phase: phaseOf(work, setup) };
}

function pause(
  { work, offered }: ActiveState,
  why: PauseReason,
  since: number,
): Extract<CheckState, { phase: 'paused' }> {
  return { phase: 'paused', work, why, since, offered };
}

function withEntry(state: ActiveState, text: string, setup: CheckSetup): ActiveState {
  const { work } = state;
  const hasField = work.position < setup.form.items.length && !isLocked(work, work.position);
  if (!hasField) return state;
  return { ...state, work: withEntryText(work, text), lookAgain: false };
}

/** "Next": takes the answer and goes on. Nothing typed: nothing happens. Unreadable: the child is asked to look again. */
function goOn(state: ActiveState, at: Moment, setup: CheckSetup): CheckState {
  const { work } = state;
  const item = setup.form.items[work.position];
  if (item === undefined) return state;
  if (isLocked(work, work.position)) return toNext(state, work, setup);
  const reading = readAnswer(item.answer, work.entry);
  if (reading.type === 'blank') return state;
  if (reading.type === 'unreadable') return { ...state, lookAgain: true };
  const isNew = !isAnswered(work, work.position);
  const committed = commitEntry(work, setup.form);
  const rapid =
    isNew && isRapid(msAt(committed, work.position), othersMs(work)) ? state.rapid + 1 : 0;
  const isGuessing = rapid >= RAPID_IN_A_ROW;
  const counted = isGuessing ? { ...committed, rapid: committed.rapid + 1 } : committed;
  const moved = toNext({ ...state, rapid: isGuessing ? 0 : rapid }, counted, setup);
  if (isNew && !state.offered && isKindStop(committed, setup.form)) {
    return pause({ ...moved, offered: true }, 'kind-offer', at.wall);
  }
  return isGuessing ? pause(moved, 'slow-down', at.wall) : moved;
}

/** How long the items took that are answered already. */
function othersMs(work: Work): readonly number[] {
  return work.answers.flatMap(({ raw, ms }) => (raw === '' ? [] : [ms]));
}

function toNext(state: ActiveState, work: Work, setup: CheckSetup): ActiveState {
  const place = nextPlace(work, work.position, setup.form.items.length);
  return { ...state, work: goTo(work, place), lookAgain: false };
}

/** Leaves the item by another way than "Next": what was typed is kept as its answer. */
function leave(state: ActiveState, to: (work: Work) => number, setup: CheckSetup): ActiveState {
  const work = commitEntry(state.work, setup.form);
  return { ...state, work: goTo(work, to(work)), lookAgain: false, rapid: 0 };
}

function clampPlace(place: number, work: Work, { form }: CheckSetup): number {
  const inside = Math.min(form.items.length, Math.max(0, Math.trunc(place)));
  return isLocked(work, inside) ? work.position : inside;
}

/** Hands in, or leads to the first answer that cannot be read. */
function handIn(state: ActiveState, setup: CheckSetup): CheckState {
  const work = commitEntry(state.work, setup.form);
  const [unreadable] = unreadablePlaces(work, setup.form);
  if (unreadable === undefined) return finish(work, setup, false);
  return { ...state, work: goTo(work, unreadable), lookAgain: true, rapid: 0 };
}

function finish(work: Work, { form }: CheckSetup, stopped: boolean): CheckState {
  const committed = commitEntry(work, form);
  const result = gradeForm(form, committed.answers);
  return { phase: 'finishing', work: committed, result, stopped, fault: null };
}

function whileFinishing(
  state: Extract<CheckState, { phase: 'finishing' }>,
  event: CheckEvent,
): CheckState {
  if (event.type === 'stored') {
    const { work, result, stopped } = state;
    return { phase: 'scored', work, result, stopped };
  }
  if (event.type === 'not-stored') return { ...state, fault: event.code };
  return event.type === 'store-again' ? { ...state, fault: null } : state;
}
