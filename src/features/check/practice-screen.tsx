import { useLingui } from '@lingui/react/macro';
import { Redirect, useLocation, useParams } from 'wouter';
import { isReadDirectionsOnly } from '#domain/items/check-form.ts';
import { asId, type CourseId, type ObjectiveId, type StudentId } from '#domain/model/ids.ts';
import { readSupports } from '#domain/model/supports.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { findObjective, type FoundObjective } from '#state/find-objective.ts';
import { forgetChild, useIdentifiedChild } from '#state/identified-child.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorState } from '#ui/layout/error-state.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { useScreenSupports } from '#ui/layout/use-screen-supports.ts';
import type { Hearing } from './read-to-me.tsx';
import { PracticeView } from './practice-view.tsx';
import { usePractice } from './use-practice.ts';
import { WhileThere } from './while-there.tsx';

/** Nobody touches the tablet for so long: it goes back to the door. */
const IDLE_MS = 180_000;

/** Practice of one objective, for the child who has said who they are. */
export function PracticeScreen() {
  const { student = '', course = '', objective = '' } = useParams();
  const child = useIdentifiedChild((door) => door.child);
  const snapshot = useLive(useServices().snapshot);
  const found = findObjective(snapshot, {
    course: asId<CourseId>(course),
    objective: asId<ObjectiveId>(objective),
  });
  if (child === null || child.student !== student) return <Redirect to="/student" replace />;
  if (!snapshot.loaded) return <Skeleton />;
  if (found === null) return <Redirect to={`/student/${student}`} replace />;
  return <Practice key={objective} student={asId<StudentId>(student)} found={found} />;
}

interface PracticeProps {
  readonly student: StudentId;
  readonly found: FoundObjective;
}

function Practice({ student, found }: PracticeProps) {
  const practice = usePractice(student, found);
  const supports = readSupports(useServices().snapshot.get().student(student)?.supports);
  useScreenSupports(supports);
  const hand = supports.includes('left-handed') ? 'left' : 'both';
  // Everybody may hear a question of practice, but where reading it is what is practiced.
  const directionsOnly = isReadDirectionsOnly(found.objective);
  const hearing: Hearing = { isRead: true, directionsOnly, draft: { supports } };
  const [, navigate] = useLocation();
  const back = (): void => navigate(`/student/${student}`, { replace: true });
  const leave = (): void => {
    forgetChild();
    navigate('/student', { replace: true });
  };
  return (
    <WhileThere ms={IDLE_MS} supports={supports} onIdle={leave}>
      {practice.type === 'loading' ? (
        <Skeleton />
      ) : practice.type === 'fault' ? (
        <CannotPractice onBack={back} />
      ) : (
        <PracticeView
          objective={found.objective}
          {...practice}
          hand={hand}
          hearing={hearing}
          onDone={back}
        />
      )}
    </WhileThere>
  );
}

function CannotPractice({ onBack }: { readonly onBack: () => void }) {
  const { t } = useLingui();
  return (
    <StudentShell centred>
      <ErrorState
        title={t`There is no practice for this just now.`}
        safe={t`Everything you did before is safe.`}
        next={t`Choose something else, or tell your teacher.`}
        action={
          <Button kind="primary" size="l" onPress={onBack}>
            {t`Back to my work`}
          </Button>
        }
      />
    </StudentShell>
  );
}
