import Check from 'lucide-react/icons/check';
import CloudCheck from 'lucide-react/icons/cloud-check';
import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import css from './interview.module.css';

/**
 * Where the marks are, in one line that keeps its place: on this tablet at once, with the school when it has them. Never "saved"
 * while the browser could not write one.
 */
export function SavedLine() {
  const { t } = useLingui();
  const { state, unsent, aside } = useLive(useServices().safety);
  if (aside > 0) {
    return (
      <p className={css['savedLine']} data-danger role="status">
        <TriangleAlert aria-hidden />
        <span>
          {plural(aside, {
            one: '# not saved yet. Keep this page open.',
            other: '# not saved yet. Keep this page open.',
          })}
        </span>
      </p>
    );
  }
  const sent = state === 'all-sent';
  const waiting = plural(unsent, { one: '# result waits', other: '# results wait' });
  return (
    <p className={css['savedLine']}>
      {sent ? <CloudCheck aria-hidden /> : <Check aria-hidden />}
      <span>
        {sent ? t`Sent to school` : t`Saved on this tablet`}
        {unsent === 0 ? null : ` · ${waiting}`}
      </span>
    </p>
  );
}
