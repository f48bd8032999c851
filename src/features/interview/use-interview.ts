import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Course } from '#domain/model/course.ts';
import type { StudentId, UnitId } from '#domain/model/ids.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import { useServices } from '#data/services-context.tsx';
import type { DataServices } from '#data/services.ts';
import { keepAwake } from '#platform/wake-lock.ts';
import { vibrate } from '#platform/vibrate.ts';
import { GUARD_MS, type InterviewState, type Stage } from '#state/interview-machine.ts';
import { marksOf } from '#state/interview-marks.ts';
import { planInterview, type InterviewStep } from '#state/interview-plan.ts';
import {
  keepSitting,
  openSitting,
  type InterviewAddress,
  type Sitting,
} from '#state/interview-sitting.ts';
import { openInterview, type InterviewStore } from '#state/interview-store.ts';
import { schoolNow } from '#state/school-now.ts';
import { whenPainted } from './when-painted.ts';

export interface InterviewPlace {
  readonly address: InterviewAddress;
  readonly student: StudentId;
  readonly course: Course;
  readonly units: readonly UnitId[];
  readonly role: AssignableRole;
}

export interface RunningInterview {
  readonly sitting: Sitting;
  /** Fixed while the sitting lasts: marks that arrive from elsewhere do not move it. */
  readonly steps: readonly InterviewStep[];
  readonly state: InterviewState;
  readonly store: InterviewStore;
  /** The guard against a double tap is over: what is on the screen can be marked. */
  readonly hears: boolean;
}

/**
 * Saving comes first: drawing "saving" between the tap and the write would hold the write up (a third of the time of a tap on a
 * slow tablet). The button is already pressed in; only a write that takes longer than this is drawn.
 */
const DRAW_SAVING_MS = 100;
const SAVED_MS = 18;
const NOT_SAVED_MS = [60, 60, 60];

/** Opens the interview with one child, or goes on with the one that is open. Mount it once per child. */
export function useInterview(place: InterviewPlace): RunningInterview {
  const services = useServices();
  const [running] = useState(() => begin(place, services));
  const state = useSyncExternalStore(running.subscribe, running.store.store.getState);
  useEffect(() => keepSitting(running.sitting), [running]);
  useOpenWork(services);
  const { stage } = state;
  const unseen = (stage.name === 'asking' || stage.name === 'summary') && stage.shownAt === null;
  useEffect(
    () => (unseen ? whenPainted((at) => running.store.send({ type: 'shown', at })) : undefined),
    // A new stage is a new thing on the screen, also where the one before was as unseen as this one.
    [unseen, stage, running],
  );
  const { sitting, steps, store } = running;
  return { sitting, steps, store, state, hears: useGuardOver(stage) };
}

/** True from the end of the guard until the stage changes. */
function useGuardOver(stage: Stage): boolean {
  const [over, setOver] = useState<Stage | null>(null);
  const shown = (stage.name === 'asking' || stage.name === 'summary') && stage.shownAt !== null;
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setOver(stage), GUARD_MS);
    return () => clearTimeout(timer);
  }, [shown, stage]);
  return shown && over === stage;
}

/** Tells of every change at once, but of `saving` late. */
function subscribeLate({ store }: InterviewStore): (listener: () => void) => () => void {
  return (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe(({ stage }) => {
      clearTimeout(timer);
      if (stage.name === 'saving') timer = setTimeout(listener, DRAW_SAVING_MS);
      else listener();
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  };
}

interface Begun extends Omit<RunningInterview, 'state' | 'hears'> {
  readonly subscribe: (listener: () => void) => () => void;
}

function begin(place: InterviewPlace, services: DataServices): Begun {
  const { address, student, course, units, role } = place;
  const snapshot = services.snapshot.get();
  const body = snapshot.progress(student, course.id);
  const sitting = openSitting(address, {
    day: snapshot.dayOf(schoolNow(services, Date.now())),
    statuses: body?.st ?? '',
    newId: services.newId,
  });
  const { occasion, statuses } = sitting;
  const steps = planInterview(course, units, statuses);
  const marks = marksOf(occasion, course, steps, body, snapshot.pending(), snapshot.dayOf);
  const store = openInterview(
    { student, course: course.id, steps, marks, occasion, role },
    {
      append: services.append,
      newId: services.newId,
      after: (ms, then) => void setTimeout(then, ms),
      feel: (what) => vibrate(what === 'saved' ? SAVED_MS : NOT_SAVED_MS),
    },
  );
  return { sitting, steps, store, subscribe: subscribeLate(store) };
}

/** While an interview is open the device neither locks nor sleeps by itself. */
function useOpenWork(services: DataServices): void {
  useEffect(() => {
    const release = [services.session.keepUnlocked(), keepAwake()];
    return () => {
      for (const one of release) one();
    };
  }, [services]);
}
