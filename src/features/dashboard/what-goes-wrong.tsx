import { useMemo, useState } from 'react';
import { Search } from 'lucide-react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { errorWords } from '#domain/items/error-words.ts';
import { gradeForm } from '#domain/items/grade.ts';
import { addressKey } from '#domain/mastery/digest.ts';
import { objectiveProgress } from '#domain/mastery/progress.ts';
import type { Course, Objective } from '#domain/model/course.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { recentChecks, tallyErrors, type GradedAttempt } from '#domain/reports/error-tally.ts';
import type { Address } from '#domain/rules/evidence.ts';
import type { Snapshot } from '#data/services.ts';
import { formOfSpec } from '#state/form-of-spec.ts';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { useNow } from '#ui/i18n/use-now.ts';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import css from './board.module.css';
import { NotAtHand } from './not-at-hand.tsx';
import { useOpened } from './use-opened.ts';

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
const SHOWN = 6;

/** Which kinds of error the wrong answers of the group may be. Read only when it is asked for: details are mostly at the school. */
export function WhatGoesWrong(props: WhatGoesWrongProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState(false);
  const now = useNow();
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
        <Found {...props} checks={checks} />
      ) : (
        <Button icon={<Search />} onPress={() => setAsked(true)}>
          {t`Look at the newest checks`}
        </Button>
      )}
    </div>
  );
}

interface FoundProps extends WhatGoesWrongProps {
  readonly checks: readonly { readonly student: StudentId; readonly address: Address }[];
}

function Found({ checks, objective }: FoundProps) {
  const { t } = useLingui();
  const local = useLocalText();
  const { state, events, missing, again } = useOpened(checks.map(({ address }) => address));
  const graded = useMemo(
    () =>
      checks.flatMap(({ student, address }): GradedAttempt[] => {
        const event = events.get(addressKey(address))?.event;
        if (event?.kind !== 'check') return [];
        const form = formOfSpec(objective, event.body.form);
        return form.ok ? [{ student, ...gradeForm(form.value, event.body.answers) }] : [];
      }),
    [checks, events, objective],
  );
  if (state === 'reading') return <Skeleton />;
  const errors = tallyErrors(graded).flatMap(({ tag, children }) => {
    const words = errorWords(tag);
    return words === null ? [] : [{ tag, words: local(words), children }];
  });
  return (
    <>
      {graded.length === 0 ? null : (
        <p className="soft">
          {t`${plural(graded.length, { one: 'In # check', other: 'In # checks' })}, each child's newest`}
        </p>
      )}
      {graded.length > 0 && errors.length === 0 ? (
        <p>{t`No wrong answer looks like a known error.`}</p>
      ) : null}
      <ul className={css['errors']}>
        {errors.slice(0, SHOWN).map(({ tag, words, children }) => (
          <li key={tag}>
            {words}: {t`${plural(children, { one: '# child', other: '# children' })}`}
          </li>
        ))}
      </ul>
      {graded.length < checks.length && missing !== null ? (
        <NotAtHand missing={missing} onAgain={again} />
      ) : null}
    </>
  );
}
