/** Placeholder until this screen is there. */
export function OverviewScreen() {
  return null;
}
