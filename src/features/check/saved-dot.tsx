import { useLingui } from '@lingui/react/macro';
import type { SaveState } from '#state/check-saver.ts';
import css from './check.module.css';

/** A quiet dot: filled = what is on screen is saved. Words only when the tablet cannot save. */
export function SavedDot({ saved }: { readonly saved: SaveState }) {
  const { t } = useLingui();
  return (
    <span role="status" className={css['saved']}>
      <span className={css['dot']} data-saved={saved} aria-hidden />
      {saved === 'failed' ? t`Not saved yet` : null}
    </span>
  );
}
