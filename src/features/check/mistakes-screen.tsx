import { useEffect, useState } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import { gradeForm, type FormResult } from '#domain/items/grade.ts';
import { isReadDirectionsOnly } from '#domain/items/check-form.ts';
import type { Form } from '#domain/items/form.ts';
import { asId, type CourseId, type ObjectiveId, type StudentId } from '#domain/model/ids.ts';
import { readSupports } from '#domain/model/supports.ts';
import { useServices } from '#data/services-context.tsx';
import type { DataServices } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { formOfDraft } from '#state/check-start.ts';
import { findObjective, type CheckTarget } from '#state/find-objective.ts';
import { forgetChild, useIdentifiedChild } from '#state/identified-child.ts';
import { markReviewed } from '#state/mark-reviewed.ts';
import { nextTry } from '#state/next-try.ts';
import { schoolNow } from '#state/school-now.ts';
import { HANDED_OVER_MS } from '#state/use-idle.ts';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import { useScreenSupports } from '#ui/layout/use-screen-supports.ts';
import { MistakeView } from './mistake-view.tsx';
import { placesToLookAt } from './places-to-look-at.ts';
import type { Hearing } from './read-to-me.tsx';
import { mayHear } from './use-running-check.ts';
import { WhileThere } from './while-there.tsx';

/** The mistakes of the last attempt, one by one, before another try; anybody but the child who is there is at the door. */
export function MistakesScreen() {
  const { student = '', course = '', objective = '' } = useParams();
  const isThere = useIdentifiedChild(({ child }) => child?.student === student);
  const snapshot = useLive(useServices().snapshot);
  const [, navigate] = useLocation();
  if (!isThere) return <Redirect to="/student" replace />;
  if (!snapshot.loaded) return <Skeleton />;
  return (
    <WhileThere
      ms={HANDED_OVER_MS}
      supports={readSupports(snapshot.student(asId<StudentId>(student))?.supports)}
      onIdle={() => {
        forgetChild();
        navigate('/student', { replace: true });
      }}
    >
      <Mistakes
        student={asId<StudentId>(student)}
        target={{ course: asId<CourseId>(course), objective: asId<ObjectiveId>(objective) }}
      />
    </WhileThere>
  );
}

interface MistakesProps {
  readonly student: StudentId;
  readonly target: CheckTarget;
}

function Mistakes({ student, target }: MistakesProps) {
  const services = useServices();
  const supports = readSupports(services.snapshot.get().student(student)?.supports);
  useScreenSupports(supports);
  const found = findObjective(services.snapshot.get(), target);
  const hearing: Hearing = {
    draft: { supports },
    isRead: found !== null && mayHear({ supports }, found.course),
    directionsOnly: found !== null && isReadDirectionsOnly(found.objective),
  };
  const [, navigate] = useLocation();
  const [attempt, setAttempt] = useState<LastAttempt | 'elsewhere' | null>(null);
  const [number, setNumber] = useState(0);
  const { course, objective } = target;
  useEffect(() => {
    let isOver = false;
    const look = async (): Promise<void> => {
      const found = await lastAttempt(services, student, { course, objective });
      if (!isOver) setAttempt(found ?? 'elsewhere');
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [services, student, course, objective]);
  if (attempt === null) return <Skeleton />;
  if (attempt === 'elsewhere')
    return <Redirect to={`/student/${student}/practice/${course}/${objective}`} replace />;
  const done = async (): Promise<void> => {
    await markReviewed(services, student, target, Date.now());
    navigate(`/student/${student}/objective/${course}/${objective}`, { replace: true });
  };
  const place = attempt.places[number];
  const item = place === undefined ? undefined : attempt.form.items[place];
  if (place === undefined || item === undefined) return <Skeleton />;
  const of = attempt.places.length;
  return (
    <MistakeView
      key={place}
      item={item}
      given={attempt.result.results[place]?.raw ?? ''}
      number={number + 1}
      of={of}
      hearing={hearing}
      onNext={() => (number + 1 < of ? setNumber(number + 1) : void done())}
    />
  );
}

interface LastAttempt {
  readonly form: Form;
  readonly result: FormResult;
  /** Places of the items to look at, at least one. */
  readonly places: readonly number[];
}

/**
 * The last attempt that was not yet looked at, made again from its form and its answers. Null where that cannot be shown: it was
 * taken on another tablet, its questions have changed since, or all of it was right.
 */
async function lastAttempt(
  services: DataServices,
  student: StudentId,
  target: CheckTarget,
): Promise<LastAttempt | null> {
  const snapshot = services.snapshot.get();
  const { mistakes } = nextTry(snapshot, student, target, schoolNow(services, Date.now()));
  if (mistakes === null) return null;
  const [own] = (await services.openEvents([mistakes], 'here')).events;
  if (own?.event.kind !== 'check') return null;
  const { about, body } = own.event;
  const isTheirs = snapshot.recordsOf(student).some((record) => about === `student/${record}`);
  if (!isTheirs || body.objective !== target.objective) return null;
  const form = await formOfDraft(snapshot, body);
  if (!form.ok) return null;
  const result = gradeForm(form.value, body.answers);
  const places = placesToLookAt(result);
  return places.length === 0 ? null : { form: form.value, result, places };
}
