import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { CourseChooser } from '#features/courses/course-chooser.tsx';
import { NewGroup } from '#features/roster/new-group.tsx';
import { UnlockScreen } from '#features/session/unlock-screen.tsx';
import {
  SetupScreen,
  type CoursesStepProps,
  type GroupStepProps,
} from '#features/setup/setup-screen.tsx';

/** `/setup`: the wizard, put together from the features that hold its parts. */
export function SetUp() {
  const session = useLive(useServices().session.current);
  // After a reload the account exists already, and the device asks for its PIN before the wizard goes on.
  if (session.state === 'locked') return <UnlockScreen />;
  return <SetupScreen GroupStep={GroupStep} CoursesStep={CoursesStep} />;
}

function GroupStep({ onDone }: GroupStepProps) {
  return <NewGroup onDone={onDone} onSkip={onDone} />;
}

function CoursesStep({ group, onDone }: CoursesStepProps) {
  return <CourseChooser group={group} onDone={onDone} onSkip={onDone} isFirst />;
}
