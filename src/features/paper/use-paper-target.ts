import { useParams } from 'wouter';
import { asId, type CourseId, type GroupId } from '#domain/model/ids.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';

export interface PaperPlace {
  readonly snapshot: Snapshot;
  readonly group: GroupId;
  /** Undefined when this device has not the group, the course or a check of the objective. */
  readonly found: { readonly course: Course; readonly objective: Objective } | undefined;
}

/** The group and the objective of an address, live. */
export function usePaperTarget(): PaperPlace {
  const params = useParams<{ group: string; course: string; objective: string }>();
  const snapshot = useLive(useServices().snapshot);
  const group = asId<GroupId>(params.group);
  const course = snapshot.course(asId<CourseId>(params.course));
  const objective = course?.objectives.find(
    ({ id, check }) => id === params.objective && check !== undefined,
  );
  const there = snapshot.group(group) !== undefined;
  const found =
    there && course !== undefined && objective !== undefined ? { course, objective } : undefined;
  return { snapshot, group, found };
}
