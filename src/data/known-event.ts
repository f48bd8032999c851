/** What can be asked about one event beyond what state says of it. */
import type { Fault } from '#domain/kernel/result.ts';
import type { AnyEvent } from '#domain/model/event.ts';
import type { Address } from '#domain/rules/evidence.ts';

/** An event with everything it says. */
export interface KnownEvent {
  readonly address: Address;
  readonly event: AnyEvent;
  /** Name of the device that brought it; null: it was made here. */
  readonly device: string | null;
}

/**
 * Attempts, and what set them aside, by their places: this device's own from local storage, and with `everywhere` the others asked
 * of the school. What was had once is remembered until the page closes, in memory alone. `missing`: why some are not here
 * (`storage`, `unreachable`, `locked` ...); null where all are that can be asked for.
 */
export type OpenEvents = (
  places: readonly Address[],
  from: 'here' | 'everywhere',
) => Promise<{
  readonly events: readonly KnownEvent[];
  readonly missing: Fault | null;
}>;
