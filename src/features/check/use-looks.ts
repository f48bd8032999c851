import { useEffect, useState } from 'react';
import { isReadDirectionsOnly } from '#domain/items/check-form.ts';
import type { FormResult } from '#domain/items/grade.ts';
import { scoreLook } from '#domain/mastery/retention-score.ts';
import type { Objective } from '#domain/model/course.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { CheckDraft, DataServices } from '#data/services.ts';
import { closeCheck } from '#state/check-close.ts';
import { returnTo } from '#state/check-draft.ts';
import { formOfDraft } from '#state/check-start.ts';
import { findObjective } from '#state/find-objective.ts';
import { openCheck } from '#state/check-store.ts';
import type { IdentifiedChild } from '#state/identified-child.ts';
import { planLooks, type PlannedLook } from '#state/plan-looks.ts';
import { schoolNow } from '#state/school-now.ts';
import { startLook } from '#state/start-look.ts';
import { mayHear, type OpenedCheck } from './use-running-check.ts';

/** How one look ended, for the words at the end of the sitting. */
export interface EndedLook {
  readonly objective: Objective;
  readonly opened: OpenedCheck;
  readonly result: FormResult;
}

export type Looks =
  | { readonly type: 'loading' }
  | { readonly type: 'nothing' }
  | {
      readonly type: 'open';
      readonly opened: OpenedCheck;
      /** Which of how many, from 0. */
      readonly place: number;
      readonly of: number;
      readonly onEnd: (result: FormResult) => void;
    }
  | { readonly type: 'end'; readonly ends: readonly EndedLook[] };

const moment = () => ({ mono: performance.now(), wall: Date.now() });

/** One sitting: a look that was left open first, then what is due. The list is made once, at its beginning. */
export function useLooks(student: StudentId, child: IdentifiedChild | null): Looks {
  const services = useServices();
  const [plan] = useState(() =>
    planLooks(
      services.snapshot.get(),
      services.drafts.open.get(),
      student,
      schoolNow(services, Date.now()),
    ),
  );
  const [ends, setEnds] = useState<readonly EndedLook[]>([]);
  const [skipped, setSkipped] = useState(0);
  const [opened, setOpened] = useState<OpenedCheck | null>(null);
  const place = ends.length + skipped;
  const target = plan[place];
  useEffect(() => {
    if (target === undefined || child === null) return;
    let stays = true;
    const begin = async (): Promise<void> => {
      const draft = await draftFor(services, child, target);
      const next = draft === null ? null : await openLook(services, draft);
      if (!stays) return;
      setOpened(next);
      // What cannot be asked any more (its questions are gone) is passed over.
      if (next === null) setSkipped((count) => count + 1);
    };
    void begin();
    return () => {
      stays = false;
    };
  }, [services, child, target]);
  if (target === undefined) return ends.length === 0 ? { type: 'nothing' } : { type: 'end', ends };
  if (opened === null || opened.draft.objective !== target.objective) return { type: 'loading' };
  return {
    type: 'open',
    opened,
    place,
    of: plan.length,
    onEnd: (result) => {
      setOpened(null);
      setEnds((before) => [...before, { objective: opened.objective, opened, result }]);
    },
  };
}

async function draftFor(
  services: DataServices,
  child: IdentifiedChild,
  { draft, course, objective }: PlannedLook,
): Promise<CheckDraft | null> {
  if (draft !== undefined) {
    const back = returnTo(draft, Date.now(), services.snapshot.get().dayOf);
    if (back !== 'closed') return draft;
    await closeCheck(services, draft);
  }
  const begun = await startLook(services, child, { course, objective }, Date.now());
  return begun.ok ? begun.value : null;
}

async function openLook(
  { snapshot, drafts }: DataServices,
  draft: CheckDraft,
): Promise<OpenedCheck | null> {
  const form = await formOfDraft(snapshot.get(), draft);
  const found = findObjective(snapshot.get(), draft);
  if (found === null || !form.ok) return null;
  const setup = { form: form.value, limitMs: null, score: scoreLook };
  const check = openCheck(draft, setup, { drafts, now: moment }, true);
  return {
    draft,
    setup,
    objective: found.objective,
    timeFactor: 1,
    showsTimer: false,
    asksHowSure: false,
    isRead: mayHear(draft, found.course),
    directionsOnly: isReadDirectionsOnly(found.objective),
    check,
  };
}
