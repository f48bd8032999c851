/** The interview on screen: the machine, and what makes its marks durable. Records come from the database, not from here. */
import { createStore, type StoreApi } from 'zustand';
import { parseRef, refToEvent } from '#domain/changes/refs.ts';
import { assert } from '#domain/kernel/assert.ts';
import type { Fault, Result } from '#domain/kernel/result.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import { asId, type CourseId, type EventId, type StudentId } from '#domain/model/ids.ts';
import type { Append } from '#data/services.ts';
import {
  beginInterview,
  step,
  type Answer,
  type InterviewEvent,
  type InterviewState,
  type MadeMark,
} from './interview-machine.ts';
import type { InterviewStep } from './interview-plan.ts';

export interface InterviewStore {
  readonly store: StoreApi<InterviewState>;
  /** Hears one event now: moves the machine, and saves what it asks to be saved. */
  readonly send: (event: InterviewEvent) => void;
  /** One tap on a mark; its id is made here. `at`: when the finger came down. */
  readonly mark: (answer: Answer, at: number, stays?: boolean) => void;
}

export interface InterviewPorts {
  readonly append: Append;
  readonly newId: () => EventId;
  /** Calls back after so many ms. */
  readonly after: (ms: number, then: () => void) => void;
  /** Felt by the hand: the mark is durable, or it is not. */
  readonly feel: (what: 'saved' | 'not-saved') => void;
}

export interface Interview {
  readonly student: StudentId;
  readonly course: CourseId;
  readonly steps: readonly InterviewStep[];
  /** Marks of this sitting that were made before. */
  readonly marks: readonly MadeMark[];
  readonly occasion: string;
  readonly role: AssignableRole;
}

/** How long a button stays lit after its tap, ms. The mark is durable before that, or the light stays on until it is. */
export const LIGHT_MS = 300;

/** Codes of reasons that a withdrawal carries: the records keep them for ever, screens put them into words. */
const TAKEN_BACK = 'undo';
const CHANGED = 'changed';

export function openInterview(interview: Interview, ports: InterviewPorts): InterviewStore {
  const { steps } = interview;
  const setup = { steps };
  const store = createStore<InterviewState>(() => beginInterview(setup, interview.marks));

  const send = (event: InterviewEvent): void => {
    const before = store.getState();
    const state = step(before, event, setup);
    if (state === before) return;
    store.setState(state);
    const { stage } = state;
    if (stage.name === before.stage.name) return;
    if (stage.name === 'saving') {
      ports.after(LIGHT_MS, () => send({ type: 'light-over' }));
      void save(stage.mark, stage.replaces);
    }
    if (stage.name === 'undoing') void takeBack(stage.mark);
  };

  const withdraw = async (mark: MadeMark, reason: string): Promise<Result<unknown, Fault>> => {
    const { objective } = stepOf(interview, mark);
    return ports.append({
      kind: 'attempt.withdraw',
      about: `student/${interview.student}`,
      refs: [mark.ref],
      body: { course: interview.course, objective: objective.id, reason },
    });
  };

  const save = async (mark: MadeMark, replaces: readonly MadeMark[]): Promise<void> => {
    for (const old of replaces) {
      const withdrawn = await withdraw(old, CHANGED);
      if (!withdrawn.ok) return failed(withdrawn.error);
    }
    if (replaces.length > 0) send({ type: 'replaced' });
    const stored = await ports.append(eventOf(interview, mark));
    if (!stored.ok) return failed(stored.error);
    ports.feel(stored.value.kept === 'database' ? 'saved' : 'not-saved');
    send({ type: 'stored' });
  };
  const failed = ({ code }: Fault): void => {
    ports.feel('not-saved');
    send({ type: 'not-stored', code });
  };
  const takeBack = async (mark: MadeMark): Promise<void> => {
    const withdrawn = await withdraw(mark, TAKEN_BACK);
    send(
      withdrawn.ok
        ? { type: 'taken-back' }
        : { type: 'not-taken-back', code: withdrawn.error.code },
    );
  };

  return {
    store,
    send,
    mark: (answer, at, stays = false) =>
      send({ type: 'mark', answer, ref: refToEvent(ports.newId()), at, stays }),
  };
}

function stepOf({ steps }: Interview, mark: MadeMark): InterviewStep {
  const found = steps[mark.step];
  assert(found !== undefined, 'a mark belongs to a step of its own plan');
  return found;
}

function eventOf(interview: Interview, made: MadeMark) {
  const { course, student, occasion, role } = interview;
  const { objective, part, purpose } = stepOf(interview, made);
  const { mark, thing } = made.answer;
  const ref = parseRef(made.ref);
  assert(ref?.type === 'event', 'a new mark is named by the id that its tap made');
  return {
    kind: 'interview.mark',
    id: asId<EventId>(ref.id),
    about: `student/${student}`,
    body: {
      course,
      objective: objective.id,
      rev: objective.rev,
      mark,
      ...(thing === undefined ? {} : { thing }),
      ...(part === undefined ? {} : { part: part.path }),
      occasion,
      purpose,
      role,
    },
  } as const;
}
