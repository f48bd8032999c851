import type { LinguiConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/**
 * Where the texts stand that staff alone read: a catalogue of their own, which a child's tablet does not load. What is listed here is
 * reached only through `staffScreen` (`src/ui/i18n/staff-screen.tsx`); a test holds the two together.
 */
const staff = [
  ...[
    'class-checks',
    'courses',
    'dashboard',
    'devices',
    'enrol',
    'interview',
    'leaving',
    'paper',
    'roster',
    'session',
    'settings',
    'setup',
    'sync',
    'today',
    'welcome',
  ].map((feature) => `<rootDir>/src/features/${feature}`),
  '<rootDir>/src/app/staff-shell.tsx',
  '<rootDir>/src/features/student/adult-step.tsx',
  '<rootDir>/src/ui/answer/mark-bar.tsx',
  '<rootDir>/src/ui/controls/passphrase-field.tsx',
  '<rootDir>/src/ui/controls/pin-pad.tsx',
  '<rootDir>/src/ui/controls/select.tsx',
  '<rootDir>/src/ui/credentials',
  '<rootDir>/src/ui/feedback/clock-notice.tsx',
  '<rootDir>/src/ui/feedback/storage-notice.tsx',
  '<rootDir>/src/ui/feedback/unreadable-notice.tsx',
  '<rootDir>/src/ui/feedback/use-held-words.ts',
  '<rootDir>/src/ui/layout/app-shell.tsx',
  '<rootDir>/src/ui/layout/empty-group.tsx',
  '<rootDir>/src/ui/layout/no-group.tsx',
  '<rootDir>/src/ui/layout/other-role.tsx',
  '<rootDir>/src/ui/layout/snackbar.tsx',
  '<rootDir>/src/ui/print',
  '<rootDir>/src/ui/status/status-legend.tsx',
  '<rootDir>/src/ui/sync/sync-chip.tsx',
];

const config: LinguiConfig = {
  locales: ['en', 'es'],
  sourceLocale: 'en',
  catalogs: [
    { path: '<rootDir>/src/ui/i18n/{locale}', include: ['<rootDir>/src'], exclude: staff },
    { path: '<rootDir>/src/ui/i18n/staff/{locale}', include: staff },
  ],
  // Without line numbers and file names a catalogue changes only when its text does: two people's work merges.
  format: formatter({ origins: false, lineNumbers: false }),
  orderBy: 'message',
};

export default config;
