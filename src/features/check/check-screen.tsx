import { Redirect, useParams } from 'wouter';
import { unreachable } from '#domain/kernel/assert.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useIdentifiedChild } from '#state/identified-child.ts';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { ClosedView } from './closed-view.tsx';
import { NotLoadedView } from './not-loaded-view.tsx';
import { RunningCheck } from './running-check.tsx';
import { useOpening } from './use-running-check.ts';

/** A check, from the first question to the way back to the door. */
export function CheckScreen() {
  const { student = '', draft = '' } = useParams();
  const { loaded } = useLive(useServices().snapshot);
  return loaded ? <Opened key={draft} student={student} draft={draft} /> : <Skeleton />;
}

function Opened({ student, draft }: { readonly student: string; readonly draft: string }) {
  const opening = useOpening(useServices(), student, draft);
  const isThere = useIdentifiedChild(({ child }) => child?.student === student);
  switch (opening.type) {
    case 'opening':
      return <Skeleton />;
    case 'open':
      return <RunningCheck opened={opening.opened} />;
    case 'look':
      return <Redirect to={`/student/${student}/look`} replace />;
    case 'closed':
      return <ClosedView />;
    case 'no-code':
      return <NotLoadedView />;
    case 'elsewhere':
      return <Redirect to={isThere ? `/student/${student}` : '/student'} replace />;
    default:
      return unreachable(opening);
  }
}
