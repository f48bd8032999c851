import { useLingui } from '@lingui/react/macro';
import { cx } from '../cx.ts';
import css from './skeleton.module.css';

export interface SkeletonProps {
  /** How many lines, or one block. */
  readonly lines?: number;
  readonly shape?: 'lines' | 'block';
}

/** Holds the place of what is being read. Local reads rarely need it: it appears only after 200 ms. */
export function Skeleton({ lines = 3, shape = 'lines' }: SkeletonProps) {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className={css['skeleton']}>
      {shape === 'block' ? (
        <div className={cx(css['bar'], css['block'])} />
      ) : (
        Array.from({ length: lines }, (_, index) => <div key={index} className={css['bar']} />)
      )}
    </div>
  );
}
