import type { ReactNode } from 'react';
import CircleAlert from 'lucide-react/icons/circle-exclamation-point';
import Laptop from 'lucide-react/icons/laptop';
import Tablet from 'lucide-react/icons/tablet';
import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { asId, type GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useFormatters } from '#ui/i18n/use-formatters.ts';
import { DeviceLosses } from './device-losses.tsx';
import type { Device } from './device-order.ts';
import { DeviceRights } from './device-rights.tsx';
import css from './devices.module.css';
import type { DeviceFact } from './use-device-facts.ts';

export interface DeviceRowProps {
  readonly device: Device;
  readonly facts: readonly DeviceFact[];
  /** It is the device of this screen: it is not lost. */
  readonly isThis: boolean;
  readonly timeZone: string | undefined;
  readonly onChanged: () => void;
}

/** One device: what it is, what it said of itself, and what was lost on it. */
export function DeviceRow({ device, facts, isThis, timeZone, onChanged }: DeviceRowProps) {
  const { t } = useLingui();
  const Icon = device.kind === 'class-tablet' ? Tablet : Laptop;
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
        {isThis ? null : (
          <div className={css['rights']}>
            <DeviceRights device={device} onChanged={onChanged} />
          </div>
        )}
      </div>
      <ul className={css['facts']}>
        {facts.map(({ id, tone, text }) => (
          <li key={id} className={css[tone]}>
            <FactIcon tone={tone} />
            <span>{text}</span>
          </li>
        ))}
        <HeldLink count={device.held} />
      </ul>
      <div className={css['whole']}>
        <DeviceLosses device={device} timeZone={timeZone} />
      </div>
    </li>
  );
}

function FactIcon({ tone }: Pick<DeviceFact, 'tone'>): ReactNode {
  if (tone === 'amber') return <CircleAlert aria-hidden />;
  return tone === 'red' ? <TriangleAlert aria-hidden /> : null;
}

function DeviceKind({ device }: { readonly device: Device }): string {
  const { t } = useLingui();
  const { list } = useFormatters();
  const snapshot = useLive(useServices().snapshot);
  if (device.kind === 'staff') return t`Device of staff`;
  const names = device.groups.flatMap((id) => snapshot.group(asId<GroupId>(id))?.name ?? []);
  return names.length === 0 ? t`Class tablet` : t`Class tablet of ${list(names)}`;
}

function HeldLink({ count }: { readonly count: number }) {
  const { t } = useLingui();
  if (count === 0) return null;
  return (
    <li className={css['amber']}>
      <CircleAlert aria-hidden />
      <Link href="/devices/held" className={css['held'] ?? ''}>
        {t`${plural(count, { one: '# entry of it does not count yet', other: '# entries of it do not count yet' })}`}
      </Link>
    </li>
  );
}
