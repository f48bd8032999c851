/** Placeholder until this screen is there. */
export function CheckScreen() {
  return null;
}
