import { useState } from 'react';
import { criteriaCount } from '#domain/rules/thresholds.ts';
import type { Ask } from '#state/interview-plan.ts';
import type { Levels } from './level-picker.tsx';

export interface ChosenLevels {
  readonly levels: Levels;
  readonly choose: (criterion: number, level: number) => void;
  readonly clear: () => void;
}

/** Levels that are chosen and not saved yet, for one step; another step begins with none. */
export function useLevels(step: number | null, ask: Ask | undefined): ChosenLevels {
  const [chosen, setChosen] = useState<{ readonly step: number | null; readonly levels: Levels }>({
    step: null,
    levels: [],
  });
  const count = ask?.type === 'levels' ? criteriaCount(ask.rule) : 0;
  const none = Array.from({ length: count }, () => null);
  const levels = chosen.step === step && chosen.levels.length === count ? chosen.levels : none;
  return {
    levels,
    choose: (criterion, level) =>
      setChosen((before) => {
        const own = before.step === step && before.levels.length === count ? before.levels : none;
        return { step, levels: own.map((one, i) => (i === criterion ? level : one)) };
      }),
    clear: () => setChosen({ step, levels: none }),
  };
}
