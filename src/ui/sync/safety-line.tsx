import { Cloud, CloudCheck } from 'lucide-react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import css from './safety-line.module.css';

export interface SafetyLineProps {
  /** Everything on this device is with the school. */
  readonly isSent: boolean;
  /** Results that the school is not known to have. */
  readonly unsent: number;
}

/** Where the results of a class tablet are, for the grown-up who takes it: small, neutral, never a worry for a child. */
export function SafetyLine({ isSent, unsent }: SafetyLineProps) {
  const { t } = useLingui();
  const Icon = isSent ? CloudCheck : Cloud;
  const waiting = plural(unsent, { one: '# waits', other: '# wait' });
  return (
    <p className={css['safety']}>
      <Icon aria-hidden />
      {isSent ? t`Sent to school` : t`Saved on this tablet · ${waiting}`}
    </p>
  );
}
