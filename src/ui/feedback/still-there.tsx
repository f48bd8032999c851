import { useLingui } from '@lingui/react/macro';
import { Button } from '../controls/button.tsx';
import css from './still-there.module.css';

export interface StillThereProps {
  /** It is time to ask. */
  readonly asks: boolean;
  readonly onStay: () => void;
}

/** Before a screen is put away because nobody seems to be there: a calm question, and one button (WCAG 2.2.1). */
export function StillThere({ asks, onStay }: StillThereProps) {
  const { t } = useLingui();
  if (!asks) return null;
  return (
    <div role="alert" className={css['region']} data-still-there>
      <div className={css['card']}>
        <strong>{t`Are you still there?`}</strong>
        <Button kind="primary" size="l" onPress={onStay}>
          {t`Yes, I am here`}
        </Button>
      </div>
    </div>
  );
}
