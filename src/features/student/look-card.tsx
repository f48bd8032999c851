import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { useLocation } from 'wouter';
import type { StudentId } from '#domain/model/ids.ts';
import { isPutAway, putAway } from '#state/put-away.ts';
import { Button } from '#ui/controls/button.tsx';
import { Card } from '#ui/layout/card.tsx';
import css from './my-work.module.css';
import { lookOf } from './places.ts';
import { ReadButton } from './read-button.tsx';

export interface LookCardProps {
  readonly student: StudentId;
  /** How many short questions it is. */
  readonly count: number;
  /** The school's calendar day today. */
  readonly today: string;
  readonly read: ((text: string) => void) | null;
}

/** A short look at what lasted: offered, and put away for today with one tap. */
export function LookCard({ student, count, today, read }: LookCardProps) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  const [away, setAway] = useState(() => isPutAway(student, today));
  if (away) return null;
  const title = t`Do you still know it?`;
  const words = plural(count, {
    one: 'One short question about what you can do.',
    other: '# short questions about what you can do.',
  });
  return (
    <Card tone="flat" title={title}>
      <div className={css['row']}>
        <p>{words}</p>
        <ReadButton text={`${title} ${words}`} read={read} />
      </div>
      <div className={css['choices']}>
        <Button size="l" onPress={() => navigate(lookOf(student))}>
          {t`Try it`}
        </Button>
        <Button
          kind="quiet"
          size="l"
          onPress={() => {
            putAway(student, today);
            setAway(true);
          }}
        >
          {t`Not today`}
        </Button>
      </div>
    </Card>
  );
}
