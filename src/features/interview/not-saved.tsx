import { useLingui } from '@lingui/react/macro';
import type { Stage } from '#state/interview-machine.ts';
import { useFaultText } from '#ui/feedback/use-fault-text.ts';
import { Banner } from '#ui/layout/banner.tsx';
import css from './interview.module.css';

/** Says that the last tap was NOT saved, and why. The question stays: the tap can be made again. */
export function NotSaved({ stage }: { readonly stage: Stage }) {
  const { t } = useLingui();
  const faultText = useFaultText();
  const code = stage.name === 'asking' || stage.name === 'summary' ? stage.fault : null;
  return (
    <div role="alert" className={css['notSaved']}>
      {code === null ? null : (
        <Banner tone="red" title={t`This was NOT saved. Tap again.`}>
          {faultText({ code })}
        </Banner>
      )}
    </div>
  );
}
