import { useEffect, useRef, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import { useServices } from '#data/services-context.tsx';
import { isSameSitting } from '#state/check-draft.ts';
import type { CheckState, PauseReason } from '#state/check-machine.ts';
import { Button } from '#ui/controls/button.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import css from './check.module.css';
import { NoVoiceNote, ReadAloud } from './read-to-me.tsx';
import type { OpenedCheck } from './use-running-check.ts';

export interface PausedViewProps {
  readonly opened: OpenedCheck;
  readonly state: Extract<CheckState, { phase: 'paused' }>;
  readonly onCarryOn: () => void;
  readonly onStopKindly: () => void;
  /** To the door; the check stays open. */
  readonly onLeave: () => void;
}

const LOOK_EVERY_MS = 1000;
/** "Slow down" stays for so long before the child can go on. */
const SLOW_DOWN_MS = 4000;

/** The question is hidden and the time stands still. After two minutes the tablet asks again who is there. */
export function PausedView({ opened, state, onCarryOn, onStopKindly, onLeave }: PausedViewProps) {
  const { t } = useLingui();
  const { draft, setup } = opened;
  const child = useServices().snapshot.get().student(draft.student);
  const name = child?.name ?? '';
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  useEffect(() => {
    const look = (): void => {
      if (!isSameSitting(state.since, Date.now())) leave.current();
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [state.since]);
  const question = Math.min(state.work.position + 1, setup.form.items.length);
  const [title, text] = useWords(state.why, name);
  return (
    <StudentShell centred headEnd={opened.isRead ? <ReadAloud lines={[title, text]} /> : undefined}>
      <Avatar id={child?.avatar ?? ''} name={name} size="xl" />
      <h1 data-private={state.why === 'away' || undefined}>{title}</h1>
      <NoVoiceNote hearing={opened} />
      <p className={css['lead']}>{text}</p>
      <div className={css['end']}>
        <CarryOnButton key={state.why} why={state.why} question={question} onPress={onCarryOn} />
        {state.why === 'kind-offer' ? (
          <Button size="l" wide onPress={onStopKindly}>{t`Practice first`}</Button>
        ) : (
          <Button kind="quiet" size="l" wide onPress={onLeave}>{t`I am not ${name}`}</Button>
        )}
      </div>
    </StudentShell>
  );
}

function useWords(why: PauseReason, name: string): readonly [title: string, text: string] {
  const { t } = useLingui();
  switch (why) {
    case 'away':
      return [t`${name}, carry on where you were?`, t`Your answers and your time are safe.`];
    case 'break':
      return [t`Break`, t`The time stands still. Come back when you are ready.`];
    case 'slow-down':
      return [t`Take your time`, t`Breathe in. Breathe out. Read the question slowly.`];
    case 'kind-offer':
      return [
        t`Carry on, or practice first?`,
        t`Both are fine. After practicing you can try again with new questions.`,
      ];
    default:
      return unreachable(why);
  }
}

interface CarryOnButtonProps {
  readonly why: PauseReason;
  readonly question: number;
  readonly onPress: () => void;
}

function CarryOnButton({ why, question, onPress }: CarryOnButtonProps) {
  const { t } = useLingui();
  const [waits, setWaits] = useState(why === 'slow-down');
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setWaits(false), SLOW_DOWN_MS);
    return () => clearTimeout(timer);
  }, [waits]);
  return (
    <Button kind="primary" size="xl" wide isDisabled={waits} onPress={onPress}>
      {why === 'kind-offer' ? t`Carry on` : t`Carry on with question ${question}`}
    </Button>
  );
}
