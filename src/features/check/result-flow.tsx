import { useState } from 'react';
import { judge } from '#domain/rules/judge.ts';
import type { CheckState } from '#state/check-machine.ts';
import { useIdle } from '#state/use-idle.ts';
import { HandBackView } from './hand-back-view.tsx';
import { MistakeView } from './mistake-view.tsx';
import { placesToLookAt } from './places-to-look-at.ts';
import { ResultView } from './result-view.tsx';
import type { OpenedCheck } from './use-running-check.ts';

export interface ResultFlowProps {
  readonly opened: OpenedCheck;
  readonly state: Extract<CheckState, { phase: 'scored' | 'reviewed' }>;
  /** Every mistake was looked at. */
  readonly onReviewed: () => void;
  readonly onMyWork: () => void;
  readonly onDone: () => void;
}

/** Nobody touches the result for so long: the tablet goes back to the door. */
const IDLE_MS = 120_000;
const HANDED_BACK_IDLE_MS = 20_000;

/** The result at once, then the mistakes one by one, then what is next, then back to the door. */
export function ResultFlow({ opened, state, onReviewed, onMyWork, onDone }: ResultFlowProps) {
  const { work, result } = state;
  const { items } = opened.setup.form;
  const [looking, setLooking] = useState<number | null>(null);
  const mistakes = placesToLookAt(result);
  useIdle(state.phase === 'reviewed' ? HANDED_BACK_IDLE_MS : IDLE_MS, onDone);
  const outcome = judge(opened.objective.rule, {
    type: 'score',
    correct: result.correct,
    of: result.of,
    activeMs: work.activeMs,
    timeFactor: opened.timeFactor,
  });
  if (state.phase === 'reviewed') {
    return <HandBackView draft={opened.draft} onMyWork={onMyWork} onDone={onDone} />;
  }
  const place = looking === null ? undefined : mistakes[looking];
  const item = place === undefined ? undefined : items[place];
  if (looking === null || place === undefined || item === undefined) {
    return (
      <ResultView
        outcome={outcome}
        correct={result.correct}
        of={result.of}
        mistakes={mistakes.length}
        onGoOn={() => (mistakes.length === 0 ? onReviewed() : setLooking(0))}
      />
    );
  }
  return (
    <MistakeView
      key={place}
      item={item}
      given={result.results[place]?.raw ?? ''}
      number={looking + 1}
      of={mistakes.length}
      onNext={() => (looking + 1 < mistakes.length ? setLooking(looking + 1) : onReviewed())}
    />
  );
}
