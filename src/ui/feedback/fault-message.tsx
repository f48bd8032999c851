import css from './fault-message.module.css';
import { Banner } from '../layout/banner.tsx';
import { useFaultText } from './use-fault-text.ts';
import type { FaultLike } from './use-fault-text.ts';

export interface FaultMessageProps {
  /** null: nothing went wrong. Keep the component mounted, so that a screen reader hears the change. */
  readonly fault: FaultLike | null;
}

/** Why the last action did not happen, beside the button that asked for it. */
export function FaultMessage({ fault }: FaultMessageProps) {
  const text = useFaultText();
  return (
    <div role="alert" className={css['fault']}>
      {fault === null ? null : <Banner tone="amber">{text(fault)}</Banner>}
    </div>
  );
}
