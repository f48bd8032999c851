import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import type { GroupId } from '#domain/model/ids.ts';
import type { AssignableRole } from '#domain/model/role.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import type { CodeAnswer } from '#protocol/staff-request.ts';
import { Button } from '#ui/controls/button.tsx';
import { CheckboxGroup } from '#ui/controls/checkbox-group.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { CodeCard } from '#ui/print/code-card.tsx';
import { useRoleName } from './use-role-name.ts';

/** Whom a role may bring in, nobody above itself; the server decides by the same table. */
export const MAY_INVITE: Readonly<Record<AssignableRole, readonly AssignableRole[]>> = {
  admin: ['teacher', 'volunteer', 'principal', 'admin'],
  principal: ['teacher', 'volunteer', 'principal'],
  teacher: ['volunteer'],
  volunteer: [],
};

interface Invitee {
  readonly name: string;
  readonly email: string;
  readonly role: AssignableRole | null;
  readonly groups: readonly GroupId[];
}
const NOBODY: Invitee = { name: '', email: '', role: null, groups: [] };

export interface InviteFormProps {
  readonly roles: readonly AssignableRole[];
  readonly onClose: () => void;
}

/** An invitation: who, in which role, for which groups; then a code to scan, or a link to hand on. */
export function InviteForm({ roles, onClose }: InviteFormProps) {
  const { t } = useLingui();
  const services = useServices();
  const groups = useLive(services.snapshot).groups();
  const roleName = useRoleName();
  const [who, setWho] = useState<Invitee>(NOBODY);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [code, setCode] = useState<CodeAnswer | null>(null);
  const { name, email, role } = who;
  const complete = name.trim() !== '' && /^[^\s@]+@[^\s@]+$/u.test(email.trim()) && role !== null;

  const invite = async () => {
    if (busy || role === null || !complete) return;
    setBusy(true);
    setFault(null);
    const result = await services.staff.invite({
      name: name.trim(),
      email: email.trim(),
      role,
      groups: who.groups,
    });
    setBusy(false);
    if (result.ok) setCode(result.value);
    else setFault(result.error);
  };

  if (code !== null) {
    return (
      <Stack gap={4}>
        <p>{t`${name.trim()} opens this on their own device and chooses a passphrase and a PIN.`}</p>
        <CodeCard
          code={code.code}
          url={code.url}
          msLeft={code.until - code.now}
          label={t`Code of the invitation`}
        />
        <CopyLink url={code.url} />
        <Row>
          <Button onPress={onClose}>{t`Done`}</Button>
        </Row>
      </Stack>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void invite();
      }}
    >
      <Stack gap={4}>
        <TextField
          label={t`Name`}
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={(text) => setWho({ ...who, name: text })}
        />
        <TextField
          label={t`Email`}
          hint={t`For signing in. Nothing is sent to it: you hand on the code or the link.`}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(text) => setWho({ ...who, email: text })}
        />
        <Select
          label={t`Role`}
          options={roles.map((id) => ({ id, label: roleName(id) }))}
          value={role}
          onChange={(id) => setWho({ ...who, role: id })}
        />
        {groups.length === 0 ? null : (
          <CheckboxGroup
            label={t`Groups`}
            hint={t`A teacher or helper sees these groups and no others.`}
            columns={2}
            options={groups.map(({ id, body }) => ({ id, label: body.name }))}
            value={who.groups}
            onChange={(ids) => setWho({ ...who, groups: ids })}
          />
        )}
        <FaultMessage fault={fault} />
        <Row>
          <Button type="submit" kind="primary" isDisabled={!complete || busy}>
            {busy ? t`One moment` : t`Make the invitation`}
          </Button>
          <Button kind="quiet" onPress={onClose}>{t`Cancel`}</Button>
        </Row>
      </Stack>
    </form>
  );
}

function CopyLink({ url }: { readonly url: string }) {
  const { t } = useLingui();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // The browser forbids it: the code and the address stand above.
      setCopied(false);
    }
  };
  return (
    <Row>
      <Button onPress={() => void copy()}>{copied ? t`Copied` : t`Copy the link`}</Button>
    </Row>
  );
}
