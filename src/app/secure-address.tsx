import { useEffect, useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import { LinkButton } from '#ui/controls/link-button.tsx';

/** On an insecure address: the school's safe one, if the server behind this page knows it. */
export function SecureAddress() {
  const { t } = useLingui();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void askForAddress().then((found) => (gone ? undefined : setAddress(found)));
    return () => {
      gone = true;
    };
  }, []);
  if (address === null) return null;
  return (
    <LinkButton kind="primary" size="l" href={address}>
      {t`Open ${address}`}
    </LinkButton>
  );
}

/** The public address of the school if it begins with https, else null. Any failure means: not known. */
async function askForAddress(): Promise<string | null> {
  try {
    const [{ parseHello }, { randomId }] = await Promise.all([
      import('#protocol/enrolment.ts'),
      import('#platform/ids.ts'),
    ]);
    const response = await fetch(`/api/hello?nonce=${randomId()}`, { cache: 'no-store' });
    const hello = parseHello(await response.json());
    return hello.ok && hello.value.publicUrl.startsWith('https://') ? hello.value.publicUrl : null;
  } catch {
    // No network, or something else answered: the screen already says whom to ask.
    return null;
  }
}
