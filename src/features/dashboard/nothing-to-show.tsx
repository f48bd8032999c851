import BookOpen from 'lucide-react/icons/book-open';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useMay } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { EmptyGroup } from '#ui/layout/empty-group.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { NoGroup } from '#ui/layout/no-group.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { ClassOnBoard } from './use-class.ts';

/** Why there is no dashboard yet, and the one thing to do about it. */
export function NothingToShow({ group }: { readonly group: ClassOnBoard }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const { id, name, students } = group;
  const [mayAdd, mayChoose] = [useMay('student.add'), useMay('course.use')];
  if (name === undefined) {
    return <NoGroup onGroups={() => navigate('/groups')} />;
  }
  return (
    <Page title={name}>
      {students.length === 0 ? (
        <EmptyGroup onAdd={mayAdd ? () => navigate(`/groups/${id}`) : null}>
          {t`Every student gets a row here, every unit a column.`}
        </EmptyGroup>
      ) : (
        <EmptyState
          title={t`This group has no units in use yet`}
          icon={<BookOpen />}
          action={
            mayChoose ? (
              <Button
                kind="primary"
                onPress={() => navigate(`/groups/${id}/courses`)}
              >{t`Choose courses`}</Button>
            ) : undefined
          }
        >
          {t`Every student gets a row here, every unit a column.`}
        </EmptyState>
      )}
    </Page>
  );
}
