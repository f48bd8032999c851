import { useState } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Card } from '#ui/layout/card.tsx';
import { Row, Stack } from '#ui/layout/stack.tsx';
import { planGroup } from './plan-roster.ts';
import { RosterImport } from './roster-import.tsx';
import { usePlan } from './use-plan.ts';

export interface NewGroupProps {
  readonly onDone: (group: GroupId) => void;
  /** Leaves without a group. */
  readonly onSkip: () => void;
}

/** A group and its students at once: a name, a list, a look, one tap. */
export function NewGroup({ onDone, onSkip }: NewGroupProps) {
  const { t } = useLingui();
  const services = useServices();
  const [group] = useState(() => asId<GroupId>(services.newId()));
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, fault, save } = usePlan();
  const nameFault = name.trim() === '' ? t`The group needs a name.` : undefined;

  const take = async (names: readonly string[]) => {
    setTried(true);
    if (nameFault !== undefined) return;
    const saved = await save(() => planGroup(services, group, name.trim(), names));
    if (!saved) return;
    // Now there is something worth keeping: the right moment to ask the browser for it. Its answer is shown in the settings.
    void services.persist();
    onDone(group);
  };

  return (
    <>
      <Stack gap={2}>
        <h1>{t`Your group`}</h1>
        <p>{t`Every student gets a picture, a secret of three pictures and a badge by themselves. Only names are needed.`}</p>
      </Stack>
      <Card>
        <Stack gap={5}>
          <TextField
            label={t`Name of the group`}
            hint={t`For example "2B" or "Reading club".`}
            maxLength={60}
            value={name}
            onChange={setName}
            error={tried ? nameFault : undefined}
          />
          <RosterImport
            known={[]}
            isBusy={busy}
            takeLabel={(count) =>
              t`Make the group with ${plural(count, { one: '# student', other: '# students' })}`
            }
            onTake={(names) => void take(names)}
          />
          <FaultMessage fault={fault} />
          <Row>
            <Button kind="quiet" isDisabled={busy} onPress={onSkip}>{t`Later`}</Button>
          </Row>
        </Stack>
      </Card>
    </>
  );
}
