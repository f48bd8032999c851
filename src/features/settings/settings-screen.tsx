import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useMay } from '#state/use-may.ts';
import { ClockNotice } from '#ui/feedback/clock-notice.tsx';
import { StorageNotice } from '#ui/feedback/storage-notice.tsx';
import { LanguageSwitch } from '#ui/i18n/language-switch.tsx';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Card } from '#ui/layout/card.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Snackbar, type SnackbarMessage } from '#ui/layout/snackbar.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { CheckRules } from './check-rules.tsx';
import { LeavingCard } from './leaving-card.tsx';
import { SchoolName } from './school-name.tsx';
import { StaffCard } from './staff-card.tsx';
import css from './settings.module.css';

/** What is set for this device, for the school, and who works here. */
export function SettingsScreen() {
  const { t } = useLingui();
  const services = useServices();
  const session = useLive(services.session.current);
  const mayChange = useMay('school.retakes');
  const [message, setMessage] = useState<SnackbarMessage | null>(null);
  if (session.state !== 'unlocked') return null;
  const isAdmin = session.member.role === 'admin';
  return (
    <Page title={t`Settings`} width="reading">
      <Snackbar message={message} onDismiss={() => setMessage(null)} />
      <Card title={t`Language`}>
        <p className="soft">{t`For this device only.`}</p>
        <LanguageSwitch />
      </Card>
      {isAdmin ? <SchoolName onSaid={setMessage} /> : null}
      <CheckRules mayChange={mayChange} onSaid={setMessage} />
      <StaffCard role={session.member.role} />
      <ThisDeviceCard name={session.device.name} />
      <LeavingCard session={session} />
    </Page>
  );
}

function ThisDeviceCard({ name }: { readonly name: string }) {
  const { t } = useLingui();
  const services = useServices();
  const storage = useLive(services.storage);
  const clockOff = useLive(services.safety, (safety) => safety.clockOff);
  const { number } = useFormatters();
  const { usage, quota } = storage;
  const megabytes = (bytes: number) => number(Math.max(1, Math.round(bytes / 1_000_000)));
  return (
    <Card title={t`This device`}>
      <Stack gap={4}>
        <dl className={css['facts']}>
          <div>
            <dt>{t`Name`}</dt>
            <dd>{name}</dd>
          </div>
          {usage === null || quota === null ? null : (
            <div>
              <dt>{t`Room taken`}</dt>
              <dd className="tabular">{t`${megabytes(usage)} of ${megabytes(quota)} MB`}</dd>
            </div>
          )}
          <div>
            <dt>{t`Version`}</dt>
            <dd>{__APP_BUILD__}</dd>
          </div>
        </dl>
        <ClockNotice off={clockOff} />
        <StorageNotice storage={storage} onAsk={services.persist} />
      </Stack>
    </Card>
  );
}
