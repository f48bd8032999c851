import { useMemo, useState } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import { assert } from '#domain/kernel/assert.ts';
import { asId, type StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { forgetChild, useIdentifiedChild } from '#state/identified-child.ts';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { MyShelf } from './my-shelf.tsx';
import { myObjectives, type MyObjective } from './my-objectives.ts';
import { ObjectivePage } from './objective-page.tsx';
import { useIdle } from '#state/use-idle.ts';

/** Nobody touches the tablet for so long: it goes back to the door. */
const IDLE_MS = 60_000;

/** The work of the child who has said who they are; anybody else is at the door. */
export function MyObjectivesScreen() {
  const { student = '' } = useParams();
  const child = useIdentifiedChild((door) => door.child);
  const snapshot = useLive(useServices().snapshot);
  if (child === null || child.student !== student) return <Redirect to="/student" replace />;
  if (!snapshot.loaded) return <Skeleton />;
  return <MyObjectives student={asId<StudentId>(student)} />;
}

function MyObjectives({ student }: { readonly student: StudentId }) {
  const services = useServices();
  const snapshot = useLive(services.snapshot);
  const drafts = useLive(services.drafts.open);
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<MyObjective | null>(null);
  const mine = useMemo(() => myObjectives(snapshot, student), [snapshot, student]);
  const leave = (): void => {
    forgetChild();
    navigate('/student', { replace: true });
  };
  useIdle(IDLE_MS, leave);
  const open = drafts.findLast((draft) => draft.student === student) ?? null;
  const start = async ({ course, objective }: MyObjective) => {
    const { startCheck } = await import('#state/check-start.ts');
    const { child } = useIdentifiedChild.getState();
    assert(child !== null, 'only the child who is there starts a check');
    const target = { course: course.id, objective: objective.id };
    const begun = await startCheck(services, child, target, Date.now());
    if (begun.ok) navigate(`/student/${student}/check/${begun.value.id}`);
    return begun;
  };
  if (chosen !== null && open === null) {
    return (
      <ObjectivePage mine={chosen} onStart={() => start(chosen)} onBack={() => setChosen(null)} />
    );
  }
  return (
    <MyShelf
      snapshot={snapshot}
      student={student}
      mine={mine}
      open={open}
      onChoose={setChosen}
      onLeave={leave}
    />
  );
}
