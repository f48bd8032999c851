import { useLocation, useParams } from 'wouter';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { Page } from '#ui/layout/page.tsx';
import { CourseChooser } from './course-chooser.tsx';

/** `/groups/:group/courses`. */
export function CoursesScreen() {
  const { group } = useParams<{ group: string }>();
  const [, navigate] = useLocation();
  const back = () => navigate(`/groups/${group}`);
  return (
    <Page>
      <CourseChooser group={asId<GroupId>(group)} onDone={back} onSkip={back} />
    </Page>
  );
}
