import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { unreachable } from '#domain/kernel/assert.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { UnlockScreen } from '#features/session/unlock-screen.tsx';
import { useMay } from '#state/use-may.ts';
import { NotSavedProvider } from '#ui/feedback/not-saved.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { ForRole } from './for-role.tsx';
import { StaffShell } from './staff-shell.tsx';

const TodayScreen = lazy(async () => ({
  default: (await import('#features/today/today-screen.tsx')).TodayScreen,
}));
const GroupsScreen = lazy(async () => ({
  default: (await import('#features/roster/groups-screen.tsx')).GroupsScreen,
}));
const NewGroupScreen = lazy(async () => ({
  default: (await import('#features/roster/new-group-screen.tsx')).NewGroupScreen,
}));
const GroupScreen = lazy(async () => ({
  default: (await import('#features/roster/group-screen.tsx')).GroupScreen,
}));
const BadgesScreen = lazy(async () => ({
  default: (await import('#features/roster/badges-screen.tsx')).BadgesScreen,
}));
const CoursesScreen = lazy(async () => ({
  default: (await import('#features/courses/courses-screen.tsx')).CoursesScreen,
}));
const ChecksScreen = lazy(async () => ({
  default: (await import('#features/class-checks/checks-screen.tsx')).ChecksScreen,
}));
const LiveScreen = lazy(async () => ({
  default: (await import('#features/class-checks/live-screen.tsx')).LiveScreen,
}));
const InterviewStartScreen = lazy(async () => ({
  default: (await import('#features/interview/interview-start-screen.tsx')).InterviewStartScreen,
}));
const InterviewScreen = lazy(async () => ({
  default: (await import('#features/interview/interview-screen.tsx')).InterviewScreen,
}));
const OverviewScreen = lazy(async () => ({
  default: (await import('#features/dashboard/overview-screen.tsx')).OverviewScreen,
}));
const ObjectiveBoardScreen = lazy(async () => ({
  default: (await import('#features/dashboard/objective-board-screen.tsx')).ObjectiveBoardScreen,
}));
const PrintScreen = lazy(async () => ({
  default: (await import('#features/paper/print-screen.tsx')).PrintScreen,
}));
const EnterScreen = lazy(async () => ({
  default: (await import('#features/paper/enter-screen.tsx')).EnterScreen,
}));
const DevicesScreen = lazy(async () => ({
  default: (await import('#features/devices/devices-screen.tsx')).DevicesScreen,
}));
const HeldScreen = lazy(async () => ({
  default: (await import('#features/devices/held-screen.tsx')).HeldScreen,
}));
const LeaveScreen = lazy(async () => ({
  default: (await import('#features/leaving/leave-screen.tsx')).LeaveScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('#features/settings/settings-screen.tsx')).SettingsScreen,
}));

const loading = (
  <Page>
    <Skeleton />
  </Page>
);

/** Everything that needs an unlocked member. A locked device asks for the PIN here, and the address stays: it goes on where it was. */
export function StaffArea() {
  const services = useServices();
  const session = useLive(services.session.current);
  const isNotSaved = useLive(services.safety, ({ aside }) => aside > 0);
  const mayMark = useMay('interview.mark');
  switch (session.state) {
    case 'none':
    case 'erased':
      return <Redirect to="/" replace />;
    case 'locked':
      return <UnlockScreen />;
    case 'unlocked':
      return (
        <NotSavedProvider isNotSaved={isNotSaved}>
          <Suspense fallback={<Skeleton />}>
            <Switch>
              {mayMark ? (
                <Route
                  path="/groups/:group/interview/:course/:unit/:student"
                  component={InterviewScreen}
                />
              ) : null}
              <Route>
                <StaffShell session={session}>
                  <Suspense fallback={loading}>
                    <ShellRoutes />
                  </Suspense>
                </StaffShell>
              </Route>
            </Switch>
          </Suspense>
        </NotSavedProvider>
      );
    default:
      return unreachable(session);
  }
}

function ShellRoutes() {
  return (
    <Switch>
      <Route path="/teacher" component={TodayScreen} />
      <Route path="/groups" component={GroupsScreen} />
      <Route path="/groups/new">
        <ForRole kind="group.add">
          <NewGroupScreen />
        </ForRole>
      </Route>
      <Route path="/groups/:group" component={GroupScreen} />
      <Route path="/groups/:group/badges" component={BadgesScreen} />
      <Route path="/groups/:group/courses">
        <ForRole kind="course.use">
          <CoursesScreen />
        </ForRole>
      </Route>
      <Route path="/groups/:group/checks" component={ChecksScreen} />
      <Route path="/groups/:group/checks/live" component={LiveScreen} />
      <Route path="/groups/:group/interview/:course?/:unit?/:student?">
        <ForRole kind="interview.mark">
          <InterviewStartScreen />
        </ForRole>
      </Route>
      <Route path="/groups/:group/overview/:course?" component={OverviewScreen} />
      <Route path="/groups/:group/objectives/:course/:unit" component={ObjectiveBoardScreen} />
      <Route path="/groups/:group/paper/enter">
        <ForRole kind="paper.result">
          <EnterScreen />
        </ForRole>
      </Route>
      <Route path="/groups/:group/paper/:course/:objective" component={PrintScreen} />
      <Route path="/devices" component={DevicesScreen} />
      <Route path="/devices/held" component={HeldScreen} />
      <Route path="/settings/leave" component={LeaveScreen} />
      <Route path="/settings" component={SettingsScreen} />
      <Route>
        <Redirect to="/teacher" replace />
      </Route>
    </Switch>
  );
}
