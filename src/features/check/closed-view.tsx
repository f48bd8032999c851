import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { forgetChild } from '#state/identified-child.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorState } from '#ui/layout/error-state.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';

/** Calm, whatever the reason: the check is over here, and nothing of it is lost. */
export function ClosedView() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  return (
    <StudentShell centred>
      <ErrorState
        title={t`This check is closed.`}
        safe={t`Your answers are kept on this tablet.`}
        next={t`You can begin a new one.`}
        action={
          <Button
            kind="primary"
            size="l"
            onPress={() => {
              forgetChild();
              navigate('/student', { replace: true });
            }}
          >
            {t`Back to the names`}
          </Button>
        }
      />
    </StudentShell>
  );
}
