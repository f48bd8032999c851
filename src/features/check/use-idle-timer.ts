import { useEffect, useState } from 'react';

/** Nobody touched the tablet for so long: whoever comes next is somebody else (notes/ux.md 4, two minutes). */
export const HANDED_OVER_MS = 120_000;

/** Calls `onIdle` when nothing was touched for `ms`. */
export function useIdleTimer(ms: number, onIdle: () => void): void {
  const [touched, setTouched] = useState(0);
  useEffect(() => {
    const timer = setTimeout(onIdle, ms);
    const touch = (): void => setTouched((n) => n + 1);
    addEventListener('pointerdown', touch, { passive: true });
    addEventListener('keydown', touch, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('pointerdown', touch);
      removeEventListener('keydown', touch);
    };
  }, [ms, onIdle, touched]);
}
