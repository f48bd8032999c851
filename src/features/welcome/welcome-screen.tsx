import { useCallback, useEffect, useState } from 'react';
import KeyRound from 'lucide-react/icons/key-round';
import Tablet from 'lucide-react/icons/tablet';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import type { Fault, Result } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import type { Hello } from '#protocol/enrolment.ts';
import { Button } from '#ui/controls/button.tsx';
import { LanguageSwitch } from '#ui/i18n/language-switch.tsx';
import { useFaultText } from '#ui/feedback/use-fault-text.ts';
import { ProductSign } from '#ui/layout/product-sign.tsx';
import { Stack } from '#ui/layout/stack.tsx';
import { StudentShell } from '#ui/layout/student-shell.tsx';
import css from './welcome.module.css';

/** What a browser sees that belongs to no school yet. */
export function WelcomeScreen() {
  const { session } = useServices();
  const [hello, setHello] = useState<Result<Hello, Fault> | null>(null);
  const ask = useCallback(() => void session.hello().then(setHello), [session]);
  useEffect(ask, [ask]);
  return (
    <StudentShell centred headEnd={<LanguageSwitch />}>
      <ProductSign size="l" />
      <Greeting hello={hello} onRetry={ask} />
    </StudentShell>
  );
}

interface GreetingProps {
  readonly hello: Result<Hello, Fault> | null;
  readonly onRetry: () => void;
}

function Greeting({ hello, onRetry }: GreetingProps) {
  const { t } = useLingui();
  if (hello === null) return <h1>Nine of Ten</h1>;
  if (!hello.ok) return <OutOfReach fault={hello.error} onRetry={onRetry} />;
  if (hello.value.school === null) {
    return (
      <Stack gap={4} align="center">
        <h1>{t`This school is not set up yet`}</h1>
        <p>{t`Open the link that the server printed when it started. It works once, and makes you the first person here.`}</p>
        <Button onPress={onRetry}>{t`Look again`}</Button>
      </Stack>
    );
  }
  return <Doors school={hello.value.school.name} />;
}

function Doors({ school }: { readonly school: string }) {
  const { t } = useLingui();
  const [, navigate] = useLocation();
  return (
    <>
      <Stack gap={2} align="center">
        <h1>{school}</h1>
        <p className="soft">{t`This device is not connected yet. What is it for?`}</p>
      </Stack>
      <div className={css['doors']}>
        <Button size="xl" wide icon={<KeyRound />} onPress={() => navigate('/sign-in')}>
          {t`I work here`}
        </Button>
        <Button size="xl" wide icon={<Tablet />} onPress={() => navigate('/enrol')}>
          {t`Connect a class tablet`}
        </Button>
      </div>
      <p className="soft">{t`Were you invited? Open the link of your invitation, or scan its code.`}</p>
    </>
  );
}

function OutOfReach({ fault, onRetry }: { readonly fault: Fault; readonly onRetry: () => void }) {
  const { t } = useLingui();
  const text = useFaultText();
  return (
    <Stack gap={4} align="center">
      <h1>{t`Connect to the network once`}</h1>
      <p>{t`This device does not belong to a school yet. To sign in or to connect a class tablet it needs the network one time; afterwards everything works without it.`}</p>
      <p className="soft">{text(fault)}</p>
      <Button kind="primary" size="l" onPress={onRetry}>{t`Try again`}</Button>
    </Stack>
  );
}
