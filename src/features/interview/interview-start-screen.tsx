/** Placeholder until this screen is there. */
export function InterviewStartScreen() {
  return null;
}
