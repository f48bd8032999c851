import { useId } from 'react';
import { useLingui } from '@lingui/react/macro';
import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { deviceShelves, type Device, type Shelf } from './device-order.ts';
import { DeviceRow } from './device-row.tsx';
import css from './devices.module.css';
import { useDeviceFacts } from './use-device-facts.ts';

export interface DeviceListProps {
  readonly devices: readonly Device[];
  /** Server time of the list, ms. */
  readonly now: number;
  readonly onChanged: () => void;
}

const ORDER: readonly Shelf[] = ['quiet', 'heard', 'ended'];

/** Devices by how long they were silent, those that somebody has to look at first. */
export function DeviceList({ devices, now, onChanged }: DeviceListProps) {
  const { t } = useLingui();
  const shelves = deviceShelves(devices, now);
  const titles: Readonly<Record<Shelf, string>> = {
    quiet: t`Not heard from for a day`,
    heard: t`Heard from in the last day`,
    ended: t`Lost or given back`,
  };
  return ORDER.filter((shelf) => shelves[shelf].length > 0).map((shelf) => (
    <ShelfOf
      key={shelf}
      title={titles[shelf]}
      devices={shelves[shelf]}
      now={now}
      onChanged={onChanged}
    />
  ));
}

function ShelfOf({ title, devices, now, onChanged }: DeviceListProps & { readonly title: string }) {
  const id = useId();
  const session = useLive(useServices().session.current);
  const own = 'device' in session ? session.device.id : null;
  const timeZone = 'school' in session ? session.school.timeZone : undefined;
  const factsOf = useDeviceFacts(now, timeZone);
  return (
    <section aria-labelledby={id} className={css['shelf']}>
      <h3 id={id}>{title}</h3>
      <ul className={css['devices']} aria-labelledby={id}>
        {devices.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            facts={factsOf(device)}
            isThis={device.id === own}
            timeZone={timeZone}
            onChanged={onChanged}
          />
        ))}
      </ul>
    </section>
  );
}
