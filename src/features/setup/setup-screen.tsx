import { useState, type ComponentType } from 'react';
import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Session, Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { LanguageSwitch } from '#ui/i18n/language-switch.tsx';
import { Page } from '#ui/layout/page.tsx';
import { ProductSign } from '#ui/layout/product-sign.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { AccountStep } from './account-step.tsx';
import { DoneStep } from './done-step.tsx';
import { SchoolStep, type SchoolForm } from './school-step.tsx';
import css from './setup.module.css';

export interface GroupStepProps {
  readonly onDone: () => void;
}
export interface CoursesStepProps {
  readonly group: GroupId;
  readonly onDone: () => void;
}

export interface SetupScreenProps {
  /** The parts that other features hold: the first group, and its courses. */
  readonly GroupStep: ComponentType<GroupStepProps>;
  readonly CoursesStep: ComponentType<CoursesStepProps>;
}

type Step = 'school' | 'account' | 'group' | 'courses' | 'done';
const STEPS: readonly Step[] = ['school', 'account', 'group', 'courses', 'done'];

/**
 * The first set-up. School and account are one request; from there on the step is read off the records, so that a reload
 * goes on where it was.
 *
 *   school -> account -> (request) -> group -> courses -> done
 */
export function SetupScreen({ GroupStep, CoursesStep }: SetupScreenProps) {
  const services = useServices();
  const session = useLive(services.session.current);
  const snapshot = useLive(services.snapshot);
  const [school, setSchool] = useState<SchoolForm | null>(null);
  const [atAccount, setAtAccount] = useState(false);
  const [skipped, setSkipped] = useState<ReadonlySet<Step>>(new Set());
  const skip = (step: Step) => setSkipped(new Set([...skipped, step]));
  const group = snapshot.groups()[0]?.id;
  const step = stepOf(session, snapshot, skipped, atAccount);

  return (
    <StudentShell headStart={<ProductSign />} headEnd={<LanguageSwitch />}>
      <Page width="reading">
        <StepLine step={step} />
        {content()}
      </Page>
    </StudentShell>
  );

  function content() {
    switch (step) {
      case 'school':
        return (
          <SchoolStep
            first={school}
            onDone={(form) => {
              setSchool(form);
              setAtAccount(true);
            }}
          />
        );
      case 'account':
        return school === null ? null : (
          <AccountStep school={school} onBack={() => setAtAccount(false)} />
        );
      case 'group':
        return <GroupStep onDone={() => skip('group')} />;
      case 'courses':
        return group === undefined ? null : (
          <CoursesStep group={group} onDone={() => skip('courses')} />
        );
      case 'done':
        return <DoneStep group={group} />;
      default:
        return unreachable(step);
    }
  }
}

function stepOf(
  session: Session,
  snapshot: Snapshot,
  skipped: ReadonlySet<Step>,
  atAccount: boolean,
): Step {
  if (session.state === 'none' || session.state === 'erased')
    return atAccount ? 'account' : 'school';
  const group = snapshot.groups()[0];
  if (group === undefined) return skipped.has('group') ? 'done' : 'group';
  const inUse = Object.values(snapshot.use(group.id)?.courses ?? {});
  const hasUnits = inUse.some(({ units }) => units.length > 0);
  return hasUnits || skipped.has('courses') ? 'done' : 'courses';
}

function StepLine({ step }: { readonly step: Step }) {
  const { t } = useLingui();
  const number = STEPS.indexOf(step) + 1;
  const total = STEPS.length - 1;
  if (step === 'done') return null;
  return (
    <p className={css['step']}>
      {t`Step ${number} of ${total}`}
      <span aria-hidden className={css['dots']}>
        {STEPS.slice(0, total).map((one, index) => (
          <span key={one} className={css['dot']} data-done={index < number} />
        ))}
      </span>
    </p>
  );
}
