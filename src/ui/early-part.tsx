import { lazy, useState, type ComponentType } from 'react';

interface EarlyPart<P extends object> {
  readonly Part: ComponentType<P>;
  /** Loads it before it is shown. What fails is said when it is shown. */
  readonly early: () => void;
}

/**
 * A screen or a part of one that is loaded when it is shown, or before. Loaded before, it is drawn in the same moment: `lazy` alone
 * shows what stands in its place even then, and React keeps that on the screen for 300 ms. Stands within a `Suspense`.
 */
export function earlyPart<P extends object>(load: () => Promise<ComponentType<P>>): EarlyPart<P> {
  let loaded: ComponentType<P> | null = null;
  const get = async (): Promise<ComponentType<P>> => (loaded ??= await load());
  const Late: ComponentType<P> = lazy(async () => ({ default: await get() }));
  return {
    Part(props) {
      // Another component would begin from nothing: what was shown first stays.
      const [Shown] = useState<ComponentType<P>>(() => loaded ?? Late);
      return <Shown {...props} />;
    },
    early: () => void get().catch(() => undefined),
  };
}
