/**
 * The table of addresses. Every screen is a chunk of its own: a child's tablet never loads the staff's. Who may see what is
 * decided in two places: `staff-area.tsx` (an unlocked member) and `student-area.tsx` (a class tablet, or an unlocked member).
 */
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { staffScreen } from '#ui/i18n/staff-screen.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { Home } from './home.tsx';

const EnrolScreen = staffScreen(
  async () => (await import('#features/enrol/enrol-screen.tsx')).EnrolScreen,
);
const SetUp = staffScreen(async () => (await import('./set-up.tsx')).SetUp);
const SignInScreen = staffScreen(
  async () => (await import('#features/session/sign-in-screen.tsx')).SignInScreen,
);
const JoinScreen = staffScreen(
  async () => (await import('#features/session/join-screen.tsx')).JoinScreen,
);
const StudentArea = lazy(async () => ({
  default: (await import('./student-area.tsx')).StudentArea,
}));
const StaffArea = staffScreen(async () => (await import('./staff-area.tsx')).StaffArea);

export function Routes() {
  return (
    <Suspense
      fallback={
        <Page width="wide">
          <Skeleton />
        </Page>
      }
    >
      <Switch>
        <Route path="/" component={Home} />
        <Route path="/setup" component={SetUp} />
        <Route path="/sign-in" component={SignInScreen} />
        <Route path="/join" component={JoinScreen} />
        <Route path="/enrol" component={EnrolScreen} />
        <Route path="/student/*?" component={StudentArea} />
        <Route component={StaffArea} />
      </Switch>
    </Suspense>
  );
}
