/**
 * Practice as a state machine, pure. The same questions as in a check, with an answer to every answer; nothing of it is kept or
 * counted.
 *
 *   asking ──right──▶ right ──next──▶ asking (the next question, or `done` behind the last of the form)
 *     │  ▲
 *   wrong │ (the first time: another go)
 *     ▼  │
 *   asking, `missed` ──wrong again, or "show me"──▶ shown ──next──▶ asking
 *
 * What was just told to be wrong is not judged a second time: a double tap on "Check" leaves the other go.
 * An answer that cannot be read is neither right nor wrong: the child is asked to look again.
 */
import type { Form } from '#domain/items/form.ts';
import { gradeItem } from '#domain/items/grade.ts';

/** What became of a question: right at once, right after a miss, or the way was shown. */
export type Tick = 'at-once' | 'later' | 'shown';

export interface PracticeState {
  readonly form: Form;
  readonly place: number;
  /** What stands in the answer field. */
  readonly entry: string;
  readonly phase: 'asking' | 'right' | 'shown' | 'done';
  /** The question on screen was missed once. */
  readonly missed: boolean;
  /** What stands in the field was told to be wrong. */
  readonly told: boolean;
  /** "Check" was pressed on something that cannot be read. */
  readonly lookAgain: boolean;
  /** Of every question of this sitting that is over, oldest first. */
  readonly ticks: readonly Tick[];
}

export type PracticeEvent =
  | { readonly type: 'entry'; readonly text: string }
  | { readonly type: 'check' }
  | { readonly type: 'show' }
  | { readonly type: 'next' }
  /** More questions, behind the last one. */
  | { readonly type: 'more'; readonly form: Form };

export function beginPractice(form: Form): PracticeState {
  return { ...fresh(form, 0), ticks: [] };
}

function fresh(form: Form, place: number): Omit<PracticeState, 'ticks'> {
  return { form, place, entry: '', phase: 'asking', missed: false, told: false, lookAgain: false };
}

/** The state after one event. An event that makes no sense in a state leaves it as it is. */
export function practice(state: PracticeState, event: PracticeEvent): PracticeState {
  switch (event.type) {
    case 'entry':
      return state.phase === 'asking'
        ? { ...state, entry: event.text, told: false, lookAgain: false }
        : state;
    case 'check':
      return state.phase === 'asking' && !state.told ? check(state) : state;
    case 'show':
      return state.phase === 'asking' ? over(state, 'shown', 'shown') : state;
    case 'next': {
      if (state.phase !== 'right' && state.phase !== 'shown') return state;
      const place = state.place + 1;
      return place < state.form.items.length
        ? { ...fresh(state.form, place), ticks: state.ticks }
        : { ...state, phase: 'done' };
    }
    case 'more':
      return state.phase === 'done' ? { ...fresh(event.form, 0), ticks: state.ticks } : state;
  }
}

function check(state: PracticeState): PracticeState {
  const item = state.form.items[state.place];
  if (item === undefined) return state;
  const { verdict } = gradeItem(item, state.entry);
  switch (verdict) {
    case 'blank':
      return state;
    case 'unreadable':
      return { ...state, lookAgain: true };
    case 'right':
      return over(state, 'right', state.missed ? 'later' : 'at-once');
    case 'wrong':
      return state.missed
        ? over(state, 'shown', 'shown')
        : { ...state, missed: true, told: true, lookAgain: false };
  }
}

function over(state: PracticeState, phase: 'right' | 'shown', tick: Tick): PracticeState {
  return { ...state, phase, lookAgain: false, ticks: [...state.ticks, tick] };
}
