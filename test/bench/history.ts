/** Six weeks of a class, as the events that its devices would have sent. */
import { textHash } from '#domain/kernel/content-hash.ts';
import { intBetween, pick, seededRandom, type Random } from '#domain/kernel/random.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import { asId, type CourseId, type ObjectiveId } from '#domain/model/ids.ts';
import type { EventRow } from '#protocol/event.ts';
import { checkEvent } from '#test/support/server-class.ts';
import type { TestDevice } from '#test/support/server-device.ts';

const MOST_TRIES = 3;
const MASTERY = 0.6;
/** The hours of a school day in which a class works with the tablets. */
const SCHOOL_MS = 5 * 3_600_000;

/** Where a child stands in a course. */
interface Path {
  readonly student: string;
  readonly course: Course;
  place: number;
  tries: number;
}

export interface Writers {
  /** Checks of children come from a class tablet. */
  readonly tablet: TestDevice;
  /** Marks come from a teacher's device. */
  readonly teacher: TestDevice;
}

export interface History {
  /** The next attempts of the class, by who sends them, in the hours before `end` (ms). */
  readonly next: (count: number, end: number) => { tablet: EventRow[]; teacher: EventRow[] };
}

interface Turn extends Path {
  readonly objective: Objective;
  /** When the attempt was made, ms. */
  readonly at: number;
  readonly succeeds: boolean;
}

/** Every child goes through every course in order, up to three attempts at an objective; whose turn it is, is chance. */
export function historyOf(
  students: readonly string[],
  courses: readonly Course[],
  writers: Writers,
): History {
  const random = seededRandom('history');
  const paths = students.flatMap((student) =>
    courses.map((course): Path => ({ student, course, place: 0, tries: 0 })),
  );
  return {
    next(count, end) {
      const rows = { tablet: [] as EventRow[], teacher: [] as EventRow[] };
      for (let i = 0; i < count; i += 1) {
        const path = pick(random, paths);
        const objective = path.course.objectives[path.place];
        if (objective === undefined) continue;
        // In order, but never at the same second: that would compress better than a day does.
        const at = end - SCHOOL_MS + Math.floor((SCHOOL_MS * (i + random())) / count);
        const one = { ...path, objective, at, succeeds: random() < MASTERY };
        if (objective.check === undefined) rows.teacher.push(mark(writers.teacher, one));
        else rows.tablet.push(check(writers.tablet, one, random));
        advance(path, one.succeeds);
      }
      return rows;
    },
  };
}

function advance(path: Path, succeeded: boolean): void {
  path.tries += 1;
  if (path.tries < MOST_TRIES && !succeeded) return;
  path.place += 1;
  path.tries = 0;
}

function check(tablet: TestDevice, turn: Turn, random: Random): EventRow {
  const { student, course, objective, at, succeeds } = turn;
  const right = succeeds ? intBetween(random, 9, 10) : intBetween(random, 3, 8);
  const activeMs = intBetween(random, 40_000, 170_000);
  return checkEvent(tablet, student, {
    at,
    right,
    target: { course, objective },
    change: (body) => ({ ...body, activeMs }),
  });
}

function mark(teacher: TestDevice, turn: Turn): EventRow {
  const { student, course, objective, at, succeeds } = turn;
  const { rev } = objective;
  return teacher.event(
    'interview.mark',
    `student/${student}`,
    {
      course: asId<CourseId>(course.id),
      objective: asId<ObjectiveId>(objective.id),
      rev,
      mark: { type: succeeds ? 'met' : 'not-yet' },
      prompt: 0,
      // One sitting of a child a day.
      occasion: textHash(`${student} ${new Date(at).toISOString().slice(0, 10)}`),
      purpose: 'mastery',
      role: 'teacher',
    },
    { at },
  );
}
