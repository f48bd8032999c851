/** What a child can work on now: open objectives, and the frontier. */
import type { Course } from '../model/course.ts';
import type { ProgressBody } from '../model/documents.ts';
import type { UnitId } from '../model/ids.ts';
import { isMastered, statusAt } from './progress.ts';

/** Most objectives that a frontier shows. */
const FRONTIER = 8;

const placesOf = new WeakMap<Course, ReadonlyMap<string, number>>();

/**
 * Open = taught, not mastered or excused, and every prerequisite mastered or excused. Prerequisites that are retired or
 * outside the course are ignored; an objective without prerequisites is open from the start, and course order says which
 * comes first.
 *
 * A prerequisite outside the units in use does not close anything either: a teacher who puts a unit into use has decided
 * that the class works on it, and a child could never reach what stands in a unit that nobody teaches. Between two units
 * that are both in use the order of the course holds. Only what an objective itself names is asked for, never what its
 * prerequisites need in turn: behind one that is not in use nothing is looked for.
 * @param unitsInUse left out, every unit is in use
 */
export function isOpen(
  course: Course,
  body: ProgressBody | undefined,
  position: number,
  unitsInUse?: readonly UnitId[],
): boolean {
  const objective = course.objectives[position];
  if (objective === undefined || objective.retired === true || isDone(body, position)) return false;
  const places = positions(course);
  return objective.prerequisites.every((id) => {
    const place = places.get(id);
    const needed = place === undefined ? undefined : course.objectives[place];
    if (place === undefined || needed === undefined || needed.retired === true) return true;
    if (unitsInUse !== undefined && !unitsInUse.includes(needed.unit)) return true;
    return isDone(body, place);
  });
}

/** Positions of the open objectives of the course, or of one of its units, in course order. */
export function openPositions(
  course: Course,
  body: ProgressBody | undefined,
  unit?: UnitId,
  unitsInUse?: readonly UnitId[],
): number[] {
  const open: number[] = [];
  for (const [position, objective] of course.objectives.entries()) {
    if (unit !== undefined && objective.unit !== unit) continue;
    if (isOpen(course, body, position, unitsInUse)) open.push(position);
  }
  return open;
}

/** Positions of the first open objective of each unit in use, units in the order of the course; at most eight. */
export function frontier(
  course: Course,
  body: ProgressBody | undefined,
  unitsInUse: readonly UnitId[],
): number[] {
  return course.units
    .filter(({ id }) => unitsInUse.includes(id))
    .flatMap(({ id }) => openPositions(course, body, id, unitsInUse).slice(0, 1))
    .slice(0, FRONTIER);
}

function isDone(body: ProgressBody | undefined, position: number): boolean {
  const status = statusAt(body, position);
  return isMastered(status) || status === 'excused';
}

function positions(course: Course): ReadonlyMap<string, number> {
  const known = placesOf.get(course);
  if (known !== undefined) return known;
  const places = new Map(course.objectives.map(({ id }, place) => [id, place] as const));
  placesOf.set(course, places);
  return places;
}
