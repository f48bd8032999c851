import { useEffect, useState } from 'react';
import { useLocation, Redirect } from 'wouter';
import { unreachable } from '#domain/kernel/assert.ts';
import { useServices } from '#data/services-context.tsx';
import type { CheckDraft } from '#data/services.ts';
import { closeCheck } from '#state/check-close.ts';
import { carryOnCheck, forgetChild } from '#state/identified-child.ts';
import { markReviewed } from '#state/mark-reviewed.ts';
import { TimeWords } from '#ui/answer/time-words.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { useScreenSupports } from '#ui/layout/use-screen-supports.ts';
import { ClosedView } from './closed-view.tsx';
import { FinishingView } from './finishing-view.tsx';
import { HowSureView } from './how-sure-view.tsx';
import { LookOverView } from './look-over-view.tsx';
import { PausedView } from './paused-view.tsx';
import { QuestionView, type QuestionViewProps } from './question-view.tsx';
import { ResultFlow } from './result-flow.tsx';
import { useRunningCheck, type OpenedCheck } from './use-running-check.ts';

/** The screen as this child's supports want it, until another child is on it. */
export function RunningCheck({ opened }: { readonly opened: OpenedCheck }) {
  const running = useRunningCheck(opened);
  const [barHidden, setBarHidden] = useState(false);
  useScreenSupports(opened.draft.supports);
  const { limitMs } = opened.setup;
  const { state } = running;
  if (running.isElsewhere) return <Redirect to="/student" replace />;
  const isOpen = state.phase === 'running' || state.phase === 'late' || state.phase === 'paused';
  return (
    <>
      {opened.showsTimer && !barHidden && isOpen && limitMs !== null ? (
        <TimeWords totalMs={limitMs} leftMs={limitMs - state.work.activeMs} />
      ) : null}
      <Phase
        {...running}
        opened={opened}
        timer={
          opened.showsTimer
            ? { isHidden: barHidden, onToggle: () => setBarHidden((hidden) => !hidden) }
            : null
        }
      />
    </>
  );
}

interface PhaseProps extends ReturnType<typeof useRunningCheck> {
  readonly opened: OpenedCheck;
  readonly timer: QuestionViewProps['timer'];
}

function Phase({ opened, state, saved, send, timer }: PhaseProps) {
  const { draft, setup } = opened;
  const services = useServices();
  const { session } = services;
  const [, navigate] = useLocation();
  useEffect(() => {
    const current = session.current.get();
    // On a class tablet nobody is meant to be unlocked behind a child.
    const isStaffs = 'device' in current && current.device.kind === 'staff';
    return isStaffs ? session.keepUnlocked() : undefined;
  }, [session]);
  const toDoor = (): void => {
    forgetChild();
    navigate('/student', { replace: true });
  };
  /** Somebody else's name was tapped: what they began does not count. */
  const notMe = (): void => {
    send({ type: 'closed' });
    void closeCheck(services, draft);
    toDoor();
  };
  switch (state.phase) {
    case 'ready':
      return opened.asksHowSure ? (
        <HowSureView
          opened={opened}
          onSay={(sure) => send({ type: 'sure', sure })}
          onLeave={toDoor}
        />
      ) : (
        <Skeleton />
      );
    case 'running':
    case 'late': {
      const props = { opened, state, saved, send };
      return state.work.position < setup.form.items.length ? (
        <QuestionView {...props} timer={timer} onNotMe={notMe} />
      ) : (
        <LookOverView {...props} />
      );
    }
    case 'paused':
      return (
        <PausedView
          opened={opened}
          state={state}
          onCarryOn={() => {
            carryOnCheck(draft);
            send({ type: 'carry-on' });
          }}
          onStopKindly={() => send({ type: 'hand-in' })}
          onLeave={toDoor}
        />
      );
    case 'finishing':
      return <FinishingView fault={state.fault} onAgain={() => send({ type: 'store-again' })} />;
    case 'scored':
    case 'reviewed':
      return state.stopped ? (
        <Redirect to={practicePath(draft)} replace />
      ) : (
        <ResultFlow
          opened={opened}
          state={state}
          onReviewed={(hadMistakes) => {
            send({ type: 'looked-at' });
            if (hadMistakes && state.phase === 'scored')
              void markReviewed(services, draft.student, draft, Date.now());
          }}
          onPractice={() => navigate(practicePath(draft), { replace: true })}
          onMyWork={() => navigate(`/student/${draft.student}`, { replace: true })}
          onDone={toDoor}
        />
      );
    case 'interrupted':
      return <ClosedView />;
    default:
      return unreachable(state);
  }
}

function practicePath({ student, course, objective }: CheckDraft): string {
  return `/student/${student}/practice/${course}/${objective}`;
}
