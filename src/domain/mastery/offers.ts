/** Checks that a teacher has started for children of a group (`check.offer`): which of them stand for a child now. */
import type { OffersBody } from '../model/documents.ts';
import type { Offer } from '../model/event.ts';
import { asId, type CourseId, type ObjectiveId, type StudentId } from '../model/ids.ts';

/** The name of an offer in its document. Ids hold no slash. */
export function offerName(course: CourseId, objective: ObjectiveId): string {
  return `${course}/${objective}`;
}

export interface StandingOffer {
  readonly course: CourseId;
  readonly objective: ObjectiveId;
  /** When it was started, ms. */
  readonly at: number;
  readonly until: 'today' | 'open';
  readonly students: readonly StudentId[] | 'all';
}

/**
 * The offers of a group that stand, newest first: not taken back, and of today where they end with the day.
 * @param now school time, ms
 * @param day the school's calendar day of a moment
 */
export function standingOffers(
  body: OffersBody | undefined,
  now: number,
  day: (moment: number) => string,
): readonly StandingOffer[] {
  const today = day(now);
  return Object.entries(body?.offers ?? {})
    .flatMap(([name, { set, at }]): StandingOffer[] => {
      if (set === null || (set.until === 'today' && day(at) !== today)) return [];
      const [course = '', objective = ''] = name.split('/');
      return [{ course: asId(course), objective: asId(objective), at, ...set }];
    })
    .toSorted((a, b) => b.at - a.at);
}

/** Whether an offer is for a child. @param records all records of the child */
export function isOfferedTo(offer: StandingOffer, records: readonly StudentId[]): boolean {
  const { students } = offer;
  return students === 'all' || records.some((record) => students.includes(record));
}

/**
 * The offer of one check with one more child in it: what stands is widened and ends as it did, else it is for today. Null where the
 * child has it already.
 * @param records all records of the child, the one that stands for it first
 * @param now school time, ms
 * @param day the school's calendar day of a moment
 */
export function offerWithChild(
  body: OffersBody | undefined,
  target: Pick<StandingOffer, 'course' | 'objective'>,
  records: readonly StudentId[],
  now: number,
  day: (moment: number) => string,
): Offer | null {
  const standing = standingOffers(body, now, day).find(
    ({ course, objective }) => course === target.course && objective === target.objective,
  );
  if (standing === undefined) return { students: records.slice(0, 1), until: 'today' };
  const { students, until } = standing;
  if (students === 'all' || isOfferedTo(standing, records)) return null;
  return { students: [...students, ...records.slice(0, 1)], until };
}
