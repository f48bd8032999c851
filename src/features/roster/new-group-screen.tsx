import { useLocation } from 'wouter';
import { Page } from '#ui/layout/page.tsx';
import { NewGroup } from './new-group.tsx';

/** `/groups/new`. */
export function NewGroupScreen() {
  const [, navigate] = useLocation();
  return (
    <Page width="reading">
      <NewGroup
        onDone={(group) => navigate(`/groups/${group}`, { replace: true })}
        onSkip={() => navigate('/groups')}
      />
    </Page>
  );
}
