/** Throws when an invariant does not hold: a bug, never bad input (that is a `Result`). */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}

/** Ends a switch over a union, so that a new member does not compile until it is handled. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable value: ${JSON.stringify(value)}`);
}
