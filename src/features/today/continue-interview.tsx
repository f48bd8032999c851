import { ClipboardList } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { asId, type CourseId, type GroupId, type StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { useLastInterview } from '#state/last-interview.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { useNow } from '#ui/i18n/use-now.ts';
import { Card } from '#ui/layout/card.tsx';
import css from './today.module.css';

/** One tap back to the interview of today; nothing on another day, or when the child left the group. */
export function ContinueInterview({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useLingui();
  const local = useLocalText();
  const [, navigate] = useLocation();
  const now = useNow();
  const place = useLastInterview((state) => state.place);
  if (place === null || snapshot.dayOf(place.at) !== snapshot.dayOf(now)) return null;
  const group = asId<GroupId>(place.group);
  const student = asId<StudentId>(place.student);
  const name = snapshot.student(student)?.name;
  const unit = snapshot
    .course(asId<CourseId>(place.course))
    ?.units.find(({ id }) => id === place.unit);
  if (name === undefined || unit === undefined || !snapshot.studentsOf(group).includes(student)) {
    return null;
  }
  const href = `/groups/${group}/interview/${place.course}/${place.unit}/${student}`;
  return (
    <Card tone="main" title={t`Go on with the interview`}>
      <div className={css['continue']}>
        <p>{t`${snapshot.group(group)?.name ?? ''} · ${local(unit.title)} · last with ${name}`}</p>
        <Button kind="primary" icon={<ClipboardList />} onPress={() => navigate(href)}>
          {t`Go on`}
        </Button>
      </div>
    </Card>
  );
}
