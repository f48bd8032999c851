/** Placeholder until this screen is there. */
export function EnrolScreen() {
  return null;
}
