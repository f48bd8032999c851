/** One line per child of a group: what the devices say now, and what is known here anyway. */
import type { StandingOffer } from '#domain/mastery/offers.ts';
import { isOfferedTo } from '#domain/mastery/offers.ts';
import {
  asId,
  type CourseId,
  type GroupId,
  type ObjectiveId,
  type StudentId,
} from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import type { PresenceList } from '#protocol/presence-list.ts';
import { handedInSince, type HandedIn } from './handed-in.ts';

type Check = PresenceList['checks'][number];

/** A word of a device about one child. */
export interface Heard extends Check {
  /** The newest answer has it; else it is the last that was heard. */
  readonly isCurrent: boolean;
}

interface Target {
  readonly course: CourseId;
  readonly objective: ObjectiveId;
}

export type Doing =
  | (Target & {
      /** `gone`: nothing is heard of it any more (asleep, switched off, no network). */
      readonly type: 'working' | 'paused' | 'gone';
      readonly place: number;
      readonly of: number;
      readonly answered: readonly number[];
      readonly heardAt: number;
    })
  /** `result` null: on its way to this device. */
  | (Target & { readonly type: 'handed-in'; readonly result: HandedIn | null })
  | (Target & { readonly type: 'not-begun' })
  | { readonly type: 'nothing' };

export interface LiveRow {
  readonly id: StudentId;
  readonly name: string;
  readonly avatar: string;
  readonly doing: Doing;
}

/** Sending it, waiting for a quiet moment, and the minute in which a device says so again. */
const ON_ITS_WAY_MS = 2 * 60_000;

/** @param offers that stand for the group, newest first @param heard by child, or by another record of the child */
export function liveRows(
  snapshot: Snapshot,
  group: GroupId,
  offers: readonly StandingOffer[],
  heard: ReadonlyMap<string, Heard>,
): readonly LiveRow[] {
  return snapshot.studentsOf(group).flatMap((id): LiveRow[] => {
    const student = snapshot.student(id);
    if (student === undefined) return [];
    const records = snapshot.recordsOf(id);
    const word = records.flatMap((record) => heard.get(record) ?? [])[0];
    const own = offers.filter((offer) => isOfferedTo(offer, records));
    const doing =
      (word === undefined ? null : doingOf(snapshot, id, word)) ?? offered(snapshot, id, own);
    return [{ id, name: student.name, avatar: student.avatar, doing }];
  });
}

function doingOf(snapshot: Snapshot, student: StudentId, word: Heard): Doing {
  const target = {
    course: asId<CourseId>(word.course),
    objective: asId<ObjectiveId>(word.objective),
  };
  const { place, of, answered, heardAt, state, isCurrent } = word;
  const result =
    isCurrent && state !== 'handed-in'
      ? null
      : handedInSince(snapshot, student, target, heardAt - ON_ITS_WAY_MS);
  if (result !== null || state === 'handed-in') return { type: 'handed-in', ...target, result };
  const type = isCurrent ? state : 'gone';
  return { type, ...target, place, of, answered, heardAt };
}

function offered(snapshot: Snapshot, student: StudentId, offers: readonly StandingOffer[]): Doing {
  let last: Doing | null = null;
  for (const { course, objective, at } of offers) {
    const result = handedInSince(snapshot, student, { course, objective }, at);
    if (result === null) return { type: 'not-begun', course, objective };
    last ??= { type: 'handed-in', course, objective, result };
  }
  return last ?? { type: 'nothing' };
}
