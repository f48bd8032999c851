import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams } from 'wouter';
import { asId, type CourseId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Page } from '#ui/layout/page.tsx';
import { InterviewView } from './interview-view.tsx';
import { offerAt } from './units-on-offer.ts';

type Params = Record<'group' | 'course' | 'unit' | 'student', string>;

/** `/groups/:group/interview/:course/:unit/:student`: an oral interview with one child. */
export function InterviewScreen() {
  const { t } = useLingui();
  const { group, course, unit, student } = useParams<Params>();
  const services = useServices();
  const snapshot = useLive(services.snapshot);
  const session = useLive(services.session.current);
  const [, navigate] = useLocation();
  if (!snapshot.loaded || session.state !== 'unlocked') return null;
  const id = asId<StudentId>(student);
  const child = snapshot.student(id);
  const offer = offerAt(snapshot, asId<GroupId>(group), asId<CourseId>(course), unit);
  if (child === undefined || offer === null) {
    const back = () => navigate(`/groups/${group}/interview`);
    return (
      <main>
        <Page width="reading">
          <EmptyState
            title={t`This interview is not on this device`}
            action={<Button kind="primary" onPress={back}>{t`Choose another`}</Button>}
          >
            {t`The student or the unit is not in use here any more. Marks that were made are kept.`}
          </EmptyState>
        </Page>
      </main>
    );
  }
  return (
    <InterviewView
      key={`${course} ${unit} ${student}`}
      address={{ group, course, unit, student: id }}
      student={id}
      course={offer.course}
      units={offer.units}
      role={session.member.role}
      name={child.name}
      avatar={child.avatar}
    />
  );
}
