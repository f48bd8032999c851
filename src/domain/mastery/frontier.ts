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
 */
export function isOpen(course: Course, body: ProgressBody | undefined, position: number): boolean {
  const objective = course.objectives[position];
  if (objective === undefined || objective.retired === true || isDone(body, position)) return false;
  const places = positions(course);
  return objective.prerequisites.every((id) => {
    const place = places.get(id);
    return place === undefined || course.objectives[place]?.retired === true || isDone(body, place);
  });
}

/** Positions of the open objectives of the course, or of one of its units, in course order. */
export function openPositions(
  course: Course,
  body: ProgressBody | undefined,
  unit?: UnitId,
): number[] {
  const open: number[] = [];
  for (const [position, objective] of course.objectives.entries()) {
    if ((unit === undefined || objective.unit === unit) && isOpen(course, body, position))
      open.push(position);
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
    .flatMap(({ id }) => openPositions(course, body, id).slice(0, 1))
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
