/** What was chosen for a group and is not saved yet: who looks at something else first finds it again. In memory alone. */
import { create } from 'zustand';
import type { CourseId, GroupId, UnitId } from '#domain/model/ids.ts';

/** Whether children of the group see the time bar in checks of a course; `course`: as the course has it. */
export type TimeBar = 'course' | 'shown' | 'hidden';

export interface CourseDraft {
  readonly units: ReadonlyMap<CourseId, readonly UnitId[]>;
  readonly bars: ReadonlyMap<CourseId, TimeBar>;
}

const NOTHING: CourseDraft = { units: new Map(), bars: new Map() };

const useDrafts = create<{ readonly drafts: ReadonlyMap<GroupId, CourseDraft> }>()(() => ({
  drafts: new Map(),
}));

export function useCourseDraft(group: GroupId): CourseDraft {
  return useDrafts(({ drafts }) => drafts.get(group) ?? NOTHING);
}

export function chooseUnits(group: GroupId, course: CourseId, units: readonly UnitId[]): void {
  change(group, (draft) => ({ ...draft, units: new Map(draft.units).set(course, units) }));
}

export function chooseBar(group: GroupId, course: CourseId, bar: TimeBar): void {
  change(group, (draft) => ({ ...draft, bars: new Map(draft.bars).set(course, bar) }));
}

/** After it was saved, and where somebody leaves without saving. */
export function forgetCourseDraft(group: GroupId): void {
  change(group, () => NOTHING);
}

function change(group: GroupId, next: (draft: CourseDraft) => CourseDraft): void {
  useDrafts.setState(({ drafts }) => ({
    drafts: new Map(drafts).set(group, next(drafts.get(group) ?? NOTHING)),
  }));
}
