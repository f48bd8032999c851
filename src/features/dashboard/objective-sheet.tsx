import Play from 'lucide-react/icons/play';
import { useLingui } from '@lingui/react/macro';
import type { ObjectiveId } from '#domain/model/ids.ts';
import type { ObjectiveBoard } from '#domain/reports/objective-board.ts';
import type { Course } from '#domain/model/course.ts';
import type { GroupId } from '#domain/model/ids.ts';
import { explain } from '#domain/rules/explain.ts';
import type { Snapshot } from '#data/services.ts';
import { useMay } from '#state/use-may.ts';
import { Button } from '#ui/controls/button.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { BottomSheet } from '#ui/layout/dialog.tsx';
import { StatusTag } from '#ui/status/status-glyph.tsx';
import css from './board.module.css';
import { PaperLinks } from './paper-links.tsx';
import { WhatGoesWrong } from './what-goes-wrong.tsx';

export interface ObjectiveSheetProps {
  readonly group: GroupId;
  readonly board: ObjectiveBoard;
  readonly course: Course;
  readonly snapshot: Snapshot;
  readonly position: number;
  readonly onClose: () => void;
  /** Leads to starting the check of the objective. */
  readonly onStart: (objective: ObjectiveId) => void;
}

/** One objective: what it is, what it takes, and who stands where. */
export function ObjectiveSheet(props: ObjectiveSheetProps) {
  const { group, board, course, snapshot, position, onClose, onStart } = props;
  const { t, i18n } = useLingui();
  const local = useLocalText();
  const { list } = useFormatters();
  const mayStart = useMay('check.offer');
  const column = board.columns.find((one) => one.position === position);
  if (column === undefined) return null;
  const { objective, counts } = column;
  const namesAt = (status: string): string =>
    list(
      board.rows
        .filter(({ cells }) =>
          cells.some((cell) => cell.position === position && cell.status === status),
        )
        .map(({ student }) => student.name),
    );
  return (
    <BottomSheet
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={local(objective.title)}
      {...(objective.check === undefined || !mayStart
        ? {}
        : {
            actions: (
              <Button icon={<Play />} onPress={() => onStart(objective.id)}>
                {t`Start the check`}
              </Button>
            ),
          })}
    >
      <p>{local(objective.ican)}</p>
      <div>
        <h3>{t`What it takes`}</h3>
        <p>{explain(objective.rule, i18n.locale === 'es' ? 'es' : 'en')}</p>
      </div>
      <div>
        <h3>{t`Who stands where`}</h3>
        <dl className={css['standing']}>
          {counts.map(({ status, count }) => (
            <div key={status}>
              <dt>
                <StatusTag status={status} /> <strong className="tabular">{count}</strong>
              </dt>
              <dd>{namesAt(status)}</dd>
            </div>
          ))}
        </dl>
      </div>
      {objective.check === undefined ? null : (
        <>
          <WhatGoesWrong
            students={board.rows.map(({ student }) => student.id)}
            {...{ course, position, objective, snapshot }}
          />
          <PaperLinks group={group} course={course.id} objective={objective.id} />
        </>
      )}
    </BottomSheet>
  );
}
