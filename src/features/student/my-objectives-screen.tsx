import { useMemo } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import { readSupports } from '#domain/model/supports.ts';
import { asId, type CourseId, type ObjectiveId, type StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { isOpenCheckOf } from '#state/check-draft.ts';
import { forgetChild, useIdentifiedChild } from '#state/identified-child.ts';
import { planLooks } from '#state/plan-looks.ts';
import { useIdle } from '#state/use-idle.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { StillThere } from '#ui/feedback/still-there.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { useScreenSupports } from '#ui/layout/use-screen-supports.ts';
import { MyObjectiveScreen } from './my-objective-screen.tsx';
import { myObjectives } from './my-objectives.ts';
import { MyShelf } from './my-shelf.tsx';
import { placeOf } from './places.ts';

/** Nobody touches the tablet for so long: it goes back to the door. */
const IDLE_MS = 60_000;

/** The work of the child who has said who they are, or one objective of it; anybody else is at the door. */
export function MyObjectivesScreen() {
  const { student = '', course, objective } = useParams();
  const child = useIdentifiedChild((door) => door.child);
  const snapshot = useLive(useServices().snapshot);
  const [, navigate] = useLocation();
  const leave = (): void => {
    forgetChild();
    navigate('/student', { replace: true });
  };
  const isThere = child !== null && child.student === student;
  // Nothing of it before the child has said who they are, nor when they have left.
  const supports = isThere ? readSupports(snapshot.student(child.student)?.supports) : [];
  useScreenSupports(supports);
  const { asks, stay } = useIdle(IDLE_MS, supports, leave);
  if (!isThere) return <Redirect to="/student" replace />;
  if (!snapshot.loaded) return <Skeleton />;
  const target =
    course === undefined || objective === undefined
      ? null
      : { course: asId<CourseId>(course), objective: asId<ObjectiveId>(objective) };
  return (
    <>
      <StillThere asks={asks} onStay={stay} />
      {target === null ? (
        <MyObjectives student={child.student} onLeave={leave} />
      ) : (
        <MyObjectiveScreen child={child} target={target} />
      )}
    </>
  );
}

interface MyObjectivesProps {
  readonly student: StudentId;
  readonly onLeave: () => void;
}

function MyObjectives({ student, onLeave }: MyObjectivesProps) {
  const services = useServices();
  const snapshot = useLive(services.snapshot);
  const drafts = useLive(services.drafts.open);
  const now = useSchoolNow();
  const [, navigate] = useLocation();
  const mine = useMemo(() => myObjectives(snapshot, student, now), [snapshot, student, now]);
  const looks = useMemo(
    () => planLooks(snapshot, drafts, student, now).length,
    [snapshot, drafts, student, now],
  );
  return (
    <MyShelf
      snapshot={snapshot}
      student={student}
      mine={mine}
      looks={looks}
      today={snapshot.dayOf(now)}
      open={drafts.findLast((draft) => isOpenCheckOf(draft, student)) ?? null}
      onChoose={({ course, objective }) =>
        navigate(placeOf(student, 'objective', { course: course.id, objective: objective.id }))
      }
      onLeave={onLeave}
    />
  );
}
