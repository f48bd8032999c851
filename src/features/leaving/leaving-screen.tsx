import ShieldCheck from 'lucide-react/icons/shield-check';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import type { Leaving } from '#data/services-leaving.ts';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Page } from '#ui/layout/page.tsx';
import { ProductSign } from '#ui/layout/product-sign.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { LeavingBlocked } from './leaving-blocked.tsx';
import { LeavingSteps } from './leaving-steps.tsx';

export interface LeavingScreenProps {
  readonly leaving: Exclude<Leaving, { state: 'no' }>;
  /** Begins anew, once the device is empty: the page has to be loaded again. */
  readonly onStart: () => void;
}

/** The whole screen while a device is left, in every tab: nothing else can be done here meanwhile. */
export function LeavingScreen({ leaving, onStart }: LeavingScreenProps) {
  if (leaving.state === 'left') return <Empty filed={leaving.filed === true} onStart={onStart} />;
  return <OnTheWay leaving={leaving} />;
}

function OnTheWay({
  leaving,
}: {
  readonly leaving: Extract<Leaving, { state: 'working' | 'blocked' }>;
}) {
  const { t } = useLingui();
  const services = useServices();
  const session = useLive(services.session.current);
  const onTablet = 'device' in session && session.device.kind === 'class-tablet';
  const isErasing = leaving.state === 'working' && leaving.step === 'erasing';
  return (
    <StudentShell headStart={<ProductSign />}>
      <Page
        width="reading"
        title={onTablet ? t`Giving this tablet back` : t`Signing out on this device`}
        lead={t`Keep this page open until it says that the device is empty.`}
      >
        {leaving.state === 'blocked' ? <LeavingBlocked leaving={leaving} /> : null}
        <Card>
          <Stack gap={5}>
            <LeavingSteps leaving={leaving} />
            {isErasing ? null : (
              <Row>
                <Button size="l" onPress={services.leaving.stop}>
                  {t`Stop and go back to work`}
                </Button>
              </Row>
            )}
          </Stack>
        </Card>
      </Page>
    </StudentShell>
  );
}

interface EmptyProps extends Pick<LeavingScreenProps, 'onStart'> {
  readonly filed: boolean;
}

function Empty({ filed, onStart }: EmptyProps) {
  const { t } = useLingui();
  return (
    <StudentShell centred>
      <EmptyState
        isWholeScreen
        title={t`This device is empty`}
        icon={<ShieldCheck />}
        action={
          <Button kind="primary" size="l" onPress={onStart}>
            {t`To the beginning`}
          </Button>
        }
      >
        {filed
          ? t`What the school took in is with the school; the rest is in the file that you saved, and nowhere else. No name and no result is left here, and it can be given to anybody.`
          : t`Everything that was on it is with the school. No name and no result is left here, and it can be given to anybody.`}
      </EmptyState>
    </StudentShell>
  );
}
