/** Placeholder until this screen is there. */
export function ObjectiveBoardScreen() {
  return null;
}
