import ArrowRight from 'lucide-react/icons/arrow-right';
import { useLingui } from '@lingui/react/macro';
import { useMarkHand } from '#state/interview-hand.ts';
import { Button } from '#ui/controls/button.tsx';
import { Avatar } from '#ui/pictures/avatar.tsx';
import { cx } from '#ui/cx.ts';
import { UndoButton, type UndoButtonProps } from './small-row.tsx';
import type { QueuedStudent } from './student-queue.ts';
import css from './interview.module.css';

export interface NextStudentProps extends UndoButtonProps {
  readonly next: QueuedStudent | null;
  readonly onNext: () => void;
  readonly onDone: () => void;
}

/** The end of one child: one tap to the next. */
export function NextStudent({ next, onNext, onDone, ...undo }: NextStudentProps) {
  const { t } = useLingui();
  const hand = useMarkHand((state) => state.hand);
  return (
    <div className={cx(css['counting'], css[hand])}>
      {next === null ? (
        <Button kind="primary" size="xl" wide onPress={onDone}>
          {t`Done: everybody was heard`}
        </Button>
      ) : (
        <Button kind="primary" size="xl" wide onPress={onNext}>
          <span className={css['nextName']}>
            <Avatar id={next.avatar} name={next.name} size="m" />
            <span>
              {t`Next student`}
              <small>{next.name}</small>
            </span>
            <ArrowRight aria-hidden />
          </span>
        </Button>
      )}
      <div className={css['more']}>
        <UndoButton {...undo} />
        {next === null ? null : <Button kind="quiet" onPress={onDone}>{t`Done`}</Button>}
      </div>
    </div>
  );
}
