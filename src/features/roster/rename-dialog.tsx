import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Dialog } from '#ui/layout/dialog.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { MAX_NAME } from './parse-roster.ts';

export interface RenameDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly label: string;
  readonly name: string;
  readonly onClose: () => void;
  /** Saves the new name; null when saved. */
  readonly onRename: (name: string) => Promise<Fault | null>;
}

/** A new name for a group or a student. */
export function RenameDialog(props: RenameDialogProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ title, label, name, onClose, onRename }: RenameDialogProps) {
  const { t } = useLingui();
  const [text, setText] = useState(name);
  const [fault, setFault] = useState<Fault | null>(null);
  const trimmed = text.replaceAll(/\s+/gu, ' ').trim();
  const save = async () => {
    if (trimmed === '') return;
    const refused = trimmed === name ? null : await onRename(trimmed);
    setFault(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap={4}>
          <TextField label={label} value={text} onChange={setText} maxLength={MAX_NAME} />
          <FaultMessage fault={fault} />
          <Button type="submit" kind="primary" isDisabled={trimmed === ''}>{t`Save`}</Button>
        </Stack>
      </form>
    </Dialog>
  );
}
