import { useState } from 'react';
import BookOpen from 'lucide-react/icons/book-open';
import ClipboardList from 'lucide-react/icons/clipboard-list';
import LayoutGrid from 'lucide-react/icons/layout-grid';
import ListChecks from 'lucide-react/icons/list-checks';
import Printer from 'lucide-react/icons/printer';
import UserPlus from 'lucide-react/icons/user-plus';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useMayDo } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { NoGroup } from '#ui/layout/no-group.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Snackbar, type SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { Switch } from '#ui/controls/switch.tsx';
import { AddStudents } from './add-students.tsx';
import css from './groups.module.css';
import { RenameDialog } from './rename-dialog.tsx';
import { StudentList } from './student-list.tsx';
import { useAppend } from './use-append.ts';
import { useGroup } from './use-group.ts';
import { useSaid } from './use-said.ts';

/** One group: its students, and the ways to everything that is done with them. */
export function GroupScreen() {
  const { t } = useLingui();
  const { id, body, snapshot } = useGroup();
  const [, navigate] = useLocation();
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const [secretsShown, setSecretsShown] = useState(false);
  const [message, setMessage] = useState<SnackbarMessage | null>(null);
  const append = useAppend();
  const { set } = useSaid(setMessage);
  const may = useMayDo();
  if (body === undefined)
    return snapshot.loaded ? <NoGroup onGroups={() => navigate('/groups')} /> : null;
  const students = snapshot.studentsOf(id);
  const count = students.length;
  const go = (page: string) => () => navigate(`/groups/${id}/${page}`);
  const old = body.name;
  const rename = (name: string) =>
    set({
      save: (to, was) =>
        append({ kind: 'group.rename', about: `group/${id}`, body: { set: to, was } }),
      to: name,
      was: old,
      text: t`${old} is now called ${name}.`,
      back: t`${old} has the old name again.`,
    });
  const mayAdd = may('student.add');
  /** The first thing to do for whoever looks on. */
  const overview = (kind: 'primary' | 'secondary') => (
    <Button kind={kind} icon={<LayoutGrid />} onPress={go('overview')}>{t`Overview`}</Button>
  );

  return (
    <Page
      title={body.name}
      lead={t`${plural(count, { one: '# student', other: '# students' })}`}
      actions={
        may('group.rename') ? (
          <Button onPress={() => setRenaming(true)}>{t`Rename`}</Button>
        ) : undefined
      }
    >
      <Snackbar message={message} onDismiss={() => setMessage(null)} />
      <div className={css['places']}>
        {may('interview.mark') ? (
          <Button kind="primary" icon={<ClipboardList />} onPress={go('interview')}>
            {t`Interview`}
          </Button>
        ) : (
          overview('primary')
        )}
        <Button icon={<ListChecks />} onPress={go('checks')}>{t`Checks`}</Button>
        {may('interview.mark') ? overview('secondary') : null}
        {may('course.use') ? (
          <Button icon={<BookOpen />} onPress={go('courses')}>{t`Courses and units`}</Button>
        ) : null}
        <Button icon={<Printer />} isDisabled={count === 0} onPress={go('badges')}>
          {t`Print badges`}
        </Button>
      </div>
      {adding ? (
        <AddStudents group={id} snapshot={snapshot} onDone={() => setAdding(false)} />
      ) : (
        <Card
          title={t`Students`}
          aside={
            mayAdd ? (
              <Button icon={<UserPlus />} onPress={() => setAdding(true)}>{t`Add students`}</Button>
            ) : undefined
          }
        >
          {count === 0 ? (
            <EmptyState title={t`Nobody is in this group yet`}>
              {mayAdd ? t`Paste the names or take a CSV file.` : undefined}
            </EmptyState>
          ) : (
            <>
              <Switch
                isOn={secretsShown}
                onChange={setSecretsShown}
                hint={t`Three pictures in order. Look who can see the screen.`}
              >
                {t`Show the picture secrets`}
              </Switch>
              <StudentList
                group={id}
                snapshot={snapshot}
                secretsShown={secretsShown}
                onSaid={setMessage}
              />
            </>
          )}
        </Card>
      )}
      <RenameDialog
        isOpen={renaming}
        title={t`Rename the group`}
        label={t`Name of the group`}
        name={body.name}
        onClose={() => setRenaming(false)}
        onRename={rename}
      />
    </Page>
  );
}
