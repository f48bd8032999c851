import { useId, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import type { MyObjective } from './my-objectives.ts';
import css from './my-work.module.css';
import { ObjectiveRow, type ObjectiveRowProps } from './objective-row.tsx';

export interface ObjectiveListProps extends Pick<ObjectiveRowProps, 'onChoose' | 'read'> {
  readonly title: string;
  readonly all: readonly MyObjective[];
  /** How many are in sight before "Show all". */
  readonly shown?: number;
}

/** A heading and its objectives; nothing at all where there are none. */
export function ObjectiveList({ title, all, onChoose, read, shown = 8 }: ObjectiveListProps) {
  const { t } = useLingui();
  const heading = useId();
  const [open, setOpen] = useState(false);
  if (all.length === 0) return null;
  const inSight = open ? all : all.slice(0, shown);
  return (
    <section className={css['list']} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <ul className={css['list']}>
        {inSight.map((mine) => (
          <li key={`${mine.course.id}/${mine.objective.id}`}>
            <ObjectiveRow mine={mine} onChoose={onChoose} read={read} />
          </li>
        ))}
      </ul>
      {inSight.length < all.length ? (
        <Button kind="quiet" size="l" onPress={() => setOpen(true)}>
          {t`Show all`}
        </Button>
      ) : null}
    </section>
  );
}
