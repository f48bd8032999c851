import { Check, CloudCheck } from 'lucide-react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import css from './interview.module.css';

/** Where the marks are, in one line that keeps its place: on this tablet at once, with the school when it has them. */
export function SavedLine() {
  const { t } = useLingui();
  const { state, unsent } = useLive(useServices().safety);
  const sent = state === 'all-sent';
  return (
    <p className={css['savedLine']}>
      {sent ? <CloudCheck aria-hidden /> : <Check aria-hidden />}
      <span>
        {sent ? t`Sent to school` : t`Saved on this tablet`}
        {unsent === 0 ? null : ` · ${plural(unsent, { one: '# waits', other: '# wait' })}`}
      </span>
    </p>
  );
}
