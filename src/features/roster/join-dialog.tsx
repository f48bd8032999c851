import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Dialog } from '#ui/layout/dialog.tsx';
import { Stack } from '#ui/layout/stack.tsx';

export interface JoinDialogProps {
  /** The record that stays. */
  readonly student: StudentId;
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
  /** Joins the other record into this one; null when it is saved. */
  readonly onJoin: (other: StudentId) => Promise<Fault | null>;
}

/** Two records of one child become one. */
export function JoinDialog({ student, snapshot, onClose, onJoin }: JoinDialogProps) {
  const { t } = useLingui();
  const { list } = useFormatters();
  const [other, setOther] = useState<StudentId | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const name = snapshot.student(student)?.name ?? '';
  // The same child twice often has the same name twice: the group tells them apart.
  const labelOf = (id: StudentId, own: string): string => {
    const groups = snapshot
      .groups()
      .filter((group) => snapshot.studentsOf(group.id).includes(id))
      .map(({ body }) => body.name);
    return groups.length === 0 ? t`${own} (no group)` : t`${own} (${list(groups)})`;
  };
  const options = snapshot
    .students()
    .filter(({ id }) => id !== student)
    .map(({ id, body }) => ({ id, label: labelOf(id, body.name) }));
  const join = async () => {
    if (other === null) return;
    const refused = await onJoin(other);
    setFault(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t`Join the records of one child`}
      actions={
        <>
          <Button kind="primary" isDisabled={other === null} onPress={() => void join()}>
            {t`Join records`}
          </Button>
          <Button onPress={onClose}>{t`Cancel`}</Button>
        </>
      }
    >
      <Stack gap={4}>
        <p>{t`${name} stays, with this name, picture and secret. The results, the groups and the badge of the other record count for ${name} as well. You can separate them again.`}</p>
        <Select label={t`The other record`} options={options} value={other} onChange={setOther} />
        <FaultMessage fault={fault} />
      </Stack>
    </Dialog>
  );
}
