import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { offerName } from '#domain/mastery/offers.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import { DEFAULT_RETAKES, retakeOf } from '#domain/mastery/retake.ts';
import type { EventId, GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent, Snapshot } from '#data/services.ts';
import {
  allowRetake,
  offerToChild,
  setOffer,
  setSignal,
  takeAllowanceBack,
} from '#state/teacher-acts.ts';
import { useMay } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { useNow } from '#ui/i18n/use-now.ts';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import type { Look } from './needs-a-look.ts';

export interface LookActProps {
  readonly group: GroupId;
  readonly look: Look;
  readonly snapshot: Snapshot;
  readonly onSaid: (message: SnackbarMessage) => void;
}

/** The one answer to what a child asks for, in one tap: talked about it, allow now, or start the check. */
export function LookAct({ group, look, snapshot, onSaid }: LookActProps) {
  const { t } = useLingui();
  const services = useServices();
  const now = useNow();
  const mayAct = useMay('check.offer');
  const [fault, setFault] = useState<Fault | null>(null);
  const { reasons, student, course, objective, position } = look;
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
      <Button aria-label={spoken} onPress={() => void act()}>
        {label}
      </Button>
      <FaultMessage fault={fault} />
    </>
  );
  if (!mayAct) return null;
  if (reasons.includes('would-like-help'))
    return button(t`Talked about it`, t`Talked about it: ${name}`, talked);
  if (!reasons.includes('ready-to-try') || objective.check === undefined) return null;
  const progress = objectiveProgress(
    course,
    snapshot.progress(student, course.id),
    position,
    snapshot.dayOf,
  );
  const setting = snapshot.school()?.retakes ?? DEFAULT_RETAKES;
  if (retakeOf(progress, setting, now, snapshot.dayOf).state !== 'open')
    return button(t`Allow now`, t`Allow now: ${name}`, allow);
  const isOffered = offerToChild(snapshot, group, target, student, now) === null;
  return isOffered ? (
    <span className="soft">{t`Check started`}</span>
  ) : (
    button(t`Start the check`, t`Start the check for ${name}`, start)
  );
}
