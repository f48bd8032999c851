import { Play } from 'lucide-react';
import { useLingui } from '@lingui/react/macro';
import type { ObjectiveId } from '#domain/model/ids.ts';
import type { ObjectiveBoard } from '#domain/reports/objective-board.ts';
import { explain } from '#domain/rules/explain.ts';
import { Button } from '#ui/controls/button.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { BottomSheet } from '#ui/layout/dialog.tsx';
import { StatusTag } from '#ui/status/status-glyph.tsx';
import css from './board.module.css';

export interface ObjectiveSheetProps {
  readonly board: ObjectiveBoard;
  readonly position: number;
  readonly onClose: () => void;
  /** Leads to starting the check of the objective. */
  readonly onStart: (objective: ObjectiveId) => void;
}

/** One objective: what it is, what it takes, and who stands where. */
export function ObjectiveSheet({ board, position, onClose, onStart }: ObjectiveSheetProps) {
  const { t, i18n } = useLingui();
  const local = useLocalText();
  const { list } = useFormatters();
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
      {...(objective.check === undefined
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
    </BottomSheet>
  );
}
