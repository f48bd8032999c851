import { lazy, Suspense } from 'react';
import type { SureDialogProps } from './sure-dialog.tsx';

const SureDialog = lazy(async () => ({
  default: (await import('./sure-dialog.tsx')).SureDialog,
}));

export interface SureProps extends SureDialogProps {
  readonly asks: boolean;
}

/** The question of a child's screen before something ends for good, while it is asked. */
export function Sure({ asks, ...question }: SureProps) {
  return asks ? (
    <Suspense fallback={null}>
      <SureDialog {...question} />
    </Suspense>
  ) : null;
}
