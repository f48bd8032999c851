import { useEffect, useRef, useState } from 'react';
import Undo2 from 'lucide-react/icons/undo-2';
import { useLingui } from '@lingui/react/macro';
import type { InterviewState, MadeMark } from '#state/interview-machine.ts';
import type { InterviewStep } from '#state/interview-plan.ts';
import { Button } from '#ui/controls/button.tsx';
import { MarkShape } from './mark-shape.tsx';
import { useAnswerText, useStepTitle } from './use-answer-text.ts';
import css from './interview.module.css';

export interface UndoLineProps {
  readonly state: InterviewState;
  readonly steps: readonly InterviewStep[];
  readonly onUndo: (mark: MadeMark) => void;
}

type Said = { readonly what: 'made' | 'taken-back'; readonly mark: MadeMark };

const STAYS_MS = 10_000;

/** What was just saved or taken back, at the top, far from the mark buttons; gone after ten seconds. Its place is always kept. */
export function UndoLine({ state: { marks }, steps, onUndo }: UndoLineProps) {
  const { t } = useLingui();
  const answerText = useAnswerText();
  const titleOf = useStepTitle();
  const said = useLastChange(marks);
  const step = said === null ? undefined : steps[said.mark.step];
  const shown = said !== null && step !== undefined ? { ...said, step } : null;
  const text = shown === null ? '' : answerText(shown.mark.answer, shown.step);
  return (
    <div className={css['undoLine']}>
      <div role="status" className={css['saidText']}>
        {shown === null ? null : (
          <>
            <MarkShape answer={shown.mark.answer} />
            <span>
              <strong>{shown.what === 'made' ? text : t`Taken back: ${text}`}</strong>{' '}
              <span className="soft">{titleOf(shown.step)}</span>
            </span>
          </>
        )}
      </div>
      {shown?.what === 'made' ? (
        <Button
          kind="quiet"
          icon={<Undo2 />}
          className={css['undo'] ?? ''}
          onPress={() => onUndo(shown.mark)}
        >
          {t`Undo`}
        </Button>
      ) : null}
    </div>
  );
}

/** The newest change of the marks, for ten seconds. */
function useLastChange(marks: readonly MadeMark[]): Said | null {
  const before = useRef(marks);
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    const old = before.current;
    before.current = marks;
    const made = marks.find((mark) => !old.includes(mark));
    const gone = old.find((mark) => !marks.includes(mark));
    if (made !== undefined) setSaid({ what: 'made', mark: made });
    else if (gone !== undefined) setSaid({ what: 'taken-back', mark: gone });
  }, [marks]);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return said;
}
