import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import type { SaveState } from '#state/check-saver.ts';
import css from './check.module.css';

/** A quiet dot: filled = what is on screen is saved. Words only when the tablet cannot save. */
export function SavedDot({ saved }: { readonly saved: SaveState }) {
  const { t } = useLingui();
  const aside = useLive(useServices().safety, (safety) => safety.aside);
  // In memory, or in a place for emergencies only: nobody calls that saved.
  const state = aside > 0 ? 'failed' : saved;
  return (
    <span role="status" className={css['saved']}>
      <span className={css['dot']} data-saved={state} aria-hidden />
      {state === 'failed' ? t`Not saved yet` : null}
    </span>
  );
}
