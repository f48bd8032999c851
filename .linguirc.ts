import type { LinguiConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

const config: LinguiConfig = {
  locales: ['en', 'es'],
  sourceLocale: 'en',
  catalogs: [{ path: '<rootDir>/src/ui/i18n/{locale}', include: ['<rootDir>/src'] }],
  // Without line numbers and file names a catalogue changes only when its text does: two people's work merges.
  format: formatter({ origins: false, lineNumbers: false }),
  orderBy: 'message',
};

export default config;
