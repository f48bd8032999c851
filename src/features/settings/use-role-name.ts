import { useLingui } from '@lingui/react/macro';
import type { AssignableRole } from '#domain/model/role.ts';

/** What a role is called. */
export function useRoleName(): (role: AssignableRole) => string {
  const { t } = useLingui();
  return (role) => {
    switch (role) {
      case 'admin':
        return t`Runs the school here`;
      case 'principal':
        return t`Principal`;
      case 'teacher':
        return t`Teacher`;
      case 'volunteer':
        return t`Helper`;
    }
  };
}
