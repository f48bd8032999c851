import { useLingui } from '@lingui/react/macro';
import { Button } from '#ui/controls/button.tsx';
import { useLocalText } from '#ui/i18n/use-local-text.ts';
import { Card } from '#ui/layout/card.tsx';
import type { MyObjective } from './my-objectives.ts';
import css from './my-work.module.css';
import { ReadButton } from './read-button.tsx';

export interface FirstCardProps {
  readonly mine: MyObjective;
  /** The teacher has started this check. */
  readonly isOffered: boolean;
  /** Null while another check is open. */
  readonly onChoose: ((mine: MyObjective) => void) | null;
  readonly read: ((text: string) => void) | null;
}

/** The one thing to do now: what the teacher has started, else what is closest to done. */
export function FirstCard({ mine, isOffered, onChoose, read }: FirstCardProps) {
  const { t } = useLingui();
  const localText = useLocalText();
  const text = localText(mine.objective.ican);
  const own = mine.status === 'nearly' ? t`Nearly there` : t`Your next check`;
  return (
    <Card tone="main" title={isOffered ? t`Your teacher has a check for you` : own}>
      <div className={css['row']}>
        <p className={css['ican']}>{text}</p>
        <ReadButton text={text} read={read} />
      </div>
      {onChoose === null ? (
        <p>{t`First finish or stop the other check.`}</p>
      ) : (
        <Button kind="primary" size="l" onPress={() => onChoose(mine)}>
          {t`Let's look`}
        </Button>
      )}
    </Card>
  );
}
