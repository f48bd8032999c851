import type { Outcome } from '#platform/network.ts';

/** The server is there and well, and asked to come again later: `busy` for all, `too-many` for this device. */
export function isBusy({ code }: Extract<Outcome<unknown>, { type: 'refusal' }>): boolean {
  return code === 'busy' || code === 'too-many';
}
