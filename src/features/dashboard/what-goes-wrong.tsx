import { lazy, Suspense, useMemo, useState } from 'react';
import Search from 'lucide-react/icons/search';
import { useLingui } from '@lingui/react/macro';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { recentChecks } from '#domain/reports/error-tally.ts';
import type { Snapshot } from '#data/services.ts';
import { useSchoolNow } from '#state/use-school-now.ts';
import { Button } from '#ui/controls/button.tsx';
import { Skeleton } from '#ui/layout/skeleton.tsx';

/** It makes the forms of checks again: the grid does without what that needs. */
const ErrorsFound = lazy(async () => ({
  default: (await import('./errors-found.tsx')).ErrorsFound,
}));

export interface WhatGoesWrongProps {
  readonly students: readonly StudentId[];
  readonly course: Course;
  readonly position: number;
  readonly objective: Objective;
  readonly snapshot: Snapshot;
}

/** So many of the newest checks of each child, of so many days: what went wrong in spring says nothing in autumn. */
const CHECKS_EACH = 2;
const RECENT_MS = 60 * 24 * 3_600_000;

/** Which kinds of error the wrong answers of the group may be. Read only when it is asked for: details are mostly at the school. */
export function WhatGoesWrong(props: WhatGoesWrongProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState(false);
  const now = useSchoolNow();
  const { students, course, position, snapshot } = props;
  const checks = useMemo(
    () =>
      students.flatMap((student) => {
        const body = snapshot.progress(student, course.id);
        const progress = objectiveProgress(course, body, position, snapshot.dayOf);
        return recentChecks(progress?.outcomes ?? [], CHECKS_EACH, now - RECENT_MS).map(
          ({ address }) => ({ student, address }),
        );
      }),
    [students, course, position, snapshot, now],
  );
  if (checks.length === 0) return null;
  return (
    <div>
      <h3>{t`What goes wrong`}</h3>
      {asked ? (
        <Suspense fallback={<Skeleton />}>
          <ErrorsFound checks={checks} objective={props.objective} />
        </Suspense>
      ) : (
        <Button icon={<Search />} onPress={() => setAsked(true)}>
          {t`Look at the newest checks`}
        </Button>
      )}
    </div>
  );
}
