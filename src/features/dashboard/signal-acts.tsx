import LockOpen from 'lucide-react/icons/lock-open';
import MessageCircle from 'lucide-react/icons/message-circle';
import Play from 'lucide-react/icons/play';
import { useLingui } from '@lingui/react/macro';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import type { Course } from '#domain/model/course.ts';
import type { GroupId, StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';
import { nextTry } from '#state/next-try.ts';
import { offeredCheck } from '#state/offered-checks.ts';
import { offerToChild } from '#state/teacher-acts.ts';
import { useMay } from '#state/use-may.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Row } from '#ui/layout/stack.tsx';
import { useSignalActs } from './use-signal-acts.ts';
import type { Done } from './use-objective-acts.ts';
import css from './board.module.css';

export interface SignalActsProps {
  readonly group: GroupId;
  readonly student: StudentId;
  readonly course: Course;
  readonly position: number;
  readonly snapshot: Snapshot;
  readonly onDone: (done: Done) => void;
}

/** What a child says, by the flag that shows it. */
const SIGNALS = [
  ['would-like-help', 'help'],
  ['ready-to-try', 'ready'],
] as const;

/** What a teacher answers to a child's word about an objective, and what lets a child try now. Nothing where there is nothing to do. */
export function SignalActs(props: SignalActsProps) {
  const { t } = useLingui();
  const { group, student, course, position, snapshot, onDone } = props;
  const now = useSchoolNow();
  const mayAct = useMay('check.offer');
  const acts = useSignalActs(group, student, onDone);
  const objective = course.objectives[position];
  const body = snapshot.progress(student, course.id);
  const progress = objectiveProgress(course, body, position, snapshot.dayOf);
  if (!mayAct || objective === undefined || progress === null) return null;
  const target = { course: course.id, objective: objective.id };
  const { flags, status } = progress;
  const signal = SIGNALS.find(([flag]) => flags.includes(flag))?.[1];
  const hasCheck = objective.check !== undefined && status !== 'excused';
  if (!hasCheck && signal === undefined) return null;
  const retake = hasCheck ? nextTry(snapshot, student, target, now).retake.state : 'open';
  const isOffered = offeredCheck(snapshot, student, target, now) !== undefined;
  const mayOffer = hasCheck && offerToChild(snapshot, group, target, student, now) !== null;
  return (
    <section className={css['decide']}>
      <h3>{t`The next check`}</h3>
      {retake === 'another-day' ? (
        <p>{t`Enough tries for today: open again tomorrow, or now if you say so.`}</p>
      ) : retake === 'review-first' ? (
        <p>{t`First the child looks at the mistakes of the last try, or practices. Or now if you say so.`}</p>
      ) : null}
      {isOffered ? (
        <p className="soft">{t`You have started this check for the child.`}</p>
      ) : hasCheck && !mayOffer && retake === 'open' ? (
        <p className="soft">{t`The child has handed it in since you started it, and may try again now.`}</p>
      ) : null}
      <Row gap={2}>
        {retake === 'open' ? null : (
          <Button
            icon={<LockOpen />}
            onPress={() => void acts.allow(target)}
          >{t`Allow now`}</Button>
        )}
        {isOffered || !mayOffer ? null : (
          <Button icon={<Play />} onPress={() => void acts.offer(target)}>
            {t`Start the check for this child`}
          </Button>
        )}
        {signal === undefined ? null : (
          <Button icon={<MessageCircle />} onPress={() => void acts.talked(target, signal)}>
            {t`Talked about it`}
          </Button>
        )}
      </Row>
      <FaultMessage fault={acts.fault} />
    </section>
  );
}
