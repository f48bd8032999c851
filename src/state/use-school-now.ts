import { useServices } from '#data/services-context.tsx';
import { useLive } from '#data/use-live.ts';
import { schoolNow } from './school-now.ts';
import { useNow } from './use-now.ts';

/** School time in ms, looked at again every minute. */
export function useSchoolNow(): number {
  const services = useServices();
  const now = useNow();
  useLive(services.safety, ({ clockOff }) => clockOff);
  return schoolNow(services, now);
}
