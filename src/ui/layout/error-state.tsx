import type { ReactNode } from 'react';
import ShieldCheck from 'lucide-react/icons/shield-check';
import { useLingui } from '@lingui/react/macro';
import css from './state.module.css';

export interface ErrorStateProps {
  /** What happened, in one plain sentence. */
  readonly title: ReactNode;
  /** Is my data safe? Always answered. */
  readonly safe: ReactNode;
  /** What to do next. */
  readonly next: ReactNode;
  readonly action?: ReactNode;
  /** A code or a detail for whoever helps; folded away. */
  readonly detail?: string;
}

/** Something went wrong: what happened, whether the data are safe, and the next step. */
export function ErrorState({ title, safe, next, action, detail }: ErrorStateProps) {
  const { t } = useLingui();
  return (
    <div role="alert" className={css['state']}>
      <h2>{title}</h2>
      <div className={css['safe']}>
        <ShieldCheck aria-hidden />
        <div>{safe}</div>
      </div>
      <div className={css['text']}>{next}</div>
      {action}
      {detail === undefined ? null : (
        <details className={css['detail']}>
          <summary>{t`Details for whoever helps you`}</summary>
          <code>{detail}</code>
        </details>
      )}
    </div>
  );
}
