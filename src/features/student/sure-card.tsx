import { useMemo } from 'react';
import { useLingui } from '@lingui/react/macro';
import { unreachable } from '#domain/kernel/assert.ts';
import type { StudentId } from '#domain/model/ids.ts';
import { surenessOf, type SureCount } from '#domain/reports/sureness.ts';
import type { Snapshot } from '#data/services.ts';
import { Card } from '#ui/layout/card.tsx';
import css from './my-work.module.css';

export interface SureCardProps {
  readonly student: StudentId;
  readonly snapshot: Snapshot;
}

/** Fewer answers than this say nothing about how well a child knows what it can do. */
const FEWEST = 3;

/** How well I know what I can do: for the child alone, where the school asks for it and it was said often enough. */
export function SureCard({ student, snapshot }: SureCardProps) {
  const { t } = useLingui();
  const asked = snapshot.school()?.howSure === true;
  const counts = useMemo(() => {
    if (!asked) return [];
    const records = snapshot.courses().flatMap((course) => {
      const body = snapshot.progress(student, course.id);
      return body === undefined ? [] : [{ course, body }];
    });
    return surenessOf(records, snapshot.dayOf);
  }, [asked, student, snapshot]);
  const words = ({ said, times, met }: SureCount): string => {
    switch (said) {
      case 'sure':
        return t`When you said "I am sure", you got it ${met} of ${times} times.`;
      case 'quite':
        return t`When you said "I think so", you got it ${met} of ${times} times.`;
      case 'not-sure':
        return t`When you said "Not sure yet", you got it ${met} of ${times} times.`;
      default:
        return unreachable(said);
    }
  };
  if (counts.reduce((sum, { times }) => sum + times, 0) < FEWEST) return null;
  return (
    <Card title={t`How well I know what I can do`} tone="flat">
      <ul className={css['sure']}>
        {counts.map((count) => (
          <li key={count.said}>{words(count)}</li>
        ))}
      </ul>
    </Card>
  );
}
