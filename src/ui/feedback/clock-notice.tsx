import { useLingui } from '@lingui/react/macro';
import { useDurations } from '../i18n/use-durations.ts';
import { Banner } from '../layout/banner.tsx';

export interface ClockNoticeProps {
  /** How far the clock of this device is ahead of the school's, ms; null where it was never measured. */
  readonly off: number | null;
}

/** Less than this is nobody's concern, ms. */
const TOLERANCE_MS = 2 * 60 * 1000;

/** The clock of this device is wrong: how far, and that no date suffers from it. */
export function ClockNotice({ off }: ClockNoticeProps) {
  const { t } = useLingui();
  const { length } = useDurations();
  if (off === null || Math.abs(off) <= TOLERANCE_MS) return null;
  const much = length(Math.abs(off));
  return (
    <Banner
      tone="amber"
      title={
        off > 0
          ? t`The clock of this device is ${much} fast`
          : t`The clock of this device is ${much} slow`
      }
    >
      {t`Results are dated by the school's clock. Set the date and the time of the device when you can.`}
    </Banner>
  );
}
