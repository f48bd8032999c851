import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Course } from '#domain/model/course.ts';
import type { StudentId, UnitId } from '#domain/model/ids.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import { useServices } from '#data/services-context.tsx';
import type { DataServices } from '#data/services.ts';
import { keepAwake } from '#platform/wake-lock.ts';
import { vibrate } from '#platform/vibrate.ts';
import type { InterviewState } from '#state/interview-machine.ts';
import { marksOf } from '#state/interview-marks.ts';
import { planInterview, type InterviewStep } from '#state/interview-plan.ts';
import { openSitting, type InterviewAddress, type Sitting } from '#state/interview-sitting.ts';
import { openInterview, type InterviewStore } from '#state/interview-store.ts';
import { afterPaint } from './after-paint.ts';

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
}

const SAVED_MS = 18;
const NOT_SAVED_MS = [60, 60, 60];

/** Opens the interview with one child, or goes on with the one that is open. Mount it once per child. */
export function useInterview(place: InterviewPlace): RunningInterview {
  const services = useServices();
  const [running] = useState(() => begin(place, services));
  const state = useStore(running.store.store);
  useOpenWork(services);
  const { stage } = state;
  const unseen = (stage.name === 'asking' || stage.name === 'summary') && stage.shownAt === null;
  useEffect(
    () => (unseen ? afterPaint((at) => running.store.send({ type: 'shown', at })) : undefined),
    // A new stage is a new thing on the screen, also where the one before was as unseen as this one.
    [unseen, stage, running],
  );
  return { ...running, state };
}

function begin(place: InterviewPlace, services: DataServices): Omit<RunningInterview, 'state'> {
  const { address, student, course, units, role } = place;
  const snapshot = services.snapshot.get();
  const body = snapshot.progress(student, course.id);
  const sitting = openSitting(address, {
    day: snapshot.dayOf(Date.now()),
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
  return { sitting, steps, store };
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
