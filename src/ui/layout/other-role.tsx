import Eye from 'lucide-react/icons/eye';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../controls/button.tsx';
import { EmptyState } from './empty-state.tsx';
import { Page } from './page.tsx';

export interface OtherRoleProps {
  readonly onGroups: () => void;
}

/** The whole page where an address leads to what the role of whoever is there does not do. */
export function OtherRole({ onGroups }: OtherRoleProps) {
  const { t } = useLingui();
  return (
    <Page>
      <EmptyState
        isWholeScreen
        title={t`This is not part of your role`}
        icon={<Eye />}
        action={<Button kind="primary" onPress={onGroups}>{t`To the groups`}</Button>}
      >
        {t`Teachers do this. What comes of it you see in the groups.`}
      </EmptyState>
    </Page>
  );
}
