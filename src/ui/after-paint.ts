/** Calls `work` once the browser has painted what was rendered before this call. In a hidden tab nothing is painted: then soon. */
export function afterPaint(work: () => void): void {
  if (document.visibilityState === 'hidden') {
    setTimeout(work, 0);
    return;
  }
  // A frame callback runs before its paint; a task queued inside it runs after.
  requestAnimationFrame(() => setTimeout(work, 0));
}
