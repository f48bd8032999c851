import Cloud from 'lucide-react/icons/cloud';
import CloudCheck from 'lucide-react/icons/cloud-check';
import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import css from './safety-line.module.css';

export interface SafetyLineProps {
  /** Everything on this device is with the school. */
  readonly isSent: boolean;
  /** Results that the school is not known to have. */
  readonly unsent: number;
  /** What the browser could not write yet: it is in memory, and the page must stay open. */
  readonly notSaved: number;
}

/** Where the results of a class tablet are, for the grown-up who takes it: small, neutral, never a worry for a child. */
export function SafetyLine({ isSent, unsent, notSaved }: SafetyLineProps) {
  const { t } = useLingui();
  if (notSaved > 0) {
    return (
      <p className={css['notSaved']} role="status">
        <TriangleAlert aria-hidden />
        {t`Not saved yet. Keep this page open and show it to your teacher.`}
      </p>
    );
  }
  const Icon = isSent ? CloudCheck : Cloud;
  const waiting = plural(unsent, { one: '# result waits', other: '# results wait' });
  return (
    <p className={css['safety']}>
      <Icon aria-hidden />
      {isSent
        ? t`Sent to school`
        : unsent === 0
          ? t`Saved on this tablet`
          : t`Saved on this tablet · ${waiting}`}
    </p>
  );
}
