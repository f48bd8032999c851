import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import type { CheckDraft, Snapshot } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { returnTo } from '#state/check-draft.ts';
import { carryOnCheck } from '#state/identified-child.ts';
import { lockClassTablet } from './lock-class-tablet.ts';
import { itemsIn } from './items-in.ts';

export interface OpenCheck {
  readonly draft: CheckDraft;
  /** Number of the question that was on screen, from 1; null while the answers were looked over. */
  readonly question: number | null;
  /** Goes on with it, without asking again who is there. */
  readonly go: () => void;
}

/** How often the door looks whether two minutes are over, ms. */
const LOOK_EVERY_MS = 5000;

/** Number of the question on screen in a draft, from 1; null while the answers were looked over. */
export function questionOf(snapshot: Snapshot, draft: CheckDraft): number | null {
  const objectives = snapshot.course(draft.course)?.objectives ?? [];
  const objective = objectives.find(({ id }) => id === draft.objective);
  const items = objective === undefined ? null : itemsIn(objective.rule);
  return items !== null && draft.position >= items ? null : draft.position + 1;
}

/**
 * Checks that are open on this device. Those of another day are closed here, as interrupted; the newest one that was left
 * within two minutes may be carried on with one tap.
 */
export function useOpenChecks(): { readonly carryOn: OpenCheck | null } {
  const services = useServices();
  const open = useLive(services.drafts.open);
  const [now, setNow] = useState(Date.now);
  const [, navigate] = useLocation();
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const { dayOf } = services.snapshot.get();
  const old = open.filter((draft) => returnTo(draft, now, dayOf) === 'closed');
  const oldIds = old.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (oldIds === '') return;
    const close = async (): Promise<void> => {
      const { closeCheck } = await import('#state/check-close.ts');
      const drafts = services.drafts.open.get().filter(({ id }) => oldIds.split(' ').includes(id));
      for (const draft of drafts) await closeCheck(services, draft);
    };
    void close();
  }, [oldIds, services]);
  const recent = open
    .filter((draft) => returnTo(draft, now, dayOf) === 'at-once')
    .toSorted((a, b) => b.updatedAt - a.updatedAt)[0];
  if (recent === undefined) return { carryOn: null };
  return {
    carryOn: {
      draft: recent,
      question: questionOf(services.snapshot.get(), recent),
      go: () => {
        lockClassTablet(services);
        carryOnCheck(recent);
        navigate(`/student/${recent.student}/check/${recent.id}`);
      },
    },
  };
}
