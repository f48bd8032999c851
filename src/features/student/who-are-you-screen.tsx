import { lazy, useMemo, useState } from 'react';
import ScanQrCode from 'lucide-react/icons/scan-qr-code';
import Users from 'lucide-react/icons/users';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { unreachable } from '#domain/kernel/assert.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { identifyChild, type IdentifiedChild } from '#state/identified-child.ts';
import { Button } from '#ui/controls/button.tsx';
import { LanguageButtons } from '#ui/i18n/language-buttons.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { staffScreen } from '#ui/i18n/staff-screen.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { SafetyLine } from '#ui/sync/safety-line.tsx';
import { CarryOnCard } from './carry-on-card.tsx';
import { lockClassTablet } from './lock-class-tablet.ts';
import { NameGrid, type Child } from './name-grid.tsx';
import { groupsOfDevice, ownerOfBadge } from './recognise.ts';
import { SecretStep } from './secret-step.tsx';
import css from './student.module.css';
import { useOpenChecks } from './use-open-checks.ts';

const AdultStep = staffScreen(async () => (await import('./adult-step.tsx')).AdultStep);
const BadgeStep = lazy(async () => ({ default: (await import('./badge-step.tsx')).BadgeStep }));

/** What the door shows. */
type Step =
  | { readonly at: 'names'; readonly group: GroupId | null }
  | { readonly at: 'secret'; readonly child: Child; readonly group: GroupId | null }
  | { readonly at: 'adult'; readonly child: Child; readonly group: GroupId | null }
  | { readonly at: 'badge'; readonly group: GroupId | null };

/** The door of a class tablet: "Who are you?" Nothing of any child is shown before somebody has said who they are. */
export function WhoAreYouScreen() {
  const services = useServices();
  const snapshot = useLive(services.snapshot);
  const current = useLive(services.session.current);
  const [, navigate] = useLocation();
  const [step, setStep] = useState<Step>({ at: 'names', group: null });
  const groups = useMemo(() => groupsOfDevice(current, snapshot), [current, snapshot]);
  const group = step.group ?? (groups.length === 1 ? (groups[0] ?? null) : null);
  const everyone = useMemo(() => childrenOf(snapshot, groups), [snapshot, groups]);
  const enter = (child: IdentifiedChild): void => {
    identifyChild(child);
    lockClassTablet(services);
    navigate(`/student/${child.student}`);
  };
  if (!snapshot.loaded) return <Skeleton />;
  const back = (): void => setStep({ at: 'names', group: step.group });
  switch (step.at) {
    case 'secret':
      return (
        <SecretStep
          key={step.child.id}
          child={step.child}
          onKnown={(by) => enter({ student: step.child.id, by })}
          onBadge={() => setStep({ at: 'badge', group: step.group })}
          onAdult={() => setStep({ ...step, at: 'adult' })}
          onBack={back}
        />
      );
    case 'adult':
      return (
        <AdultStep
          child={step.child}
          onVouched={() => enter({ student: step.child.id, by: 'adult' })}
          onBack={() => setStep({ ...step, at: 'secret' })}
        />
      );
    case 'badge': {
      const ownerOf = (badge: string): Child | null => {
        const ids = everyone.map(({ id }) => id);
        const owner = ownerOfBadge(snapshot, ids, badge);
        return everyone.find(({ id }) => id === owner) ?? null;
      };
      return (
        <BadgeStep
          ownerOf={ownerOf}
          onKnown={(child) => enter({ student: child.id, by: 'badge' })}
          onBack={back}
        />
      );
    }
    case 'names':
      return (
        <Names
          snapshot={snapshot}
          groups={groups}
          group={group}
          onGroup={(chosen) => setStep({ at: 'names', group: chosen })}
          onChild={(child) => setStep({ at: 'secret', child, group: step.group })}
          onBadge={() => setStep({ at: 'badge', group: step.group })}
        />
      );
    default:
      return unreachable(step);
  }
}

function childrenOf(snapshot: Snapshot, groups: readonly GroupId[]): Child[] {
  const ids = new Set<StudentId>(groups.flatMap((group) => snapshot.studentsOf(group)));
  return [...ids].flatMap((id) => {
    const body = snapshot.student(id);
    return body === undefined ? [] : [{ id, name: body.name, avatar: body.avatar }];
  });
}

interface NamesProps {
  readonly snapshot: Snapshot;
  readonly groups: readonly GroupId[];
  /** The group whose names are shown; null: it has to be chosen first. */
  readonly group: GroupId | null;
  readonly onGroup: (group: GroupId | null) => void;
  readonly onChild: (child: Child) => void;
  readonly onBadge: () => void;
}

function Names({ snapshot, groups, group, onGroup, onChild, onBadge }: NamesProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const { state, unsent, aside } = useLive(useServices().safety);
  const children = useMemo(
    () => (group === null ? [] : childrenOf(snapshot, [group])),
    [snapshot, group],
  );
  return (
    <StudentShell
      // The classes and the names of one are two screens.
      key={group}
      headStart={<h1>{group === null ? t`Which class are you in?` : t`Who are you?`}</h1>}
      headEnd={
        <div className={css['headEnd']}>
          <LanguageButtons />
          <Button kind="quiet" size="l" onPress={() => navigate('/teacher')}>
            {t`Teacher`}
          </Button>
        </div>
      }
      foot={
        <div className={css['doors']}>
          <Button size="l" icon={<ScanQrCode />} onPress={onBadge}>
            {t`Show my badge`}
          </Button>
          {group !== null && groups.length > 1 ? (
            <Button size="l" icon={<Users />} onPress={() => onGroup(null)}>
              {t`Another class`}
            </Button>
          ) : null}
          <div className={css['safety']}>
            {state === 'all-sent' || unsent > 0 || aside > 0 ? (
              <SafetyLine isSent={state === 'all-sent'} unsent={unsent} notSaved={aside} />
            ) : null}
          </div>
        </div>
      }
    >
      <CarryOn groups={groups} snapshot={snapshot} />
      {group === null ? (
        <GroupChooser snapshot={snapshot} groups={groups} onGroup={onGroup} />
      ) : children.length === 0 ? (
        <NobodyYet />
      ) : (
        <NameGrid onChoose={onChild}>{children}</NameGrid>
      )}
    </StudentShell>
  );
}

interface GroupChooserProps {
  readonly snapshot: Snapshot;
  readonly groups: readonly GroupId[];
  readonly onGroup: (group: GroupId) => void;
}

function GroupChooser({ snapshot, groups, onGroup }: GroupChooserProps) {
  if (groups.length === 0) return <NobodyYet />;
  return (
    <div className={css['groups']}>
      {groups.map((id) => (
        <Button key={id} size="xl" wide icon={<Users />} onPress={() => onGroup(id)}>
          {snapshot.group(id)?.name ?? id}
        </Button>
      ))}
    </div>
  );
}

function NobodyYet() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`The names of your class will be here`}>
      {t`Ask your teacher to add the class, or to connect this tablet to the network once.`}
    </EmptyState>
  );
}

/** The check that was on this tablet a moment ago, if it was. */
function CarryOn({
  snapshot,
  groups,
}: {
  readonly snapshot: Snapshot;
  readonly groups: readonly GroupId[];
}) {
  const { carryOn } = useOpenChecks();
  const child = childrenOf(snapshot, groups).find(({ id }) => id === carryOn?.draft.student);
  if (carryOn === null || child === undefined) return null;
  return <CarryOnCard child={child} question={carryOn.question} onCarryOn={carryOn.go} />;
}
