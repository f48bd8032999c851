import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { DEFAULT_RETAKES } from '#domain/mastery/retake.ts';
import { DEFAULT_RETENTION } from '#domain/mastery/retention.ts';
import type { RetakeSetting } from '#domain/model/event.ts';
import { useServices } from '#data/services-context.tsx';
import type { NewEvent } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';

export interface CheckRules {
  readonly retakes: RetakeSetting;
  /** Days after mastery; empty: never asked. */
  readonly retention: readonly number[];
  readonly howSure: boolean;
}

export interface CheckRulesSetting {
  readonly rules: CheckRules;
  readonly fault: Fault | null;
  /** What was just saved, with the way back. */
  readonly message: SnackbarMessage | null;
  readonly dismiss: () => void;
  readonly setRetakes: (set: RetakeSetting) => void;
  readonly setRetention: (set: readonly number[]) => void;
  readonly setHowSure: (set: boolean) => void;
}

/** The rules of checks in this school, as they are or as they are unless set; each saved at once. */
export function useCheckRules(): CheckRulesSetting {
  const { t } = useLingui();
  const { append, newId, snapshot } = useServices();
  const school = useLive(snapshot, (current) => current.school());
  const [fault, setFault] = useState<Fault | null>(null);
  const [message, setMessage] = useState<SnackbarMessage | null>(null);
  const { retakes, retention, howSure } = school ?? {};
  const save = async (event: NewEvent, back: NewEvent | null): Promise<void> => {
    const saved = await append(event);
    setFault(saved.ok ? null : saved.error);
    if (!saved.ok) return;
    setMessage(
      back === null
        ? { id: newId(), text: t`Taken back` }
        : {
            id: newId(),
            text: t`Saved on this tablet. Other devices take it over at their next connection.`,
            onUndo: () => void save(back, null),
          },
    );
  };
  const about = 'school';
  return {
    rules: {
      retakes: retakes ?? DEFAULT_RETAKES,
      retention: retention ?? DEFAULT_RETENTION,
      howSure: howSure ?? false,
    },
    fault,
    message,
    dismiss: () => setMessage(null),
    setRetakes(set) {
      const was = retakes ?? DEFAULT_RETAKES;
      const event = (to: RetakeSetting, from: RetakeSetting | null) =>
        ({ kind: 'school.retakes', about, body: { set: to, was: from } }) as const;
      void save(event(set, retakes ?? null), event(was, set));
    },
    setRetention(set) {
      const was = retention ?? DEFAULT_RETENTION;
      const event = (to: readonly number[], from: readonly number[] | null) =>
        ({ kind: 'school.retention', about, body: { set: to, was: from } }) as const;
      void save(event(set, retention ?? null), event(was, set));
    },
    setHowSure(set) {
      const event = (to: boolean, from: boolean | null) =>
        ({ kind: 'school.how-sure', about, body: { set: to, was: from } }) as const;
      void save(event(set, howSure ?? null), event(!set, set));
    },
  };
}
