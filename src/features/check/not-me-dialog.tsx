import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import { AriaLocale } from '#ui/i18n/aria-locale.tsx';
import { Dialog } from '#ui/layout/dialog.tsx';

export interface NotMeDialogProps {
  /** Whose check it is. */
  readonly name: string;
  readonly onKeep: () => void;
  readonly onNotMe: () => void;
}

/** Asks before "Not you?" ends a check that has something in it. Loaded when it is asked for: hardly any child ever sees it. */
export function NotMeDialog({ name, onKeep, onNotMe }: NotMeDialogProps) {
  const { t } = useLingui();
  return (
    <AriaLocale>
      <Dialog
        isOpen
        onOpenChange={onKeep}
        role="alertdialog"
        title={t`Are you not ${name}?`}
        actions={
          <>
            <Button kind="primary" size="l" onPress={onKeep}>
              {t`I am ${name}`}
            </Button>
            <Button size="l" onPress={onNotMe}>
              {t`I am not ${name}`}
            </Button>
          </>
        }
      >
        {t`What was answered here will not count.`}
      </Dialog>
    </AriaLocale>
  );
}
