import RotateCw from 'lucide-react/icons/rotate-cw';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { Button } from '#ui/controls/button.tsx';

export interface NotAtHandProps {
  /** Why the details are not here; null: the school has none. */
  readonly missing: Fault | null;
  readonly onAgain: () => void;
}

/** The details of an attempt are elsewhere. Offline is neutral: they come with the next connection. */
export function NotAtHand({ missing, onAgain }: NotAtHandProps) {
  const { t } = useLingui();
  if (missing === null) return <p>{t`The school has no more details of this attempt.`}</p>;
  return (
    <div role="status">
      <p>
        {missing.code === 'unreachable' || missing.code === 'not-an-answer'
          ? t`The details are at the school. They can be read as soon as this device is online.`
          : t`The details could not be read now.`}
      </p>
      <Button icon={<RotateCw />} onPress={onAgain}>
        {t`Try again`}
      </Button>
    </div>
  );
}
