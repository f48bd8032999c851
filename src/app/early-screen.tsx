import { lazy, useState, type ComponentType } from 'react';

interface EarlyScreen {
  readonly Screen: ComponentType;
  /** Loads it before it is shown. What fails is said when it is shown. */
  readonly early: () => void;
}

/**
 * A screen that is loaded when it is shown, or before. Loaded before, it is drawn in the same moment: `lazy` alone shows what
 * stands in its place even then, and React keeps that on the screen for 300 ms.
 */
export function earlyScreen(load: () => Promise<ComponentType>): EarlyScreen {
  let loaded: ComponentType | null = null;
  const get = async (): Promise<ComponentType> => (loaded ??= await load());
  const Late = lazy(async () => ({ default: await get() }));
  return {
    Screen() {
      // Another component would begin from nothing: what was shown first stays.
      const [Shown] = useState<ComponentType>(() => loaded ?? Late);
      return <Shown />;
    },
    early: () => void get().catch(() => undefined),
  };
}
