import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { useNow } from '#ui/i18n/use-now.ts';
import { schoolNow } from '#state/school-now.ts';

/** School time in ms, looked at again every minute. */
export function useSchoolNow(): number {
  const services = useServices();
  const now = useNow();
  useLive(services.safety, ({ clockOff }) => clockOff);
  return schoolNow(services, now);
}
