/** Calls back when what React has just put on the page is painted, with the moment (monotonic ms). Gives the function that stops it. */
export function whenPainted(then: (at: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The frame callback runs before the paint, a task that it posts after it.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => then(performance.now()), 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
