/** Key in the second place that says that this browser was left on purpose: its cookie still names the device. */
export function leftMark(name: string): string {
  return `${name}.left`;
}
