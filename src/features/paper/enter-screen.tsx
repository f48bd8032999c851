import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation, useParams } from 'wouter';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useMay } from '#state/use-may.ts';
import { EmptyGroup } from '#ui/layout/empty-group.tsx';
import { NoGroup } from '#ui/layout/no-group.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Snackbar, type SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { EnterResult } from './enter-result.tsx';
import { FindSheet } from './find-sheet.tsx';
import type { FoundSheet } from './found-sheet.ts';
import css from './paper.module.css';
import { useEnterPaper } from './use-enter-paper.ts';

/** `/groups/:group/paper/enter`: a sheet is found, what was wrong is tapped, saved; then the next one. */
export function EnterScreen() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const params = useParams<{ group: string }>();
  const group = asId<GroupId>(params.group);
  const snapshot = useLive(useServices().snapshot);
  const mayAdd = useMay('student.add');
  const [found, setFound] = useState<FoundSheet | null>(null);
  const [message, setMessage] = useState<SnackbarMessage | null>(null);
  const acts = useEnterPaper(group, ({ id, name, correct, of, undo }) => {
    setFound(null);
    setMessage(
      undo === null
        ? { id, text: t`Taken back` }
        : {
            id,
            text: t`${name}: ${correct} of ${of} right, saved on this tablet`,
            onUndo: () => void undo(),
          },
    );
  });
  if (!snapshot.loaded) return null;
  const name = snapshot.group(group)?.name;
  if (name === undefined) return <NoGroup onGroups={() => navigate('/groups')} />;
  if (snapshot.studentsOf(group).length === 0) {
    return (
      <Page title={t`Results from paper`} lead={name}>
        <EmptyGroup onAdd={mayAdd ? () => navigate(`/groups/${group}`) : null}>
          {t`A sheet belongs to a student of the group.`}
        </EmptyGroup>
      </Page>
    );
  }
  return (
    <Page className={css['page'] ?? ''} title={t`Results from paper`} lead={name}>
      <Snackbar message={message} onDismiss={() => setMessage(null)} />
      {found === null ? (
        <FindSheet group={group} snapshot={snapshot} onFound={setFound} />
      ) : (
        <EnterResult
          key={found.sheet.code}
          found={found}
          group={group}
          snapshot={snapshot}
          acts={acts}
          onBack={() => setFound(null)}
        />
      )}
    </Page>
  );
}
