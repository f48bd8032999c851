import { useState } from 'react';
import { useLingui } from '@lingui/react/macro';
import type { Fault } from '#domain/kernel/result.ts';
import { useServices } from '#data/services-context.tsx';
import { Button } from '#ui/controls/button.tsx';
import { FaultMessage } from '#ui/feedback/fault-message.tsx';
import { Dialog } from '#ui/layout/dialog.tsx';
import type { Device } from './device-order.ts';

export interface DeviceRightsProps {
  readonly device: Device;
  /** The rights were changed: the list is out of date. */
  readonly onChanged: () => void;
}

/** A device was lost, or found again. Asks first, and says what happens to what is on it. */
export function DeviceRights({ device, onChanged }: DeviceRightsProps) {
  const { t } = useLingui();
  const { staff } = useServices();
  const [isOpen, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const ended = device.endedAt !== null;
  const { name } = device;

  const change = async () => {
    // Not disabled meanwhile: it would lose the focus.
    if (busy) return;
    setBusy(true);
    setFault(null);
    const result = await (ended ? staff.returnDevice(device.id) : staff.endDevice(device.id));
    setBusy(false);
    if (!result.ok) {
      setFault(result.error);
      return;
    }
    setOpen(false);
    onChanged();
  };
  return (
    <>
      <Button
        kind="quiet"
        aria-label={ended ? t`It was found again: ${name}` : t`This device is lost: ${name}`}
        onPress={() => {
          setFault(null);
          setOpen(true);
        }}
      >
        {ended ? t`It was found again` : t`This device is lost`}
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        role="alertdialog"
        title={ended ? t`Was ${name} found again?` : t`Is ${name} lost?`}
        actions={
          <>
            <Button kind={ended ? 'primary' : 'danger'} onPress={() => void change()}>
              {busy ? t`One moment` : ended ? t`Give its rights back` : t`End its rights`}
            </Button>
            <Button onPress={() => setOpen(false)}>{t`Leave it as it is`}</Button>
          </>
        }
      >
        <Explanation ended={ended} waiting={device.waiting} />
        <FaultMessage fault={fault} />
      </Dialog>
    </>
  );
}

function Explanation({ ended, waiting }: { readonly ended: boolean; readonly waiting: number }) {
  const { t } = useLingui();
  if (ended) {
    return (
      <p>{t`It can be used again at once. What it still holds is sent as soon as it has a network.`}</p>
    );
  }
  return (
    <>
      <p>{t`From now on nothing new that is done on it counts, and it gets no more names or results. Nothing on it is erased.`}</p>
      <p>
        {waiting === 0
          ? t`As far as the school knows, no result waits on it. You can give its rights back at any time.`
          : t`Results still wait on it. They are not lost by this: they are sent when it is found and switched on near the network. You can give its rights back at any time.`}
      </p>
    </>
  );
}
