import ClipboardList from 'lucide-react/icons/clipboard-list';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { asId, type CourseId, type GroupId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { heardToday, useSittings, type Sitting } from '#state/interview-sitting.ts';
import { useMay } from '#state/use-may.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Card } from '#ui/layout/card.tsx';
import css from './today.module.css';

/** One tap back to the interviews of today: to the child of the open one, or to who is left. */
export function ContinueInterview({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const local = useLocalText();
  const now = useSchoolNow();
  const mayMark = useMay('interview.mark');
  const list = useSittings((state) => state.list);
  const last = list.findLast(({ day }) => day === snapshot.dayOf(now));
  if (!mayMark || last === undefined) return null;
  const group = asId<GroupId>(last.group);
  const course = snapshot.course(asId<CourseId>(last.course));
  const students = snapshot.studentsOf(group);
  const heard = heardToday(list, last, last.day);
  const left = students.filter((student) => !heard.has(student)).length;
  if (course === undefined || left === 0 || !students.includes(last.student)) return null;
  const unit = course.units.find(({ id }) => id === last.unit)?.title ?? course.title;
  const name = snapshot.student(last.student)?.name ?? '';
  return (
    <Card tone="main" title={t`Go on with the interview`}>
      <div className={css['continue']}>
        <p>
          {snapshot.group(group)?.name} · {local(unit)} ·{' '}
          {t`${plural(left, { one: '# student left', other: '# students left' })}`}
        </p>
        <Button kind="primary" icon={<ClipboardList />} onPress={() => navigate(addressOf(last))}>
          {last.closed ? t`Go on` : t`Go on with ${name}`}
        </Button>
      </div>
    </Card>
  );
}

/** An open interview goes on with its child; after a closed one the next child is chosen. */
function addressOf({ group, course, unit, student, closed }: Sitting): string {
  const start = `/groups/${group}/interview`;
  return closed ? start : `${start}/${course}/${unit}/${student}`;
}
