import { useLocation, useParams } from 'wouter';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { NoGroup } from '#ui/layout/no-group.tsx';
import { Page } from '#ui/layout/page.tsx';
import { CourseChooser } from './course-chooser.tsx';

/** `/groups/:group/courses`. */
export function CoursesScreen() {
  const params = useParams<{ group: string }>();
  const group = asId<GroupId>(params.group);
  const snapshot = useLive(useServices().snapshot);
  const [, navigate] = useLocation();
  if (snapshot.group(group) === undefined)
    return snapshot.loaded ? <NoGroup onGroups={() => navigate('/groups')} /> : null;
  const back = () => navigate(`/groups/${group}`);
  return (
    <Page>
      <CourseChooser group={group} onDone={back} onSkip={back} />
    </Page>
  );
}
