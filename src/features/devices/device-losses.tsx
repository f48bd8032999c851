import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { Banner } from '#ui/layout/banner.tsx';
import type { Device } from './device-order.ts';
import css from './devices.module.css';

export interface DeviceLossesProps {
  readonly device: Device;
  readonly timeZone: string | undefined;
}

type Loss = Device['losses'][number];

/** Results that will never come: which tablet, which numbers, which hours, and what to do about it. */
export function DeviceLosses({ device, timeZone }: DeviceLossesProps) {
  const { t } = useLingui();
  const hours = useHours(timeZone);
  const { name, erasures } = device;
  const count = device.losses.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  if (count === 0 && erasures.length === 0) return null;
  return (
    <Banner
      tone="amber"
      title={
        count === 0
          ? t`The browser of this device erased what was on it`
          : t`${plural(count, { one: '# result of this device is lost', other: '# results of this device are lost' })}`
      }
    >
      <ul className={css['losses']}>
        {device.losses.map((loss) => (
          <li key={`${loss.stream}.${loss.first}`}>
            <LossText name={device.name} loss={loss} timeZone={timeZone} />
          </li>
        ))}
        {erasures.map(({ since, until }) => (
          <li key={until}>
            {t`${name}: its browser erased what was on it ${hours(since, until)}. What was done on it in that time and not sent is lost; how much that is, nobody knows.`}
          </li>
        ))}
      </ul>
      <p>
        {t`The numbers count what was done on this device, in order. Ask who worked with it in those hours, and do those checks or marks once more.`}
      </p>
    </Banner>
  );
}

interface LossTextProps {
  readonly name: string;
  readonly loss: Loss;
  readonly timeZone: string | undefined;
}

function LossText({ name, loss, timeZone }: LossTextProps): string {
  const { t } = useLingui();
  const hours = useHours(timeZone)(loss.since, loss.until);
  const { first, last } = loss;
  const count = last - first + 1;
  return count === 1
    ? t`${name}: 1 result (number ${first}), made ${hours}, was erased by its browser before it was sent.`
    : t`${name}: ${count} results (numbers ${first} to ${last}), made ${hours}, were erased by its browser before they were sent.`;
}

/** "between 10:42 and 11:30 on Tuesday, 17 November 2026"; with both days where they differ. */
function useHours(timeZone: string | undefined): (since: number, until: number) => string {
  const { t } = useLingui();
  const { dayLong, time } = useFormatters(timeZone);
  return (since, until) => {
    const [from, to] = [time(since), time(until)];
    const [day, lastDay] = [dayLong(since), dayLong(until)];
    if (day !== lastDay) return t`between ${from} on ${day} and ${to} on ${lastDay}`;
    return from === to ? t`at ${from} on ${day}` : t`between ${from} and ${to} on ${day}`;
  };
}
