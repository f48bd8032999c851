import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { offerName, standingOffers, type StandingOffer } from '#domain/mastery/offers.ts';
import type { Offer } from '#domain/model/event.ts';
import type { GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { Snapshot } from '#data/services.ts';
import { setOffer, type ObjectiveTarget } from '#state/teacher-acts.ts';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';

export interface Offers {
  /** Those that stand, newest first. */
  readonly standing: readonly StandingOffer[];
  readonly fault: Fault | null;
  readonly message: SnackbarMessage | null;
  readonly dismiss: () => void;
  /** True when it is saved. */
  readonly start: (target: ObjectiveTarget, offer: Offer) => Promise<boolean>;
  readonly takeBack: (target: ObjectiveTarget) => Promise<void>;
}

/** The checks that were started for a group. @param now school time, ms */
export function useOffers(snapshot: Snapshot, group: GroupId, now: number): Offers {
  const { t } = useLingui();
  const services = useServices();
  const [fault, setFault] = useState<Fault | null>(null);
  const [message, setMessage] = useState<SnackbarMessage | null>(null);
  /** One change, said, with the way back to what was. */
  const change = async (
    target: ObjectiveTarget,
    set: Offer | null,
    text: string,
    isUndo = false,
  ): Promise<boolean> => {
    const current = services.snapshot.get();
    const was = current.offers(group)?.offers[offerName(target.course, target.objective)];
    const saved = await services.append(setOffer(current, group, target, set));
    setFault(saved.ok ? null : saved.error);
    if (!saved.ok) return false;
    const undo = () => void change(target, was?.set ?? null, t`Taken back`, true);
    setMessage({ id: services.newId(), text, ...(isUndo ? {} : { onUndo: undo }) });
    return true;
  };
  return {
    standing: standingOffers(snapshot.offers(group), now, snapshot.dayOf),
    fault,
    message,
    dismiss: () => setMessage(null),
    start: (target, offer) =>
      change(
        target,
        offer,
        t`Saved on this tablet. The children see it on each device at its next connection.`,
      ),
    takeBack: async (target) => {
      await change(target, null, t`The check is not offered any more.`);
    },
  };
}
