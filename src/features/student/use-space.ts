import { useLayoutEffect, useState } from 'react';
import type { Space } from './tile-layout.ts';

/** The space an element has, kept up to date; null before it was measured. Put `ref` on the element. */
export function useSpace(): {
  readonly ref: (element: HTMLElement | null) => void;
  readonly space: Space | null;
} {
  const [element, ref] = useState<HTMLElement | null>(null);
  const [space, setSpace] = useState<Space | null>(null);
  useLayoutEffect(() => {
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSpace((old) =>
        old?.width === width && old.height === height && old.rem === rem
          ? old
          : { width, height, rem },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return { ref, space };
}
