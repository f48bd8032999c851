import { useState } from 'react';
import UserPlus from 'lucide-react/icons/user-plus';
import { useLingui } from '@lingui/react/macro';
import type { AssignableRole } from '#domain/model/role.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { Button } from '#ui/controls/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import { InviteForm, MAY_INVITE } from './invite-form.tsx';
import css from './settings.module.css';
import { useRoleName } from './use-role-name.ts';

export interface StaffCardProps {
  /** Of the member who looks: decides whom they may invite. */
  readonly role: AssignableRole;
}

/** Who works here, and a way for somebody new. */
export function StaffCard({ role }: StaffCardProps) {
  const { t } = useLingui();
  const members = useLive(useServices().snapshot).members();
  const roleName = useRoleName();
  const [inviting, setInviting] = useState(false);
  return (
    <Card title={t`Staff`}>
      <ul className={css['staff']} aria-label={t`Staff`}>
        {members.map(({ id, body }) => (
          <li key={id} className={css['person']}>
            <span>{body.name}</span>
            <span className="soft">{roleName(body.role)}</span>
          </li>
        ))}
      </ul>
      {MAY_INVITE[role].length === 0 ? null : inviting ? (
        <InviteForm roles={MAY_INVITE[role]} onClose={() => setInviting(false)} />
      ) : (
        <div>
          <Button
            icon={<UserPlus />}
            onPress={() => setInviting(true)}
          >{t`Invite somebody`}</Button>
        </div>
      )}
    </Card>
  );
}
