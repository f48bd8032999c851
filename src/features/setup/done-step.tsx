import CalendarCheck from 'lucide-react/icons/calendar-check';
import Printer from 'lucide-react/icons/printer';
import Tablet from 'lucide-react/icons/tablet';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { GroupId } from '#domain/model/ids.ts';
import { Button } from '#ui/controls/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import css from './setup.module.css';

/** The end of the set-up, and the three things that most people do next. */
export function DoneStep({ group }: { readonly group: GroupId | undefined }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const go = (path: string) => () => navigate(path);
  return (
    <>
      <Stack gap={2}>
        <h1>{t`Your school is ready`}</h1>
        <p>{t`From now on this device works without a network too.`}</p>
      </Stack>
      <Card>
        <div className={css['next']}>
          <Button kind="primary" size="l" wide icon={<CalendarCheck />} onPress={go('/teacher')}>
            {t`Go to Today`}
          </Button>
          <Button size="l" wide icon={<Tablet />} onPress={go('/devices')}>
            {t`Connect a class tablet`}
          </Button>
          {group === undefined ? null : (
            <Button size="l" wide icon={<Printer />} onPress={go(`/groups/${group}/badges`)}>
              {t`Print the badges`}
            </Button>
          )}
        </div>
      </Card>
    </>
  );
}
