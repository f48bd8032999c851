import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import { ErrorState } from '#ui/layout/error-state.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';

/** The questions are a part of the app that could not be loaded. The check stays open, as it was. */
export function NotLoadedView() {
  const { t } = useLingui();
  return (
    <StudentShell centred>
      <ErrorState
        title={t`A part of the app could not be loaded`}
        safe={t`Your answers are kept on this tablet.`}
        next={t`Connect to the network once, and try again.`}
        action={
          // A browser may remember that a part failed: only a new page asks for it again.
          <Button kind="primary" size="l" onPress={() => location.reload()}>
            {t`Try again`}
          </Button>
        }
      />
    </StudentShell>
  );
}
