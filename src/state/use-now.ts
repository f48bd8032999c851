import { useEffect, useState } from 'react';

/** The wall clock in ms, looked at again every minute (or as often as asked): dates on the screen do not grow stale. */
export function useNow(everyMs = 60_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
