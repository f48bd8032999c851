import { useState } from 'react';
import { judge } from '#domain/rules/judge.ts';
import type { CheckState } from '#state/check-machine.ts';
import { HANDED_OVER_MS } from '#state/use-idle.ts';
import { HandBackView } from './hand-back-view.tsx';
import { MistakeView } from './mistake-view.tsx';
import { ResultView } from './result-view.tsx';
import { placesToLookAt } from './places-to-look-at.ts';
import type { OpenedCheck } from './use-running-check.ts';
import { WhileThere } from './while-there.tsx';

export interface ResultFlowProps {
  readonly opened: OpenedCheck;
  readonly state: Extract<CheckState, { phase: 'scored' | 'reviewed' }>;
  /** Every mistake was looked at; false where there was none. */
  readonly onReviewed: (hadMistakes: boolean) => void;
  readonly onPractice: () => void;
  readonly onMyWork: () => void;
  readonly onDone: () => void;
}

/** The end is shown for so long while nobody touches it, half of it quietly; then the tablet goes back to the door. */
const HANDED_BACK_IDLE_MS = 40_000;

/** The result at once, then the mistakes one by one, then what is next, then back to the door. */
export function ResultFlow(props: ResultFlowProps) {
  const { opened, state, onDone } = props;
  return (
    <WhileThere
      ms={state.phase === 'reviewed' ? HANDED_BACK_IDLE_MS : HANDED_OVER_MS}
      supports={opened.draft.supports}
      onIdle={onDone}
    >
      <Flow {...props} />
    </WhileThere>
  );
}

function Flow({ opened, state, onReviewed, ...ways }: ResultFlowProps) {
  const { work, result } = state;
  const { items } = opened.setup.form;
  const [looking, setLooking] = useState<number | null>(null);
  const mistakes = placesToLookAt(result);
  const outcome = judge(opened.objective.rule, {
    type: 'score',
    correct: result.correct,
    of: result.of,
    activeMs: work.activeMs,
    timeFactor: opened.timeFactor,
  });
  if (state.phase === 'reviewed') {
    return <HandBackView opened={opened} isMet={outcome === 'met'} {...ways} />;
  }
  const reviewed = (): void => onReviewed(mistakes.length > 0);
  const place = looking === null ? undefined : mistakes[looking];
  const item = place === undefined ? undefined : items[place];
  if (looking === null || place === undefined || item === undefined) {
    return (
      <ResultView
        outcome={outcome}
        correct={result.correct}
        of={result.of}
        mistakes={mistakes.length}
        hearing={opened}
        onGoOn={() => (mistakes.length === 0 ? reviewed() : setLooking(0))}
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
      hearing={opened}
      onNext={() => (looking + 1 < mistakes.length ? setLooking(looking + 1) : reviewed())}
    />
  );
}
