import type { ReactNode } from 'react';
import { useIdle } from '#state/use-idle.ts';
import { StillThere } from '#ui/feedback/still-there.tsx';

export interface WhileThereProps {
  /** Nobody is there for so long: the screen is put away. A child with more time has more of this too. */
  readonly ms: number;
  readonly supports: readonly string[];
  readonly onIdle: () => void;
  readonly children: ReactNode;
}

/** Screens of a child that stay while somebody is there; before they go they ask. */
export function WhileThere({ ms, supports, onIdle, children }: WhileThereProps) {
  const { asks, stay } = useIdle(ms, supports, onIdle);
  return (
    <>
      <StillThere asks={asks} onStay={stay} />
      {children}
    </>
  );
}
