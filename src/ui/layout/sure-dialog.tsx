import { Button } from '../controls/button.tsx';
import { AriaLocale } from '../i18n/aria-locale.tsx';
import { Dialog } from './dialog.tsx';

export interface SureDialogProps {
  readonly title: string;
  /** What comes of it. */
  readonly text: string;
  /** The words of the button that leaves all as it is, and of the one that goes on. */
  readonly keep: string;
  readonly end: string;
  readonly onKeep: () => void;
  readonly onEnd: () => void;
}

/** Asks a child before something ends for good. Loaded when it is asked for: hardly any child ever sees it. */
export function SureDialog({ title, text, keep, end, onKeep, onEnd }: SureDialogProps) {
  return (
    <AriaLocale>
      <Dialog
        isOpen
        onOpenChange={onKeep}
        role="alertdialog"
        title={title}
        actions={
          <>
            <Button kind="primary" size="l" onPress={onKeep}>
              {keep}
            </Button>
            <Button size="l" onPress={onEnd}>
              {end}
            </Button>
          </>
        }
      >
        {text}
      </Dialog>
    </AriaLocale>
  );
}
