import type { ReactNode } from 'react';
import { LanguageSwitch } from '#ui/i18n/language-switch.tsx';
import { Card } from '#ui/layout/card.tsx';
import { Page } from '#ui/layout/page.tsx';
import { ProductSign } from '#ui/layout/product-sign.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';

export interface EntryShellProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of sign-in and invitation: one card, and the language in reach. */
export function EntryShell({ title, lead, children }: EntryShellProps) {
  return (
    <StudentShell headStart={<ProductSign />} headEnd={<LanguageSwitch />}>
      <Page title={title} lead={lead} width="reading">
        <Card>{children}</Card>
      </Page>
    </StudentShell>
  );
}
