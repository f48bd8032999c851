/** What a check can be started for: objectives with a check in the units that a group has in use. */
import { frontier } from '#domain/mastery/frontier.ts';
import { flagsAt, isMastered, statusAt } from '#domain/mastery/progress.ts';
import type { LocalText } from '#domain/kernel/local-text.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';

export interface ObjectiveChoice {
  readonly course: Course;
  readonly objective: Objective;
  readonly position: number;
  readonly unit: LocalText;
  /** Children for whom it comes next. */
  readonly next: number;
  /** Children who said that they are ready to try. */
  readonly ready: number;
  /** Children who have mastered it. */
  readonly done: number;
}

/** What most children said they are ready for comes first, then what comes next for most, then course order. */
export function objectiveChoices(snapshot: Snapshot, group: GroupId): readonly ObjectiveChoice[] {
  const students = snapshot.studentsOf(group);
  const use = snapshot.use(group)?.courses ?? {};
  const all = snapshot.courses().flatMap((course) => {
    const units = use[course.id]?.units ?? [];
    return units.length === 0 ? [] : choicesOf(snapshot, course, units, students);
  });
  return all.toSorted((a, b) => b.ready - a.ready || b.next - a.next);
}

function choicesOf(
  snapshot: Snapshot,
  course: Course,
  units: readonly string[],
  students: readonly StudentId[],
): ObjectiveChoice[] {
  const inUse = course.units.filter(({ id }) => units.includes(id));
  const bodies = students.map((student) => snapshot.progress(student, course.id));
  const fronts = bodies.map((body) => {
    const ids = inUse.map(({ id }) => id);
    return new Set(frontier(course, body, ids));
  });
  return course.objectives.flatMap((objective, position): ObjectiveChoice[] => {
    const unit = inUse.find(({ id }) => id === objective.unit);
    if (unit === undefined || objective.check === undefined || objective.retired === true)
      return [];
    const count = (fits: (body: (typeof bodies)[number]) => boolean) => bodies.filter(fits).length;
    return [
      {
        course,
        objective,
        position,
        unit: unit.title,
        next: fronts.filter((front) => front.has(position)).length,
        ready: count((body) => flagsAt(body, position).includes('ready-to-try')),
        done: count((body) => isMastered(statusAt(body, position))),
      },
    ];
  });
}

/** Those whose title, sentence, unit or course has every word of the search; all where there is none. */
export function matching(
  choices: readonly ObjectiveChoice[],
  search: string,
  local: (text: LocalText) => string,
): readonly ObjectiveChoice[] {
  const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain(search).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return choices;
  return choices.filter(({ course, objective, unit }) => {
    const all = [objective.title, objective.ican, unit, course.title].map(local).join(' ');
    const text = plain(all);
    return words.every((word) => text.includes(word));
  });
}
