import { useEffect, useRef } from 'react';
import History from 'lucide-react/icons/rotate-ccw-clock';
import { useLingui } from '@lingui/react/macro';
import { Redirect } from 'wouter';
import { unreachable } from '#domain/kernel/assert.ts';
import type { FormResult } from '#domain/items/grade.ts';
import { isLookOver } from '#state/look-answer.ts';
import { Button } from '#ui/controls/button.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { FinishingView } from './finishing-view.tsx';
import { ItemView } from './item-view.tsx';
import own from './look.module.css';
import { PausedView } from './paused-view.tsx';
import { SavedDot } from './saved-dot.tsx';
import { useRunningCheck, type OpenedCheck, type Tap } from './use-running-check.ts';

export interface LookRunProps {
  readonly opened: OpenedCheck;
  /** Which of how many objectives, from 0. */
  readonly place: number;
  readonly of: number;
  readonly onEnd: (result: FormResult) => void;
  /** To the door. */
  readonly onLeave: () => void;
  /** Not now: back to my work; the look stays open. */
  readonly onStop: () => void;
}

/** One look: a question, and where it was missed another one of the same. No clock, and no right or wrong until the end. */
export function LookRun({ opened, place, of, onEnd, onLeave, onStop }: LookRunProps) {
  const { state, saved, send } = useRunningCheck(opened);
  const { t } = useLingui();
  const result = state.phase === 'scored' ? state.result : null;
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  // It ends once, whoever hears of it by then.
  useEffect(() => {
    if (result !== null) end.current(result);
  }, [result]);
  const goOn = (tap: Tap): void => {
    send(tap);
    const now = opened.check.store.getState().state;
    const isAsking = now.phase === 'running' || now.phase === 'late';
    if (isAsking && isLookOver(now.work, opened.setup.form)) send({ type: 'hand-in' });
  };
  /** What is half typed is no answer, and nothing leads back to it. */
  const skip = (): void => {
    send({ type: 'entry', text: '' });
    goOn({ type: 'skip' });
  };
  switch (state.phase) {
    case 'ready':
    case 'scored':
    case 'reviewed':
      return <Skeleton />;
    case 'interrupted':
      // Handed in, or stopped, in another tab.
      return <Redirect to={`/student/${opened.draft.student}`} replace />;
    case 'running':
    case 'late':
      return (
        <ItemView
          key={state.work.position}
          opened={opened}
          state={state}
          head={
            <p className={own['head']}>
              <History aria-hidden />
              <span>{t`Do you still know it? ${place + 1} of ${of}`}</span>
            </p>
          }
          headEnd={<SavedDot saved={saved} />}
          onEntry={(text) => send({ type: 'entry', text })}
          onNext={() => goOn({ type: 'next' })}
          others={
            <>
              <Button kind="quiet" size="l" onPress={skip}>
                {t`I don't know`}
              </Button>
              <Button kind="quiet" size="l" onPress={onStop}>
                {t`Not now`}
              </Button>
            </>
          }
        />
      );
    case 'paused':
      return (
        <PausedView
          opened={opened}
          state={state}
          onCarryOn={() => send({ type: 'carry-on' })}
          onStopKindly={() => send({ type: 'hand-in' })}
          onLeave={onLeave}
        />
      );
    case 'finishing':
      return <FinishingView fault={state.fault} onAgain={() => send({ type: 'store-again' })} />;
    default:
      return unreachable(state);
  }
}
