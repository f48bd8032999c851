import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import css from './groups.module.css';
import { PictureSecret } from './picture-secret.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { StudentMenu, type StudentAction } from './student-menu.tsx';
import { useAppend } from './use-append.ts';
import { useStudentChanges } from './use-student-changes.ts';

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
  const append = useAppend();
  const changes = useStudentChanges(group, snapshot, onSaid);
  const [renaming, setRenaming] = useState<StudentId | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const nameOf = (id: StudentId) => snapshot.student(id)?.name ?? '';

  const act = async (id: StudentId, action: StudentAction) => {
    if (action === 'rename') setRenaming(id);
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
              <span className={css['who']}>{nameOf(id)}</span>
              {secret === undefined ? <span /> : <PictureSecret secret={secret} />}
              <StudentMenu name={nameOf(id)} onAction={(action) => void act(id, action)} />
            </li>
          );
        })}
      </ul>
      <RenameDialog
        isOpen={renaming !== null}
        title={t`Rename`}
        label={t`Name`}
        name={renaming === null ? '' : nameOf(renaming)}
        onClose={() => setRenaming(null)}
        onRename={async (name) =>
          renaming === null
            ? null
            : append({
                kind: 'student.rename',
                about: `student/${renaming}`,
                body: { set: name, was: nameOf(renaming) },
              })
        }
      />
    </>
  );
}
