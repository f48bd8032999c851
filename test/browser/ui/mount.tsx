import type { ReactNode } from 'react';
import { cleanup, render } from '@testing-library/react';
import { afterEach } from 'vitest';
import '#ui/styles/index.css';
import { AriaLocale } from '#ui/i18n/aria-locale.tsx';
import { activate, addStaffTexts } from '#ui/i18n/i18n.ts';
import type { Language } from '#ui/i18n/language.ts';
import { UiProvider } from '#ui/i18n/ui-provider.tsx';

afterEach(() => {
  cleanup();
  delete document.documentElement.dataset['theme'];
});

export interface MountOptions {
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
}

/** Puts real components with real styles on the page, in one language and theme, once their font is there. */
export async function mount(ui: ReactNode, options: MountOptions = {}): Promise<HTMLElement> {
  await addStaffTexts();
  await activate(options.language ?? 'en');
  document.documentElement.dataset['theme'] = options.theme ?? 'light';
  const { container } = render(
    <UiProvider>
      <AriaLocale>{ui}</AriaLocale>
    </UiProvider>,
  );
  await document.fonts.ready;
  return container;
}
