/** Who has said who they are, on this tablet, now. In memory only: a reload or a new page asks again. */
import { create } from 'zustand';
import type { CheckBody } from '#domain/model/event.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { CheckDraft } from '#data/services.ts';

export interface IdentifiedChild {
  readonly student: StudentId;
  readonly by: CheckBody['identifiedBy'];
}

export const useIdentifiedChild = create<{ readonly child: IdentifiedChild | null }>(() => ({
  child: null,
}));

export function identifyChild(child: IdentifiedChild): void {
  useIdentifiedChild.setState({ child });
}

/** Goes on with an open check: the child who began it is taken to be there still. */
export function carryOnCheck(draft: Pick<CheckDraft, 'student' | 'identifiedBy'>): void {
  identifyChild({ student: draft.student, by: draft.identifiedBy });
}

/** Back to the door: nothing of a child stays on screen. */
export function forgetChild(): void {
  useIdentifiedChild.setState({ child: null });
}
