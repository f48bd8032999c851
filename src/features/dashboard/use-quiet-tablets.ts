import { useEffect, useState } from 'react';
import type { GroupId } from '#domain/model/ids.ts';
import { useServices } from '#data/services-context.tsx';
import type { DevicesAnswer } from '#protocol/staff-request.ts';
import { isQuietTablet } from '#state/quiet-tablet.ts';

const ASK_AGAIN_MS = 60 * 1000;

/** The last answer, kept between screens: a dashboard that is opened again says at once what is known. */
let known: { readonly answer: DevicesAnswer; readonly at: number } | null = null;

/** Names of the class tablets of a group that the school has not heard from for a day. Offline: as last known. */
export function useQuietTablets(group: GroupId): readonly string[] {
  const { staff } = useServices();
  const [answer, setAnswer] = useState(known?.answer ?? null);
  useEffect(() => {
    if (known !== null && Date.now() - known.at < ASK_AGAIN_MS) return;
    let gone = false;
    void staff.devices().then((asked) => {
      if (!asked.ok) return;
      known = { answer: asked.value, at: Date.now() };
      if (!gone) setAnswer(asked.value);
    });
    return () => {
      gone = true;
    };
  }, [staff]);
  if (answer === null) return [];
  const { devices, now } = answer;
  return devices
    .filter((device) => device.groups.includes(group) && isQuietTablet(device, now))
    .map(({ name }) => name);
}
