/** Getting the credential back, once for all who miss it at the same time. */
import type { Fault, Result } from '#domain/kernel/result.ts';

/** An answer of so little age counts for who asks again: two loops notice a missing cookie together. */
const FRESH_MS = 5000;

/** @param now a clock that never jumps, ms */
export function createRenewal(
  renew: () => Promise<Result<void, Fault>>,
  now: () => number,
): () => Promise<boolean> {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  return () => {
    if (last === null || now() - last.at > FRESH_MS)
      last = { at: now(), answer: renew().then(({ ok }) => ok) };
    return last.answer;
  };
}
