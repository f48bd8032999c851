import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import { ErrorState } from '#ui/layout/error-state.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';

export interface FinishingViewProps {
  /** Why the tablet could not store the check; null while it is being stored. */
  readonly fault: string | null;
  readonly onAgain: () => void;
}

/** Between "I am finished" and the result: a moment, or a calm word when the tablet cannot store it. */
export function FinishingView({ fault, onAgain }: FinishingViewProps) {
  const { t } = useLingui();
  return (
    <StudentShell centred>
      {fault === null ? (
        <Skeleton />
      ) : (
        <ErrorState
          title={t`Something got stuck.`}
          safe={t`Your answers are safe.`}
          next={t`Try again. If it stays stuck, show this to your teacher.`}
          action={
            <Button kind="primary" size="l" onPress={onAgain}>
              {t`Carry on`}
            </Button>
          }
          detail={fault}
        />
      )}
    </StudentShell>
  );
}
