import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useMay } from '#state/use-may.ts';
import { earlyPart } from '#ui/early-part.tsx';
import { staffScreen } from '#ui/i18n/staff-screen.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { afterPaint } from '#ui/after-paint.ts';

const WhoAreYouScreen = lazy(async () => ({
  default: (await import('#features/student/who-are-you-screen.tsx')).WhoAreYouScreen,
}));
const work = earlyPart(
  async () => (await import('#features/student/my-objectives-screen.tsx')).MyObjectivesScreen,
);
const check = earlyPart(async () => (await import('#features/check/check-screen.tsx')).CheckScreen);
const MistakesScreen = lazy(async () => ({
  default: (await import('#features/check/mistakes-screen.tsx')).MistakesScreen,
}));
const PracticeScreen = lazy(async () => ({
  default: (await import('#features/check/practice-screen.tsx')).PracticeScreen,
}));
const LookScreen = lazy(async () => ({
  default: (await import('#features/check/look-screen.tsx')).LookScreen,
}));
const UnlockScreen = staffScreen(
  async () => (await import('#features/session/unlock-screen.tsx')).UnlockScreen,
);

/** What children use: open on a class tablet; on a device of staff only while its owner has unlocked it, and sits beside them as their teacher. */
export function StudentArea() {
  const session = useLive(useServices().session.current);
  const mayCheck = useMay('check');
  if (session.state === 'none' || session.state === 'erased') return <Redirect to="/" replace />;
  if (session.device.kind === 'staff' && session.state === 'unlocked' && !mayCheck)
    return <Redirect to="/" replace />;
  const open = session.device.kind === 'class-tablet' || session.state === 'unlocked';
  return (
    <Suspense fallback={<Skeleton />}>
      {open ? (
        <Switch>
          <Route path="/student" component={Door} />
          <Route path="/student/:student" component={MyObjectives} />
          <Route path="/student/:student/objective/:course/:objective" component={MyObjectives} />
          <Route path="/student/:student/mistakes/:course/:objective" component={MistakesScreen} />
          <Route path="/student/:student/check/:draft" component={check.Part} />
          <Route path="/student/:student/look" component={LookScreen} />
          <Route path="/student/:student/practice/:course/:objective" component={PracticeScreen} />
          <Route>
            <Redirect to="/student" replace />
          </Route>
        </Switch>
      ) : (
        <UnlockScreen />
      )}
    </Suspense>
  );
}

/** "Who are you?" The work of a child is loaded behind it. */
function Door() {
  useEffect(() => afterPaint(work.early), []);
  return <WhoAreYouScreen />;
}

/** The work of a child. The check is loaded behind it, so that nobody waits after Start. */
function MyObjectives() {
  useEffect(() => afterPaint(check.early), []);
  return <work.Part />;
}
