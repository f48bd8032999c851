import Users from 'lucide-react/icons/users';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../controls/button.tsx';
import { EmptyState } from './empty-state.tsx';
import { Page } from './page.tsx';

export interface NoGroupProps {
  readonly onGroups: () => void;
}

/** The whole page where an address names a group that this device does not have: typed by hand, or an old link. */
export function NoGroup({ onGroups }: NoGroupProps) {
  const { t } = useLingui();
  return (
    <Page>
      <EmptyState
        title={t`This group is not on this device`}
        icon={<Users />}
        action={<Button kind="primary" onPress={onGroups}>{t`To the groups`}</Button>}
      >
        {t`It may belong to somebody else, or it has not arrived yet.`}
      </EmptyState>
    </Page>
  );
}
