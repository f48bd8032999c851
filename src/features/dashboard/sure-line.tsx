import { useMemo } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { surenessOf, type SureCount } from '#domain/reports/sureness.ts';
import { unreachable } from '#domain/kernel/assert.ts';
import type { StudentId } from '#domain/model/ids.ts';
import type { Snapshot } from '#data/services.ts';

export interface SureLineProps {
  readonly student: StudentId;
  readonly snapshot: Snapshot;
}

/** How well the student judges readiness, over all courses; nothing where it was never asked. */
export function SureLine({ student, snapshot }: SureLineProps) {
  const { t } = useLingui();
  const counts = useMemo(() => {
    const records = snapshot.courses().flatMap((course) => {
      const body = snapshot.progress(student, course.id);
      return body === undefined ? [] : [{ course, body }];
    });
    return surenessOf(records, snapshot.dayOf);
  }, [student, snapshot]);
  const words = ({ said, times, met }: SureCount): string => {
    switch (said) {
      case 'sure':
        return t`${plural(times, { one: 'Said "sure" before # check', other: 'Said "sure" before # checks' })}: ${met} met.`;
      case 'quite':
        return t`${plural(times, { one: 'Said "quite sure" before # check', other: 'Said "quite sure" before # checks' })}: ${met} met.`;
      case 'not-sure':
        return t`${plural(times, { one: 'Said "not sure" before # check', other: 'Said "not sure" before # checks' })}: ${met} met.`;
      default:
        return unreachable(said);
    }
  };
  if (counts.length === 0) return null;
  return <p className="soft">{[t`In all courses:`, ...counts.map(words)].join(' ')}</p>;
}
