import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Dialog } from '#ui/layout/dialog.tsx';
import { Stack } from '#ui/layout/stack.tsx';

export interface EraseDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  /** null when it is saved. */
  readonly onErase: () => Promise<Fault | null>;
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim().toLowerCase();

/** Asks before everything about a child goes for ever. Typing the name is slow on purpose. */
export function EraseDialog({ name, onClose, onErase }: EraseDialogProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const erase = async () => {
    setBusy(true);
    const refused = await onErase();
    setBusy(false);
    setFault(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      role="alertdialog"
      title={t`Erase all data of ${name}?`}
      actions={
        <>
          <Button
            kind="danger"
            isDisabled={busy || plain(text) !== plain(name)}
            onPress={() => void erase()}
          >
            {t`Erase for ever`}
          </Button>
          <Button onPress={onClose}>{t`Keep the data`}</Button>
        </>
      }
    >
      <Stack gap={4}>
        <p>{t`The name, the pictures, the badge and every result go: from the school's server, and from each tablet when it next connects. This cannot be taken back.`}</p>
        <p className="soft">{t`Backups that were made before keep the data until they are deleted.`}</p>
        <TextField
          label={t`Type the name to confirm`}
          hint={name}
          value={text}
          onChange={setText}
          autoComplete="off"
        />
        <FaultMessage fault={fault} />
      </Stack>
    </Dialog>
  );
}
