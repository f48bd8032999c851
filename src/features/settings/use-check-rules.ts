import type { Fault } from '#domain/kernel/result.ts';
import { DEFAULT_RETAKES } from '#domain/mastery/retake.ts';
import { DEFAULT_RETENTION } from '#domain/mastery/retention.ts';
import type { RetakeSetting } from '#domain/model/event.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import type { SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { useSetting } from './use-setting.ts';

export interface CheckRules {
  readonly retakes: RetakeSetting;
  /** Days after mastery; empty: never asked. */
  readonly retention: readonly number[];
  readonly howSure: boolean;
}

export interface CheckRulesSetting {
  readonly rules: CheckRules;
  readonly fault: Fault | null;
  readonly setRetakes: (set: RetakeSetting) => void;
  readonly setRetention: (set: readonly number[]) => void;
  readonly setHowSure: (set: boolean) => void;
}

/** The rules of checks in this school, as they are or as they are unless set; each saved at once. */
export function useCheckRules(onSaid: (message: SnackbarMessage) => void): CheckRulesSetting {
  const { snapshot } = useServices();
  const school = useLive(snapshot, (current) => current.school());
  const { fault, save } = useSetting(onSaid);
  const { retakes, retention, howSure } = school ?? {};
  const about = 'school';
  return {
    rules: {
      retakes: retakes ?? DEFAULT_RETAKES,
      retention: retention ?? DEFAULT_RETENTION,
      howSure: howSure ?? false,
    },
    fault,
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
