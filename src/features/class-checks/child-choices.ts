/** The children for whom a check can be started, with what a teacher wants to know of each before. */
import { flagsAt, objectiveProgress, statusAt } from '#domain/mastery/progress.ts';
import { DEFAULT_RETAKES, retakeOf, type Retake } from '#domain/mastery/retake.ts';
import type { Course } from '#domain/model/course.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Status } from '#domain/model/status.ts';
import type { Snapshot } from '#data/services.ts';

export interface ChildChoice {
  readonly id: StudentId;
  readonly name: string;
  readonly avatar: string;
  readonly status: Status;
  /** Said "I am ready to try". */
  readonly isReady: boolean;
  /** Whether the rules for another try let the child begin now. */
  readonly retake: Retake['state'];
}

/** By name. @param now school time, ms */
export function childChoices(
  snapshot: Snapshot,
  group: GroupId,
  course: Course,
  position: number,
  now: number,
): readonly ChildChoice[] {
  const setting = snapshot.school()?.retakes ?? DEFAULT_RETAKES;
  return snapshot.studentsOf(group).flatMap((id): ChildChoice[] => {
    const student = snapshot.student(id);
    if (student === undefined) return [];
    const body = snapshot.progress(id, course.id);
    const progress = objectiveProgress(course, body, position, snapshot.dayOf);
    return [
      {
        id,
        name: student.name,
        avatar: student.avatar,
        status: statusAt(body, position),
        isReady: flagsAt(body, position).includes('ready-to-try'),
        retake: retakeOf(progress, setting, now, snapshot.dayOf).state,
      },
    ];
  });
}
