import { useEffect, useState } from 'react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useServices } from '#data/services-context.tsx';
import { isQuietTablet } from '#state/quiet-tablet.ts';
import { Button } from '#ui/controls/button.tsx';
import { Banner } from '#ui/layout/banner.tsx';

/** Class tablets that the school has not heard from for a day. Without a network nothing is known, and nothing is said. */
export function QuietDevices() {
  const { t } = useLingui();
  const { staff } = useServices();
  const [, navigate] = useLocation();
  const [count, setCount] = useState(0);
  useEffect(() => {
    let gone = false;
    void staff.devices().then((answer) => {
      if (gone || !answer.ok) return;
      const { devices, now } = answer.value;
      setCount(devices.filter((device) => isQuietTablet(device, now)).length);
    });
    return () => {
      gone = true;
    };
  }, [staff]);
  if (count === 0) return null;
  return (
    <Banner
      tone="amber"
      title={t`${plural(count, { one: '# tablet was not heard from since yesterday', other: '# tablets were not heard from since yesterday' })}`}
      action={<Button onPress={() => navigate('/devices')}>{t`Look`}</Button>}
    >
      {t`Results may be waiting there. What is switched on near the network sends by itself.`}
    </Banner>
  );
}
