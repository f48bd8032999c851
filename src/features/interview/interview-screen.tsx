/** Placeholder until this screen is there. */
export function InterviewScreen() {
  return null;
}
