import { useEffect } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Redirect, useLocation, useParams } from 'wouter';
import { unreachable } from '#domain/kernel/assert.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { closeCheck } from '#state/check-close.ts';
import { carryOnCheck, forgetChild, useIdentifiedChild } from '#state/identified-child.ts';
import { markReviewed } from '#state/mark-reviewed.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorState } from '#ui/layout/error-state.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { FinishingView } from './finishing-view.tsx';
import { LookOverView } from './look-over-view.tsx';
import { PausedView } from './paused-view.tsx';
import { QuestionView } from './question-view.tsx';
import { ResultFlow } from './result-flow.tsx';
import { useOpening, useRunningCheck, type OpenedCheck } from './use-running-check.ts';

/** A check, from the first question to the way back to the door. */
export function CheckScreen() {
  const { student = '', draft = '' } = useParams();
  const { loaded } = useLive(useServices().snapshot);
  return loaded ? <Opened key={draft} student={student} draft={draft} /> : <Skeleton />;
}

function Opened({ student, draft }: { readonly student: string; readonly draft: string }) {
  const opening = useOpening(useServices(), student, draft);
  const isThere = useIdentifiedChild(({ child }) => child?.student === student);
  switch (opening.type) {
    case 'opening':
      return <Skeleton />;
    case 'open':
      return <Running opened={opening.opened} />;
    case 'look':
      return <Redirect to={`/student/${student}/look`} replace />;
    case 'closed':
      return <ClosedView />;
    case 'no-code':
      return <NotLoadedView />;
    case 'elsewhere':
      return <Redirect to={isThere ? `/student/${student}` : '/student'} replace />;
    default:
      return unreachable(opening);
  }
}

function Running({ opened }: { readonly opened: OpenedCheck }) {
  const { state, saved, send } = useRunningCheck(opened);
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
      return <Skeleton />;
    case 'running':
    case 'late': {
      const props = { opened, state, saved, send };
      return state.work.position < setup.form.items.length ? (
        <QuestionView {...props} onNotMe={notMe} />
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
      return (
        <ResultFlow
          opened={opened}
          state={state}
          onReviewed={() => {
            void markReviewed(services, draft.student, draft, Date.now());
            send({ type: 'looked-at' });
          }}
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

/** Calm, whatever the reason: the check is over here, and nothing of it is lost. */
function ClosedView() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  return (
    <StudentShell centred>
      <ErrorState
        title={t`This check is closed.`}
        safe={t`Your answers are kept on this tablet.`}
        next={t`You can begin a new one.`}
        action={
          <Button
            kind="primary"
            size="l"
            onPress={() => {
              forgetChild();
              navigate('/student', { replace: true });
            }}
          >
            {t`Back to the names`}
          </Button>
        }
      />
    </StudentShell>
  );
}

/** The questions are a part of the app that could not be loaded. The check stays open, as it was. */
function NotLoadedView() {
  const { t } = useLingui();
  return (
    <StudentShell centred>
      <ErrorState
        title={t`A part of the app could not be loaded`}
        safe={t`Your answers are kept on this tablet.`}
        next={t`Connect to the network once, and try again.`}
        action={
          // A browser may remember that a part failed: only a new page asks for it again.
          <Button kind="primary" size="l" onPress={() => location.reload()}>
            {t`Try again`}
          </Button>
        }
      />
    </StudentShell>
  );
}
