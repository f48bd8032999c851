import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { StudentId } from '#domain/model/ids.ts';
import { readSupports, timeFactorOf } from '#domain/model/supports.ts';
import { useServices } from '#data/services-context.tsx';
import type { CheckDraft, Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { isOpenCheckOf } from '#state/check-draft.ts';
import { prepareCheck, startCheck } from '#state/check-start.ts';
import { showsTimer } from '#state/check-timer.ts';
import { findObjective, type CheckTarget } from '#state/find-objective.ts';
import type { IdentifiedChild } from '#state/identified-child.ts';
import { nextTry } from '#state/next-try.ts';
import { offeredCheck } from '#state/offered-checks.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { myObjective } from './my-objectives.ts';
import { ObjectivePage } from './objective-page.tsx';
import { placeOf, workOf } from './places.ts';
import { useMistakesHere } from './use-mistakes-here.ts';
import { wayOn } from './way-on.ts';

export interface MyObjectiveScreenProps {
  readonly child: IdentifiedChild;
  readonly target: CheckTarget;
}

/** One objective of the child who is there. While a check is open there is only that one to go on with. */
export function MyObjectiveScreen({ child, target }: MyObjectiveScreenProps) {
  const { student } = child;
  const services = useServices();
  const snapshot = useLive(services.snapshot);
  const now = useSchoolNow();
  const [, navigate] = useLocation();
  const { course, objective } = target;
  const seen = useMemo(() => {
    const found = findObjective(snapshot, { course, objective });
    if (found === null) return null;
    return {
      mine: myObjective(snapshot, student, found, now),
      isOffered: offeredCheck(snapshot, student, { course, objective }, now) !== undefined,
      ...nextTry(snapshot, student, { course, objective }, now),
    };
  }, [snapshot, student, course, objective, now]);
  const here = useMistakesHere(seen?.mistakes ?? null);
  // Where the mistakes are decides what comes first; nothing is shown that would change in the next moment.
  const isLookingUp = here === null && seen?.mine.retake === 'review-first';
  const way = seen === null || isLookingUp ? null : wayOn(seen.mine, here === true, seen.isOffered);
  usePreparedCheck(child, target, way === 'start');
  // The draft of the check that begins here is there before its first question is: nothing of this page is drawn again for it.
  const begins = useRef(false);
  const isOther = useCallback(
    (drafts: readonly CheckDraft[]) =>
      !begins.current && drafts.some((draft) => isOpenCheckOf(draft, student)),
    [student],
  );
  const isOpen = useLive(services.drafts.open, isOther);
  if (seen === null || isOpen) return <Redirect to={workOf(student)} replace />;
  const start = async () => {
    begins.current = true;
    const begun = await startCheck(services, child, target, Date.now());
    if (begun.ok) navigate(`/student/${student}/check/${begun.value.id}`);
    else begins.current = false;
    return begun;
  };
  return (
    <ObjectivePage
      student={student}
      mine={seen.mine}
      timeFactor={timeShown(snapshot, student, target)}
      isReadTo={snapshot.student(student)?.supports?.includes('read-aloud') === true}
      way={way}
      hasMistakes={here === true}
      onStart={start}
      onMistakes={() => navigate(placeOf(student, 'mistakes', target))}
      onPractice={() => navigate(placeOf(student, 'practice', target))}
      onBack={() => navigate(workOf(student))}
    />
  );
}

/** How much longer the child may take; 0 where there is no limit, or the child does not see how the time goes. */
function timeShown(snapshot: Snapshot, student: StudentId, { course }: CheckTarget): number {
  const supports = readSupports(snapshot.student(student)?.supports);
  return showsTimer(snapshot, { student, course, supports: [...supports] })
    ? timeFactorOf(supports)
    : 0;
}

/** The page is painted and can be read before anything is made ready. */
const PREPARE_AFTER_MS = 50;

/** While the child reads, what the check needs is made ready: Start does not wait. */
function usePreparedCheck(
  child: IdentifiedChild,
  { course, objective }: CheckTarget,
  isOpen: boolean,
): void {
  const services = useServices();
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => {
      void prepareCheck(services, child, { course, objective });
    }, PREPARE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [services, child, course, objective, isOpen]);
}
