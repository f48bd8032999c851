import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { Button } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Page } from '#ui/layout/page.tsx';

/** The address names a group that this device does not have. */
export function NoGroup() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  return (
    <Page>
      <EmptyState
        title={t`This group is not on this device`}
        action={
          <Button kind="primary" onPress={() => navigate('/groups')}>{t`To the groups`}</Button>
        }
      >
        {t`It may belong to somebody else, or it has not arrived yet.`}
      </EmptyState>
    </Page>
  );
}
