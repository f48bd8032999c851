import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Card } from '#ui/layout/card.tsx';
import { planStudents, takenIn } from './plan-roster.ts';
import { RosterImport } from './roster-import.tsx';
import { usePlan } from './use-plan.ts';

export interface AddStudentsProps {
  readonly group: GroupId;
  readonly snapshot: Snapshot;
  readonly onDone: () => void;
}

/** More students for a group that exists. */
export function AddStudents({ group, snapshot, onDone }: AddStudentsProps) {
  const { t } = useLingui();
  const services = useServices();
  const { busy, fault, save } = usePlan();
  const known = snapshot.studentsOf(group).flatMap((id) => snapshot.student(id)?.name ?? []);
  const take = async (names: readonly string[]) => {
    const saved = await save(() => planStudents(services, group, names, takenIn(snapshot, group)));
    if (saved) onDone();
  };
  return (
    <Card
      title={t`Add students`}
      aside={<Button kind="quiet" isDisabled={busy} onPress={onDone}>{t`Back`}</Button>}
    >
      <RosterImport
        known={known}
        isBusy={busy}
        takeLabel={(count) => t`Add ${plural(count, { one: '# student', other: '# students' })}`}
        onTake={(names) => void take(names)}
      />
      <FaultMessage fault={fault} />
    </Card>
  );
}
