import Users from 'lucide-react/icons/users';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link, useLocation } from 'wouter';
import { membersIn } from '#domain/changes/stamp.ts';
import type { GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { useMay } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Page } from '#ui/layout/page.tsx';
import css from './groups.module.css';

/** All groups in reach of the member. */
export function GroupsScreen() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const snapshot = useLive(useServices().snapshot);
  const groups = snapshot.groups();
  const mayMake = useMay('group.add');
  const add = () => navigate('/groups/new');
  if (groups.length === 0) {
    return (
      <Page title={t`Groups`}>
        <EmptyState
          title={t`No groups yet`}
          icon={<Users />}
          action={
            mayMake ? <Button kind="primary" onPress={add}>{t`Make a group`}</Button> : undefined
          }
        >
          {mayMake
            ? t`A group is a class or a section: the students you work with together.`
            : t`Teachers make the groups. Those you work with appear here.`}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={t`Groups`}
      actions={mayMake ? <Button onPress={add}>{t`Make a group`}</Button> : undefined}
    >
      <ul className={css['groups']}>
        {groups.map(({ id, body }) => (
          <li key={id}>
            <Link href={`/groups/${id}`} className={css['group'] ?? ''}>
              <strong className={css['name']}>{body.name}</strong>
              <GroupLine snapshot={snapshot} group={id} />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function GroupLine({ snapshot, group }: { readonly snapshot: Snapshot; readonly group: GroupId }) {
  const { t } = useLingui();
  const local = useLocalText();
  const { list } = useFormatters();
  const count = snapshot.studentsOf(group).length;
  const staff = membersIn(snapshot.group(group)?.staff ?? {});
  const names = snapshot.members().flatMap(({ id, body }) => (staff.includes(id) ? body.name : []));
  const courses = Object.entries(snapshot.use(group)?.courses ?? {})
    .filter(([, { units }]) => units.length > 0)
    .flatMap(([id]) => snapshot.courses().filter((course) => course.id === id))
    .map(({ title }) => local(title));
  const students = t`${plural(count, { one: '# student', other: '# students' })}`;
  return (
    <>
      <span>{students}</span>
      <span className="soft">{courses.length === 0 ? t`No courses yet` : list(courses)}</span>
      {names.length === 0 ? null : <span className="soft">{list(names)}</span>}
    </>
  );
}
