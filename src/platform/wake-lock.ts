/** Keeps the screen awake while work is on it (a check, an interview); asked for again when the page comes back. */

/** @returns the release. Where the browser has no wake lock, or refuses (low battery), the screen sleeps as usual. */
export function keepAwake(): () => void {
  let released = false;
  let sentinel: WakeLockSentinel | null = null;
  const ask = async (): Promise<void> => {
    if (released || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      sentinel = await navigator.wakeLock.request('screen');
      if (released) await sentinel.release();
    } catch {
      sentinel = null; // refused: nothing depends on it
    }
  };
  const onVisible = (): void => void ask();
  document.addEventListener('visibilitychange', onVisible);
  void ask();
  return () => {
    released = true;
    document.removeEventListener('visibilitychange', onVisible);
    void sentinel?.release();
  };
}
