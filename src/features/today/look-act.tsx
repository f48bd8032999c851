import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { Fault } from '#domain/kernel/result.ts';
import { offerName } from '#domain/mastery/offers.ts';
import type { EventId, GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent, Snapshot } from '#data/services.ts';
import { nextTry } from '#state/next-try.ts';
import { offeredCheck } from '#state/offered-checks.ts';
import {
  allowRetake,
  offerToChild,
  setOffer,
  setSignal,
  takeAllowanceBack,
} from '#state/teacher-acts.ts';
import { useMay } from '#state/use-may.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import type { Look } from './needs-a-look.ts';
import { useRowsChange, type SteadyRows } from './use-steady-rows.ts';

export interface LookActProps {
  readonly group: GroupId;
  readonly look: Look;
  readonly snapshot: Snapshot;
  readonly steady: SteadyRows;
  readonly onSaid: (message: SnackbarMessage) => void;
}

/** The one answer to what a child asks for, in one tap: talked about it, allow now, or start the check. */
export function LookAct({ group, look, snapshot, steady, onSaid }: LookActProps) {
  const { t } = useLingui();
  const services = useServices();
  const now = useSchoolNow();
  const mayAct = useMay('check.offer');
  const answer = answerTo(look, group, snapshot, now);
  useRowsChange(steady, answer ?? '');
  const [fault, setFault] = useState<Fault | null>(null);
  const { student, course, objective } = look;
  const target = { course: course.id, objective: objective.id };
  const name = snapshot.student(student)?.name ?? '';

  const save = async (
    event: NewEvent,
    text: string,
    back?: (id: EventId) => NewEvent,
  ): Promise<void> => {
    const saved = await services.append(event);
    setFault(saved.ok ? null : saved.error);
    if (!saved.ok) return;
    const undo =
      back === undefined ? {} : { onUndo: () => void save(back(saved.value.id), t`Taken back`) };
    onSaid({ id: services.newId(), text, ...undo });
  };
  const talked = () =>
    save(setSignal(student, target, 'none'), t`Taken off the list: ${name}`, () =>
      setSignal(student, target, 'help'),
    );
  const allow = () =>
    save(allowRetake(student, target), t`${name} may try again now`, (id) =>
      takeAllowanceBack(student, target, id),
    );
  const start = async (): Promise<void> => {
    const before = snapshot.offers(group)?.offers[offerName(course.id, objective.id)]?.set ?? null;
    const event = offerToChild(snapshot, group, target, student, now);
    if (event === null) return;
    await save(event, t`The check is started for ${name}`, () =>
      setOffer(services.snapshot.get(), group, target, before),
    );
  };

  const button = (label: string, spoken: string, act: () => Promise<void>) => (
    <>
      <Button aria-label={spoken} onPress={() => steady.act(act)}>
        {label}
      </Button>
      <FaultMessage fault={fault} />
    </>
  );
  if (!mayAct) return null;
  switch (answer) {
    case 'talked':
      return button(t`Talked about it`, t`Talked about it: ${name}`, talked);
    case 'allow':
      return button(t`Allow now`, t`Allow now: ${name}`, allow);
    case 'start':
      return button(t`Start the check`, t`Start the check for ${name}`, start);
    case 'started':
      return <span className="soft">{t`Check started`}</span>;
    case 'free':
      return <span className="soft">{t`May try again now`}</span>;
    case null:
      return null;
    default:
      return unreachable(answer);
  }
}

/** `free`: what was started has been handed in since, and nothing keeps the child from another try. */
type Answer = 'talked' | 'allow' | 'start' | 'started' | 'free';

/** What there is to answer; null: nothing here. @param now school time, ms */
function answerTo(look: Look, group: GroupId, snapshot: Snapshot, now: number): Answer | null {
  const { reasons, student, course, objective } = look;
  if (reasons.includes('would-like-help')) return 'talked';
  if (!reasons.includes('ready-to-try') || objective.check === undefined) return null;
  const target = { course: course.id, objective: objective.id };
  if (offeredCheck(snapshot, student, target, now) !== undefined) return 'started';
  if (nextTry(snapshot, student, target, now).retake.state !== 'open') return 'allow';
  return offerToChild(snapshot, group, target, student, now) === null ? 'free' : 'start';
}
