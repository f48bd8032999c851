import { useState } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import { readSupports } from '#domain/model/supports.ts';
import { asId, type StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { forgetChild, useIdentifiedChild } from '#state/identified-child.ts';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { useScreenSupports } from '#ui/layout/use-screen-supports.ts';
import { LookEnd } from './look-end.tsx';
import { LookRun } from './look-run.tsx';
import { useLooks } from './use-looks.ts';

/** "Do you still know it?": one question each of a few things the child has mastered. Offered, never forced. */
export function LookScreen() {
  const { student = '' } = useParams();
  const child = useIdentifiedChild((door) => door.child);
  const { loaded } = useLive(useServices().snapshot);
  if (child === null || child.student !== student) return <Redirect to="/student" replace />;
  return loaded ? <Looks student={asId<StudentId>(student)} /> : <Skeleton />;
}

function Looks({ student }: { readonly student: StudentId }) {
  const [child] = useState(() => useIdentifiedChild.getState().child);
  const [, navigate] = useLocation();
  // Of the whole sitting: the questions, what is between them, the end and the mistakes.
  useScreenSupports(readSupports(useServices().snapshot.get().student(student)?.supports));
  const looks = useLooks(student, child);
  const toDoor = (): void => {
    forgetChild();
    navigate('/student', { replace: true });
  };
  const toMyWork = (): void => navigate(`/student/${student}`, { replace: true });
  switch (looks.type) {
    case 'loading':
      return <Skeleton />;
    case 'nothing':
      return <Redirect to={`/student/${student}`} replace />;
    case 'open':
      return (
        <LookRun
          key={looks.opened.draft.id}
          opened={looks.opened}
          place={looks.place}
          of={looks.of}
          onEnd={looks.onEnd}
          onLeave={toDoor}
          onStop={toMyWork}
        />
      );
    case 'end':
      return <LookEnd ends={looks.ends} onMyWork={toMyWork} onDone={toDoor} />;
  }
}
