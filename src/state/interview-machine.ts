/**
 * An interview with one child as a state machine, pure: the store (`interview-store.ts`) brings the clock and saves.
 *
 *              ┌──────── skip ────────┐
 *              ▼                      │
 *   ┌──────▶ asking ──── mark ────▶ saving ──stored──▶ saved ──the light had its time──▶ asking (next) or summary
 *   │          │ ▲ ▲                  │                  │
 *   │          │ │ └──not stored──────┘                undo
 *   │        undo│ taken back                            │
 *   │          ▼ │                                       │
 *   │        undoing ◀───────────────────────────────────┘
 *   └── go ── summary ── undo ──▶ undoing
 *
 * Two things are promised. A mark goes on only when it is durable. And what follows a mark cannot be hit by the same double
 * tap: input is heard from GUARD_MS after the step was *painted* (`shown`), compared with the time at which the finger came
 * down, not with the time at which a busy tablet got round to it.
 */
import { unreachable } from '#domain/kernel/assert.ts';
import type { Mark } from '#domain/model/event.ts';

/** What one tap says. */
export interface Answer {
  readonly mark: Mark;
  /** Which of different things was shown. */
  readonly thing?: string;
}

/** A durable mark of this sitting. */
export interface MadeMark {
  /** Names its event: `event/<id>`, or its place where only that is known. */
  readonly ref: string;
  /** Which step of the plan. */
  readonly step: number;
  readonly answer: Answer;
}

export interface InterviewSetup {
  /** `done`: mastered or excused before the sitting, passed over. `stays`: several marks are made before going on. */
  readonly steps: readonly { readonly done: boolean }[];
}

/** Where the interview is. `shownAt` null: not painted yet. `fault`: why the last tap was not saved. */
export type Stage =
  | {
      readonly name: 'asking';
      readonly step: number;
      readonly shownAt: number | null;
      readonly fault: string | null;
      /** Somebody came from the summary to change a mark: back there afterwards. */
      readonly fromSummary: boolean;
      /** Opportunities counted so far, right or slip. */
      readonly tally: readonly boolean[];
    }
  | {
      readonly name: 'saving';
      readonly mark: MadeMark;
      /** Marks of the same step that the new one takes the place of; taken back first. */
      readonly replaces: readonly MadeMark[];
      /** True: more is heard at this step after this mark. */
      readonly stays: boolean;
      readonly lightOver: boolean;
      readonly fromSummary: boolean;
      readonly tally: readonly boolean[];
    }
  | {
      readonly name: 'saved';
      readonly mark: MadeMark;
      readonly stays: boolean;
      readonly fromSummary: boolean;
    }
  | {
      readonly name: 'undoing';
      readonly mark: MadeMark;
      /** Where to go on when it could not be taken back. */
      readonly from: number | 'summary';
    }
  | { readonly name: 'summary'; readonly shownAt: number | null; readonly fault: string | null };

export interface InterviewState {
  /** In the order of their making; those taken back are gone from here (and kept in the records). */
  readonly marks: readonly MadeMark[];
  readonly stage: Stage;
}

/** `at`: when the finger came down, or the paint was done, on one monotonic clock, ms. */
export type InterviewEvent =
  | { readonly type: 'shown'; readonly at: number }
  | {
      readonly type: 'mark';
      readonly answer: Answer;
      readonly ref: string;
      readonly at: number;
      /** More will be heard at this step (things that are still to be shown). */
      readonly stays?: boolean;
    }
  | { readonly type: 'stored' }
  /** The marks that this one replaces are taken back; the new one is not stored yet. */
  | { readonly type: 'replaced' }
  | { readonly type: 'not-stored'; readonly code: string }
  | { readonly type: 'light-over' }
  | { readonly type: 'count'; readonly hit: boolean; readonly at: number }
  | { readonly type: 'uncount'; readonly at: number }
  | { readonly type: 'skip'; readonly at: number }
  | { readonly type: 'go'; readonly step: number; readonly at: number }
  /** Takes back the last mark, or the one that `ref` names. */
  | { readonly type: 'undo'; readonly at: number; readonly ref?: string }
  | { readonly type: 'taken-back' }
  | { readonly type: 'not-taken-back'; readonly code: string };

/** A double tap comes within this; a person who has seen the next question needs longer. */
export const GUARD_MS = 350;

/** The beginning: `marks` of this sitting that were made before the app was closed. */
export function beginInterview(
  setup: InterviewSetup,
  marks: readonly MadeMark[] = [],
): InterviewState {
  return { marks, stage: stageAfter(-1, marks, setup) };
}

/** True while a tap could belong to what was on screen before. */
export function isGuarded({ stage }: InterviewState, at: number): boolean {
  switch (stage.name) {
    case 'asking':
    case 'summary':
      return stage.shownAt === null || at < stage.shownAt + GUARD_MS;
    case 'saving':
    case 'undoing':
      return true;
    case 'saved':
      return false;
    default:
      return unreachable(stage);
  }
}

/** The state after one event. An event that makes no sense in a stage leaves it as it is. */
export function step(
  state: InterviewState,
  event: InterviewEvent,
  setup: InterviewSetup,
): InterviewState {
  const { stage } = state;
  switch (stage.name) {
    case 'asking':
      return whileAsking(state, stage, event, setup);
    case 'saving':
      return whileSaving(state, stage, event, setup);
    case 'saved':
      if (event.type === 'light-over') return goOn(state, stage, setup);
      return event.type === 'undo' ? undo(state, event, stage.mark.step) : state;
    case 'undoing':
      return whileUndoing(state, stage, event);
    case 'summary':
      return whileSummary(state, stage, event, setup);
    default:
      return unreachable(stage);
  }
}

