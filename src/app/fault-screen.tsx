import { useLingui } from '@lingui/react/macro';
import { err, type Fault } from '#domain/kernel/result.ts';
import type { rescueFromRaw } from '#data/rescue-raw.ts';
import { Button } from '#ui/controls/button.tsx';
import { RescueButton } from '#ui/feedback/rescue-button.tsx';
import { LanguageSwitch } from '#ui/i18n/language-switch.tsx';
import { ErrorState } from '#ui/layout/error-state.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import { SecureAddress } from './secure-address.tsx';

export interface FaultScreenProps {
  /** Why the app cannot go on; codes of `boot`, and `bug`. */
  readonly fault: Fault;
  readonly onRetry: () => void;
}

/** The app cannot open here: what happened, what is safe, what to do. In the reader's language, with the other one a tap away. */
export function FaultScreen({ fault, onRetry }: FaultScreenProps) {
  const { t } = useLingui();
  const text = useFaultText(fault.code);
  return (
    <StudentShell centred headEnd={<LanguageSwitch />}>
      <ErrorState
        title={text.title}
        safe={text.safe}
        next={text.next}
        action={
          fault.code === 'insecure' ? (
            <SecureAddress />
          ) : (
            <Stack gap={4} align="center">
              <Button kind="primary" size="l" onPress={onRetry}>{t`Try again`}</Button>
              {fault.code === 'corrupt' ? <RescueButton make={rescue} /> : null}
            </Stack>
          )
        }
        detail={fault.detail === undefined ? fault.code : `${fault.code}: ${fault.detail}`}
      />
    </StudentShell>
  );
}

/** What can still be read without opening the database as one. */
async function rescue(): ReturnType<typeof rescueFromRaw> {
  const reader = await import('#data/rescue-raw.ts').catch((cause: unknown) => String(cause));
  if (typeof reader === 'string') return err({ code: 'no-code', detail: reader });
  return reader.rescueFromRaw(__APP_BUILD__);
}

interface FaultText {
  readonly title: string;
  readonly safe: string;
  readonly next: string;
}

function useFaultText(code: string): FaultText {
  const { t } = useLingui();
  switch (code) {
    case 'insecure':
      return {
        title: t`This address is not safe for children's results`,
        safe: t`Nothing was opened or saved here, and this device was not connected to a school.`,
        next: t`The address in the address bar must begin with https. Without it a browser can neither protect results nor keep them on the device. Ask whoever looks after the school's server for the address that begins with https, and open that one.`,
      };
    case 'no-indexeddb':
      return {
        title: t`This browser window cannot keep anything`,
        safe: t`What was sent to the school is safe there. Nothing was lost by opening this window.`,
        next: t`Private windows and some strict settings forbid a page to save. Open the app in a normal window, or allow this site to save data in the settings of the browser.`,
      };
    case 'blocked':
      return {
        title: t`An older version of the app is still open`,
        safe: t`Everything saved on this device is still there.`,
        next: t`Close all other tabs and windows of Nine of Ten on this device. Then try again.`,
      };
    case 'corrupt':
      return {
        title: t`The browser cannot read what was saved on this device`,
        safe: t`Nothing that was sent is lost: the school has it. Results that were still waiting on this device may be missing; the school is told which ones.`,
        next: t`Close all tabs of the browser, start it again, and try again. If this page comes back, do not erase anything: save what was not sent to a file, and show this to whoever looks after the school's server. On another device you can go on working at once.`,
      };
    case 'no-code':
      return {
        title: t`A part of the app could not be loaded`,
        safe: t`Everything saved on this device is still there.`,
        next: t`Connect to the network once, and try again.`,
      };
    default:
      return {
        title: t`Something got stuck`,
        safe: t`Everything that was saved on this device is still there. Every answer and every mark is saved at its tap.`,
        next: t`Try again. If it happens a second time, show the details below to whoever helps you.`,
      };
  }
}
