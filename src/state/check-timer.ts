/** Whether the child of a check sees the time bar. */
import { isTimerShown } from '#domain/model/supports.ts';
import type { CheckDraft, Snapshot } from '#data/services.ts';

/**
 * The supports the check began with, then what the teachers of the child's groups have set for the course, then the course. Where
 * two groups differ, the calmer one stands.
 */
export function showsTimer(
  snapshot: Snapshot,
  { student, course, supports }: Pick<CheckDraft, 'student' | 'course' | 'supports'>,
): boolean {
  const records = snapshot.recordsOf(student);
  const settings = snapshot
    .groups()
    .filter(({ body }) => records.some((record) => body.students[record]?.on === true))
    .map(({ id }) => snapshot.use(id)?.timers?.[course]?.set ?? null);
  const group = settings.includes('hidden')
    ? 'hidden'
    : (settings.find((set) => set !== null) ?? null);
  return isTimerShown(supports, group, snapshot.course(course)?.timer);
}
