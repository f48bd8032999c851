import { Laptop, Tablet } from 'lucide-react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { ThisDevice } from '#data/services.ts';
import { useLive } from '#data/use-live.ts';
import { useDurations } from '#ui/i18n/use-durations.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { clockError, deviceOrder, isQuiet, type Device } from './device-order.ts';
import css from './devices.module.css';

export interface DeviceListProps {
  readonly devices: readonly Device[];
  /** Server time of the list, ms. */
  readonly now: number;
}

/** Devices, those that somebody has to look at first. */
export function DeviceList({ devices, now }: DeviceListProps) {
  const { t } = useLingui();
  const session = useLive(useServices().session.current);
  const own: ThisDevice | null = 'device' in session ? session.device : null;
  return (
    <ul className={css['devices']} aria-label={t`Devices of the school`}>
      {deviceOrder(devices, now).map((device) => (
        <DeviceRow key={device.id} device={device} now={now} isThis={device.id === own?.id} />
      ))}
    </ul>
  );
}

interface DeviceRowProps {
  readonly device: Device;
  readonly now: number;
  readonly isThis: boolean;
}

function DeviceRow({ device, now, isThis }: DeviceRowProps) {
  const { t } = useLingui();
  const { ago } = useDurations();
  const Icon = device.kind === 'class-tablet' ? Tablet : Laptop;
  const heard = ago(now - device.lastHeard);
  return (
    <li className={css['device']}>
      <Icon aria-hidden className={css['icon']} />
      <div className={css['words']}>
        <strong className={css['name']}>
          {isThis ? t`${device.name} (this device)` : device.name}
        </strong>
        <span className="soft">
          <DeviceKind device={device} />
        </span>
      </div>
      <div className={css['words']}>
        <span
          className={isQuiet(device, now) ? css['alert'] : undefined}
        >{t`Last heard ${heard}`}</span>
        <Waiting count={device.waiting} />
        <Clock device={device} />
        {device.app === '' ? null : <span className="soft">{t`Version ${device.app}`}</span>}
      </div>
    </li>
  );
}

function DeviceKind({ device }: { readonly device: Device }): string {
  const { t } = useLingui();
  const { list } = useFormatters();
  const snapshot = useLive(useServices().snapshot);
  if (device.kind === 'staff') return t`Device of staff`;
  const names = device.groups.flatMap((id) => snapshot.group(asId<GroupId>(id))?.name ?? []);
  return names.length === 0 ? t`Class tablet` : t`Class tablet of ${list(names)}`;
}

function Waiting({ count }: { readonly count: number }) {
  const { t } = useLingui();
  if (count === 0) return <span>{t`Nothing waits on it`}</span>;
  return (
    <span className={css['alert']}>
      {t`${plural(count, { one: '# result waits on it', other: '# results wait on it' })}`}
    </span>
  );
}

function Clock({ device }: { readonly device: Device }) {
  const { t } = useLingui();
  const { length } = useDurations();
  const error = clockError(device);
  if (error === 0) return null;
  const much = length(Math.abs(error));
  return (
    <span className={css['alert']}>
      {error > 0 ? t`Its clock is ${much} fast` : t`Its clock is ${much} slow`}
    </span>
  );
}
