import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Decision } from '#domain/model/event.ts';
import type { ObjectiveProgress } from '#domain/mastery/fold.ts';
import { Button } from '#ui/controls/button.tsx';
import { Row } from '#ui/layout/stack.tsx';
import css from './board.module.css';

export interface DecideFormProps {
  readonly progress: ObjectiveProgress;
  /** There is a mark bar on the same sheet. */
  readonly besideMarks: boolean;
  readonly onDecide: (decision: Decision, reason: string) => void;
}

/** A person's decision about the status. A reason is asked only where it goes against the evidence. */
export function DecideForm({ progress, besideMarks, onDecide }: DecideFormProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<'mastered' | 'excused' | null>(null);
  const { status, evaluation, decidedBy } = progress;
  const standing = decidedBy?.decision ?? 'none';
  const decide = (decision: 'mastered' | 'excused') => () => {
    const against = decision === 'mastered' ? !evaluation.met : evaluation.met;
    if (against) setAsking(decision);
    else onDecide(decision, '');
  };
  if (asking !== null) {
    return (
      <Reasons
        decision={asking}
        onChoose={(reason) => onDecide(asking, reason)}
        onCancel={() => setAsking(null)}
      />
    );
  }
  return (
    <section className={css['decide']}>
      <h3>{besideMarks ? t`Or decide yourself` : t`Decide yourself`}</h3>
      <Row gap={2}>
        {status === 'mastered' ? null : (
          <Button onPress={decide('mastered')}>{t`Decide: mastered`}</Button>
        )}
        {status === 'excused' ? null : <Button onPress={decide('excused')}>{t`Excuse`}</Button>}
        {standing === 'none' ? null : (
          <Button kind="quiet" onPress={() => onDecide('none', '')}>
            {t`Take the decision back`}
          </Button>
        )}
      </Row>
    </section>
  );
}

interface ReasonsProps {
  readonly decision: 'mastered' | 'excused';
  readonly onChoose: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Reasons to choose from: stored as codes, so that everybody reads them in their own language and nothing private is typed. */
function Reasons({ decision, onChoose, onCancel }: ReasonsProps) {
  const { t } = useLingui();
  const reasons =
    decision === 'mastered'
      ? {
          'seen-in-class': t`I saw it in class`,
          'work-shows-it': t`Their work shows it`,
          'shown-elsewhere': t`It was shown elsewhere`,
          other: t`Another reason`,
        }
      : {
          agreed: t`Agreed with school and family`,
          'covered-elsewhere': t`Another course covers it`,
          other: t`Another reason`,
        };
  return (
    <section className={css['decide']}>
      <h3>
        {decision === 'mastered'
          ? t`The evidence does not say mastered yet. Why do you decide so?`
          : t`The evidence says mastered. Why do you excuse it?`}
      </h3>
      <Row gap={2}>
        {Object.entries(reasons).map(([code, text]) => (
          <Button key={code} onPress={() => onChoose(code)}>
            {text}
          </Button>
        ))}
        <Button kind="quiet" onPress={onCancel}>{t`Cancel`}</Button>
      </Row>
    </section>
  );
}
