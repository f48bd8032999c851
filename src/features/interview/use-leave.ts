import { useLocation } from 'wouter';
import { asId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import type { Course } from '#domain/model/course.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import {
  closeSitting,
  heardToday,
  reopenSitting,
  sittingBefore,
  useSittings,
  type Sitting,
} from '#state/interview-sitting.ts';
import type { InterviewStep } from '#state/interview-plan.ts';
import { nextStudent, studentQueue, type QueuedStudent } from './student-queue.ts';

export interface Leave {
  /** Ends this sitting and begins with the next child of the default order; null when all were heard. */
  readonly next: (QueuedStudent & { readonly go: () => void }) | null;
  /** The child before, to whom "last mark" leads where this one has none yet. */
  readonly before: { readonly name: string } | null;
  readonly back: () => void;
  /** Ends this sitting. */
  readonly done: () => void;
  /** Leaves it open: it can go on later today. */
  readonly close: () => void;
}

/** The ways out of an interview. */
export function useLeave(sitting: Sitting, course: Course, steps: readonly InterviewStep[]): Leave {
  const snapshot = useLive(useServices().snapshot);
  const list = useSittings((state) => state.list);
  const [, navigate] = useLocation();
  const { group, unit, student, occasion, day } = sitting;
  const start = `/groups/${group}/interview`;
  const toStudent = (id: StudentId): void =>
    navigate(`${start}/${course.id}/${unit}/${id}`, { replace: true });

  const positions = [...new Set(steps.map(({ position }) => position))];
  const queue = studentQueue(snapshot, asId<GroupId>(group), course.id, positions);
  const next = nextStudent(queue, student, heardToday(list, sitting, day));
  const earlier = sittingBefore(list, sitting);
  const earlierName = earlier === null ? undefined : snapshot.student(earlier.student)?.name;

  return {
    next:
      next === null
        ? null
        : {
            ...next,
            go() {
              closeSitting(occasion);
              toStudent(next.id);
            },
          },
    before: earlierName === undefined ? null : { name: earlierName },
    back() {
      if (earlier === null) return;
      reopenSitting(earlier.occasion);
      toStudent(earlier.student);
    },
    done() {
      closeSitting(occasion);
      navigate(start);
    },
    close: () => navigate(start),
  };
}
