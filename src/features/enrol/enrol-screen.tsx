import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import type { Session } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import type { Fault } from '#domain/kernel/result.ts';
import { Button } from '#ui/controls/button.tsx';
import { cleanCode, CodeField } from '#ui/controls/code-field.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { LanguageSwitch } from '#ui/i18n/language-switch.tsx';
import { Card } from '#ui/layout/card.tsx';
import { EmptyState } from '#ui/layout/empty-state.tsx';
import { Page } from '#ui/layout/page.tsx';
import { ProductSign } from '#ui/layout/product-sign.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { EnrolFault } from './enrol-fault.tsx';
import { FirstSyncProgress } from './first-sync-progress.tsx';
import { StoragePromise } from './storage-promise.tsx';
import { useAppKept } from './use-app-kept.ts';

/** Makes this device a tablet of a class: the code, the download, "Ready for offline", Start. */
export function EnrolScreen() {
  const { t } = useLingui();
  const session = useLive(useServices().session.current);
  const isTablet = 'device' in session && session.device.kind === 'class-tablet';
  const isStaff = 'device' in session && !isTablet;
  return (
    <StudentShell headStart={<ProductSign />} headEnd={<LanguageSwitch />}>
      <Page
        width="reading"
        title={isTablet ? t`Getting the class` : t`Set up a class tablet`}
        lead={isTablet ? schoolOf(session) : t`The teacher's screen shows a code.`}
      >
        <Card>{isTablet ? <Downloading /> : isStaff ? <BelongsToStaff /> : <CodeForm />}</Card>
      </Page>
    </StudentShell>
  );
}

function schoolOf(session: Session): string {
  return 'device' in session ? `${session.school.name} · ${session.device.name}` : '';
}

/** A device is one thing or the other: what a member saved here is not mixed with a class. */
function BelongsToStaff() {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  return (
    <EmptyState
      title={t`This device belongs to a member of staff`}
      action={<Button size="l" onPress={() => navigate('/')}>{t`Back`}</Button>}
    >
      {t`Take another device for the class, or sign out here first.`}
    </EmptyState>
  );
}

/** The code of the address (`/enrol#ABCD2345`), where the teacher's QR code was scanned. */
function codeOfAddress(): string {
  return cleanCode(decodeURIComponent(location.hash.replace(/^#(?:code=)?/u, '')));
}

const CODE_LENGTH = 8;

function CodeForm() {
  const { t } = useLingui();
  const { session } = useServices();
  const [code, setCode] = useState(codeOfAddress);
  const [name, setName] = useState(() => t`Tablet 1`);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const isWhole = code.length === CODE_LENGTH;
  const enrol = async (): Promise<void> => {
    if (!isWhole || busy) return;
    setBusy(true);
    setFault(null);
    const enrolled = await session.enrolTablet({ code, deviceName: name.trim() || t`Tablet 1` });
    setBusy(false);
    if (enrolled.ok) history.replaceState(history.state, '', location.pathname);
    else setFault(enrolled.error);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void enrol();
      }}
    >
      <Stack gap={5}>
        <CodeField
          label={t`Code`}
          hint={t`Eight letters and digits, from the teacher's screen.`}
          value={code}
          onChange={(typed) => {
            setCode(typed);
            setFault(null);
          }}
        />
        <TextField
          label={t`Name of this tablet`}
          hint={t`As on its sticker, so that the teacher finds it in the list.`}
          value={name}
          onChange={setName}
          maxLength={60}
        />
        <EnrolFault fault={fault} />
        <Button type="submit" kind="primary" size="l" wide isDisabled={!isWhole || busy}>
          {busy ? t`Asking the school` : t`Connect this tablet`}
        </Button>
      </Stack>
    </form>
  );
}

function Downloading() {
  const { t } = useLingui();
  const { firstSync } = useServices();
  const [, navigate] = useLocation();
  const isAppKept = useAppKept();
  const ready = useLive(firstSync, ({ state }) => state === 'ready') && isAppKept;
  return (
    <Stack gap={5}>
      <FirstSyncProgress isAppKept={isAppKept} />
      {ready ? (
        <>
          <StoragePromise />
          <Button
            kind="primary"
            size="l"
            wide
            onPress={() => navigate('/student', { replace: true })}
          >
            {t`Start`}
          </Button>
        </>
      ) : null}
    </Stack>
  );
}
