import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { addStaffTexts } from './i18n.ts';

/**
 * A screen for grown-ups, loaded when it is shown, together with the texts that only staff read and the language of the controls
 * that only staff use.
 */
export function staffScreen<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    const [Screen, { AriaLocale }] = await Promise.all([
      load(),
      import('./aria-locale.tsx'),
      addStaffTexts(),
    ]);
    const Shown = (props: P) => (
      <AriaLocale>
        <Screen {...props} />
      </AriaLocale>
    );
    return { default: Shown };
  });
}
