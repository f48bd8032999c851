import { useEffect, useRef } from 'react';

/** Nobody touched the tablet for so long: whoever comes next is somebody else (notes/ux.md 4, two minutes). */
export const HANDED_OVER_MS = 120_000;

/** Calls `onIdle` once nobody has touched the screen or a key for `ms`. */
export function useIdle(ms: number, onIdle: () => void): void {
  const latest = useRef(onIdle);
  useEffect(() => {
    latest.current = onIdle;
  });
  useEffect(() => {
    let timer = setTimeout(() => latest.current(), ms);
    const touched = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), ms);
    };
    addEventListener('pointerdown', touched, { passive: true });
    addEventListener('keydown', touched, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('pointerdown', touched);
      removeEventListener('keydown', touched);
    };
  }, [ms]);
}
