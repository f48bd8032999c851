import { useEffect, useRef, type RefObject } from 'react';

/**
 * When the finger came down (or the key), ms on the monotonic clock of events. A busy tablet may get round to a tap much
 * later: what counts is what was on the screen when it was made. A click of assistive technology has no press before it.
 */
export function useInputTime(): RefObject<number> {
  const at = useRef(0);
  useEffect(() => {
    let pressing = false;
    const onPress = ({ timeStamp }: Event): void => {
      pressing = true;
      at.current = timeStamp;
    };
    const onClick = ({ timeStamp }: Event): void => {
      if (!pressing) at.current = timeStamp;
      pressing = false;
    };
    const onCancel = (): void => {
      pressing = false;
    };
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('keydown', onPress, true);
    document.addEventListener('click', onClick, true);
    document.addEventListener('pointercancel', onCancel, true);
    return () => {
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('keydown', onPress, true);
      document.removeEventListener('click', onClick, true);
      document.removeEventListener('pointercancel', onCancel, true);
    };
  }, []);
  return at;
}
