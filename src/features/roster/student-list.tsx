import { useState } from 'react';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import css from './groups.module.css';
import { JoinDialog } from './join-dialog.tsx';
import { PictureSecret } from './picture-secret.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SupportsDialog } from './supports-dialog.tsx';
import { StudentMenu, type StudentAction } from './student-menu.tsx';
import { useStudentChanges } from './use-student-changes.ts';

/** What a dialog asks about. */
interface Asking {
  readonly id: StudentId;
  readonly action: 'rename' | 'supports' | 'join' | 'erase';
}

export interface StudentListProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly secretsShown: boolean;
  /** Says what was done, with a way back where there is one. */
  readonly onSaid: (message: SnackbarMessage) => void;
}

/** The students of a group with what a teacher changes about them. */
export function StudentList({ group, snapshot, secretsShown, onSaid }: StudentListProps) {
  const { t } = useLingui();
  const changes = useStudentChanges(group, snapshot, onSaid);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const nameOf = (id: StudentId) => snapshot.student(id)?.name ?? '';

  const close = () => setAsking(null);

  const act = async (id: StudentId, action: StudentAction) => {
    if (action === 'rename' || action === 'supports' || action === 'join' || action === 'erase')
      setAsking({ id, action });
    else setFault(await changes[action](id));
  };

  return (
    <>
      <FaultMessage fault={fault} />
      <ul className={css['students']} aria-label={t`Students`}>
        {snapshot.studentsOf(group).map((id) => {
          const secret = secretsShown ? snapshot.credential(id)?.secret : undefined;
          return (
            <li key={id} className={css['student']}>
              <Avatar id={snapshot.student(id)?.avatar ?? ''} name={nameOf(id)} size="m" />
              <span className={css['who']}>
                {nameOf(id)}
                {(snapshot.student(id)?.supports ?? []).length > 0 ? <SupportsMark /> : null}
              </span>
              {secret === undefined ? <span /> : <PictureSecret secret={secret} />}
              <StudentMenu
                name={nameOf(id)}
                isJoined={snapshot.recordsOf(id).length > 1}
                onAction={(action) => void act(id, action)}
              />
            </li>
          );
        })}
      </ul>
      {asking?.action === 'rename' ? (
        <RenameDialog
          isOpen
          title={t`Rename`}
          label={t`Name`}
          name={nameOf(asking.id)}
          onClose={close}
          onRename={(name) => changes.rename(asking.id, name)}
        />
      ) : null}
      {asking?.action === 'supports' ? (
        <SupportsDialog
          name={nameOf(asking.id)}
          supports={snapshot.student(asking.id)?.supports}
          onClose={close}
          onSave={(codes) => changes.supports(asking.id, codes)}
        />
      ) : null}
      {asking?.action === 'join' ? (
        <JoinDialog
          student={asking.id}
          snapshot={snapshot}
          onClose={close}
          onJoin={(other) => changes.join(asking.id, other)}
        />
      ) : null}
      {asking?.action === 'erase' ? (
        <EraseDialog
          name={nameOf(asking.id)}
          onClose={close}
          onErase={() => changes.erase(asking.id)}
        />
      ) : null}
    </>
  );
}

/** For staff alone: small, and without a word of what it is. */
function SupportsMark() {
  const { t } = useLingui();
  return (
    <span className={css['supports']}>
      <SlidersHorizontal aria-hidden />
      <span className="visually-hidden">{t`has supports`}</span>
    </span>
  );
}
