import { useMemo } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { errorWords } from '#domain/items/error-words.ts';
import { gradeForm } from '#domain/items/grade.ts';
import { addressKey } from '#domain/mastery/digest.ts';
import type { Objective } from '#domain/model/course.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { tallyErrors, type GradedAttempt } from '#domain/reports/error-tally.ts';
import type { Address } from '#domain/rules/evidence.ts';
import { formOfSpec } from '#state/form-of-spec.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Skeleton } from '#ui/layout/skeleton.tsx';
import css from './board.module.css';
import { NotAtHand } from './not-at-hand.tsx';
import { useOpened } from './use-opened.ts';

const SHOWN = 6;

export interface ErrorsFoundProps {
  readonly objective: Objective;
  readonly checks: readonly { readonly student: StudentId; readonly address: Address }[];
}

/** The kinds of error among the answers of these checks, as far as their details can be had. */
export function ErrorsFound({ checks, objective }: ErrorsFoundProps) {
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
          {t`${plural(graded.length, { one: 'In # check', other: 'In # checks' })}: at most the newest two of each child`}
        </p>
      )}
      {graded.length === 0 && missing === null ? (
        <p>{t`None of these checks can be read here: they are of another version of the app, or their details are gone.`}</p>
      ) : null}
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
