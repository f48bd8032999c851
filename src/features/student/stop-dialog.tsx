import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import { AriaLocale } from '#ui/i18n/aria-locale.tsx';
import { Dialog } from '#ui/layout/dialog.tsx';

export interface StopDialogProps {
  readonly onKeep: () => void;
  readonly onStop: () => void;
}

/** Asks before a check is stopped for good. Loaded when it is asked for: hardly any child ever sees it. */
export function StopDialog({ onKeep, onStop }: StopDialogProps) {
  const { t } = useLingui();
  return (
    <AriaLocale>
      <Dialog
        isOpen
        onOpenChange={onKeep}
        role="alertdialog"
        title={t`Stop this check?`}
        actions={
          <>
            <Button kind="primary" size="l" onPress={onKeep}>
              {t`Keep it`}
            </Button>
            <Button size="l" onPress={onStop}>
              {t`Stop it`}
            </Button>
          </>
        }
      >
        {t`It will not count, and you can begin a new one.`}
      </Dialog>
    </AriaLocale>
  );
}
