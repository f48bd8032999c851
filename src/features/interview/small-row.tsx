import SkipForward from 'lucide-react/icons/skip-forward';
import Undo2 from 'lucide-react/icons/undo-2';
import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';

export interface UndoButtonProps {
  /** null: there is nothing to take back. */
  readonly onUndo: (() => void) | null;
  /** Name of the child before, where this one has no mark to take back. */
  readonly backTo: string | null;
}

/** Walks back the whole sitting, mark by mark; before the first one, to the child before. */
export function UndoButton({ onUndo, backTo }: UndoButtonProps) {
  const { t } = useLingui();
  return (
    <Button kind="quiet" icon={<Undo2 />} isDisabled={onUndo === null} onPress={() => onUndo?.()}>
      {backTo === null ? t`Last mark` : t`Back to ${backTo}`}
    </Button>
  );
}

export interface SmallRowProps extends UndoButtonProps {
  readonly onSkip: () => void;
  readonly skipLabel: string;
}

/** The smaller controls under the marks. */
export function SmallRow({ onSkip, skipLabel, ...undo }: SmallRowProps) {
  return (
    <>
      <UndoButton {...undo} />
      <Button kind="quiet" icon={<SkipForward />} onPress={onSkip}>
        {skipLabel}
      </Button>
    </>
  );
}
