/** Places where work is open that nothing may interrupt: a running check, an interview with a child. */
const AT_WORK = [/^\/student\/[^/]+\/check\//, /^\/groups\/[^/]+\/interview\/[^/]+\/[^/]+\/[^/]+/];

/** Whether an update has to wait at this address. */
export function isAtWork(path: string): boolean {
  return AT_WORK.some((place) => place.test(path));
}
