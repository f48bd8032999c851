/** A short tap that the hand feels, where the device can. Patterns in ms: on, off, on ... */
export function vibrate(pattern: number | readonly number[]): void {
  // A number is a pattern of one; the DOM type wants an array that may be written to.
  if ('vibrate' in navigator)
    navigator.vibrate(typeof pattern === 'number' ? pattern : [...pattern]);
}
