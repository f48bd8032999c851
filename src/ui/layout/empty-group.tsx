import type { ReactNode } from 'react';
import UserPlus from 'lucide-react/icons/user-plus';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../controls/button.tsx';
import { EmptyState } from './empty-state.tsx';

export interface EmptyGroupProps {
  /** null: adding students is for others to do. */
  readonly onAdd: (() => void) | null;
  /** What will be here once there are students. */
  readonly children: ReactNode;
}

/** In the place of a list of students where the group has none yet. */
export function EmptyGroup({ onAdd, children }: EmptyGroupProps) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`Nobody is in this group yet`}
      icon={<UserPlus />}
      action={
        onAdd === null ? undefined : (
          <Button kind="primary" onPress={onAdd}>{t`Add students`}</Button>
        )
      }
    >
      {children}
    </EmptyState>
  );
}
