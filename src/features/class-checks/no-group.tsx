import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { Button } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Page } from '#ui/layout/page.tsx';

/** An address of a group that this device does not have. */
export function NoGroup() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  return (
    <Page>
      <EmptyState
        isWholeScreen
        title={t`This group is not on this device`}
        action={<Button onPress={() => navigate('/groups')}>{t`To the groups`}</Button>}
      />
    </Page>
  );
}