type StageOf<N extends Stage['name']> = Extract<Stage, { name: N }>;

function asking(at: number, more: Partial<StageOf<'asking'>> = {}): StageOf<'asking'> {
  const fresh = { shownAt: null, fault: null, fromSummary: false, tally: [] };
  return { name: 'asking', step: at, ...fresh, ...more };
}

const SUMMARY: StageOf<'summary'> = { name: 'summary', shownAt: null, fault: null };

/** The next step without a mark that is not done; after the last one the summary. */
function stageAfter(from: number, marks: readonly MadeMark[], { steps }: InterviewSetup): Stage {
  const next = steps.findIndex(
    ({ done }, i) => i > from && !done && !marks.some((mark) => mark.step === i),
  );
  return next < 0 ? SUMMARY : asking(next);
}

function whileAsking(
  state: InterviewState,
  stage: StageOf<'asking'>,
  event: InterviewEvent,
  setup: InterviewSetup,
): InterviewState {
  if (event.type === 'shown') {
    return stage.shownAt === null ? { ...state, stage: { ...stage, shownAt: event.at } } : state;
  }
  if (!('at' in event) || isGuarded(state, event.at)) return state;
  switch (event.type) {
    case 'mark':
      return { ...state, stage: savingOf(state, stage, event) };
    case 'count':
      return { ...state, stage: { ...stage, tally: [...stage.tally, event.hit], fault: null } };
    case 'uncount':
      return { ...state, stage: { ...stage, tally: stage.tally.slice(0, -1) } };
    case 'skip':
      return {
        ...state,
        stage: stage.fromSummary ? SUMMARY : stageAfter(stage.step, state.marks, setup),
      };
    case 'undo':
      return undo(state, event, stage.step);
    case 'go':
      return state;
    default:
      return unreachable(event);
  }
}

function savingOf(
  { marks }: InterviewState,
  stage: StageOf<'asking'>,
  { answer, ref, stays = false }: Extract<InterviewEvent, { type: 'mark' }>,
): StageOf<'saving'> {
  const here = marks.filter((mark) => mark.step === stage.step);
  // Somebody who changes a plain mark means the new one instead; a thing that was shown stands beside others.
  const isPlain = (one: Answer): boolean => one.thing === undefined;
  const replaces = isPlain(answer) ? here.filter((mark) => isPlain(mark.answer)) : [];
  const { fromSummary, tally } = stage;
  const mark = { ref, step: stage.step, answer };
  return { name: 'saving', mark, replaces, stays, lightOver: false, fromSummary, tally };
}

function whileSaving(
  state: InterviewState,
  stage: StageOf<'saving'>,
  event: InterviewEvent,
  setup: InterviewSetup,
): InterviewState {
  if (event.type === 'light-over') return { ...state, stage: { ...stage, lightOver: true } };
  const { mark, replaces, stays, fromSummary, tally } = stage;
  const left = state.marks.filter((one) => !replaces.includes(one));
  if (event.type === 'replaced') return { marks: left, stage: { ...stage, replaces: [] } };
  if (event.type === 'not-stored') {
    return { ...state, stage: asking(mark.step, { fault: event.code, fromSummary, tally }) };
  }
  if (event.type !== 'stored') return state;
  const saved = { name: 'saved' as const, mark, stays, fromSummary };
  const next = { marks: [...left, mark], stage: saved };
  return stage.lightOver ? goOn(next, saved, setup) : next;
}

function goOn(
  state: InterviewState,
  { mark, stays, fromSummary }: StageOf<'saved'>,
  setup: InterviewSetup,
): InterviewState {
  if (stays) return { ...state, stage: asking(mark.step, { fromSummary }) };
  return { ...state, stage: fromSummary ? SUMMARY : stageAfter(mark.step, state.marks, setup) };
}

function undo(
  state: InterviewState,
  { ref }: Extract<InterviewEvent, { type: 'undo' }>,
  from: number | 'summary',
): InterviewState {
  const mark = ref === undefined ? state.marks.at(-1) : state.marks.find((one) => one.ref === ref);
  return mark === undefined ? state : { ...state, stage: { name: 'undoing', mark, from } };
}

function whileUndoing(
  state: InterviewState,
  { mark, from }: StageOf<'undoing'>,
  event: InterviewEvent,
): InterviewState {
  if (event.type === 'taken-back') {
    return {
      marks: state.marks.filter((one) => one !== mark),
      stage: asking(mark.step),
    };
  }
  if (event.type !== 'not-taken-back') return state;
  const fault = event.code;
  return { ...state, stage: from === 'summary' ? { ...SUMMARY, fault } : asking(from, { fault }) };
}

function whileSummary(
  state: InterviewState,
  stage: StageOf<'summary'>,
  event: InterviewEvent,
  { steps }: InterviewSetup,
): InterviewState {
  if (event.type === 'shown') {
    return stage.shownAt === null ? { ...state, stage: { ...stage, shownAt: event.at } } : state;
  }
  if (!('at' in event) || isGuarded(state, event.at)) return state;
  if (event.type === 'undo') return undo(state, event, 'summary');
  if (event.type !== 'go' || steps[event.step] === undefined) return state;
  return { ...state, stage: asking(event.step, { fromSummary: true }) };
}
