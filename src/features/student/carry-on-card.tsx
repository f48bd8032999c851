import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import type { Child } from './name-grid.tsx';
import css from './student.module.css';

export interface CarryOnCardProps {
  readonly child: Child;
  /** Number of the question that was on screen, from 1; null while the answers were looked over. */
  readonly question: number | null;
  readonly onCarryOn: () => void;
}

/** A check that was open a moment ago: one tap goes on at the same question. */
export function CarryOnCard({ child, question, onCarryOn }: CarryOnCardProps) {
  const { t } = useLingui();
  const { name } = child;
  return (
    <section aria-label={t`Carry on`} className={css['carryOn']}>
      <Avatar id={child.avatar} name={name} size="m" />
      <div>
        <strong>{t`${name}, carry on where you were?`}</strong>
        {question === null ? t`Looking over the answers` : t`Question ${question}`}
      </div>
      <Button kind="primary" size="l" onPress={onCarryOn}>
        {t`Carry on`}
      </Button>
    </section>
  );
}
