import ClipboardList from 'lucide-react/icons/clipboard-list';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import ListChecks from 'lucide-react/icons/list-checks';
import Tablet from 'lucide-react/icons/tablet';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link, useLocation } from 'wouter';
import type { GroupId } from '#domain/model/ids.ts';
import { statusesAt, tally } from '#domain/reports/tally.ts';
import type { Snapshot } from '#data/services.ts';
import { useMayDo } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Card } from '#ui/layout/card.tsx';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { StatusBar } from '#ui/status/status-bar.tsx';
import { AcceptList } from './accept-list.tsx';
import { LookList } from './look-list.tsx';
import { coursesInUse, type CourseInUse } from './needs-a-look.ts';
import css from './today.module.css';
import type { SteadyRows } from './use-steady-rows.ts';

export interface GroupCardProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly steady: SteadyRows;
  /** Says what was done, with a way back where there is one. */
  readonly onSaid: (message: SnackbarMessage) => void;
}

/** One group: how far it is, who needs a look, and what to do next. */
export function GroupCard({ group, snapshot, steady, onSaid }: GroupCardProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const may = useMayDo();
  const count = snapshot.studentsOf(group).length;
  const courses = coursesInUse(snapshot, group);
  const go = (page: string) => () => navigate(`/groups/${group}${page}`);
  /** The first thing to do for whoever looks on. */
  const overview = (kind: 'primary' | 'secondary') => (
    <Button kind={kind} icon={<LayoutGrid />} onPress={go('/overview')}>{t`Overview`}</Button>
  );
  return (
    <Card
      title={
        <Link href={`/groups/${group}`} className={css['name'] ?? ''}>
          {snapshot.group(group)?.name}
        </Link>
      }
      aside={
        <span className="soft">{t`${plural(count, { one: '# student', other: '# students' })}`}</span>
      }
    >
      {count === 0 ? (
        <NextStep action={may('student.add') ? t`Add students` : null} onPress={go('')}>
          {t`Nobody is in this group yet.`}
        </NextStep>
      ) : isOnItsWay(snapshot, group) ? (
        <p>{t`The courses arrive with the next connection to the school.`}</p>
      ) : courses.length === 0 ? (
        <NextStep action={may('course.use') ? t`Choose courses` : null} onPress={go('/courses')}>
          {t`This group has no units in use yet.`}
        </NextStep>
      ) : (
        <Stack gap={4}>
          <ul className={css['courses']}>
            {courses.map((inUse) => (
              <CourseLine key={inUse.course.id} inUse={inUse} group={group} snapshot={snapshot} />
            ))}
          </ul>
          <LookList {...{ group, snapshot, steady, onSaid }} />
          <AcceptList {...{ group, snapshot, steady, onSaid }} />
          <Row>
            {may('interview.mark') ? (
              <Button kind="primary" icon={<ClipboardList />} onPress={go('/interview')}>
                {t`Interview`}
              </Button>
            ) : (
              overview('primary')
            )}
            <Button icon={<ListChecks />} onPress={go('/checks')}>
              {t`Checks`}
            </Button>
            {may('interview.mark') ? overview('secondary') : null}
            {may('check') ? (
              <Button kind="quiet" icon={<Tablet />} onPress={() => navigate('/student')}>
                {t`Check on this device`}
              </Button>
            ) : null}
          </Row>
        </Stack>
      )}
    </Card>
  );
}

/** Units were chosen on this device, and their courses are not on it yet. */
function isOnItsWay(snapshot: Snapshot, group: GroupId): boolean {
  const chosen = Object.values(snapshot.use(group)?.courses ?? {});
  return chosen.some(({ units }) => units.length > 0) && coursesInUse(snapshot, group).length === 0;
}

interface NextStepProps {
  /** null: it is for others to do. */
  readonly action: string | null;
  readonly onPress: () => void;
  readonly children: string;
}

function NextStep({ action, onPress, children }: NextStepProps) {
  return (
    <div className={css['continue']}>
      <p>{children}</p>
      {action === null ? null : (
        <Button kind="primary" onPress={onPress}>
          {action}
        </Button>
      )}
    </div>
  );
}

interface CourseLineProps extends Pick<GroupCardProps, 'group' | 'snapshot'> {
  readonly inUse: CourseInUse;
}

function CourseLine({ inUse: { course, positions }, group, snapshot }: CourseLineProps) {
  const local = useLocalText();
  const { number } = useFormatters();
  const { counts, done, of } = tally(
    snapshot
      .studentsOf(group)
      .flatMap((student) => statusesAt(snapshot.progress(student, course.id), positions)),
  );
  return (
    <li>
      <Link href={`/groups/${group}/overview/${course.id}`} className={css['course'] ?? ''}>
        <span>{local(course.title)}</span>
        <StatusBar
          counts={Object.fromEntries(counts.map(({ status, count }) => [status, count]))}
          numeral={`${number(done)} / ${number(of)}`}
        />
      </Link>
    </li>
  );
}
