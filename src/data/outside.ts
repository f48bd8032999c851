import type { SecondPlace } from '#platform/second-place.ts';
import type { PokeSource } from './pokes.ts';

/** What tests put in place of the browser's own. */
export interface Outside {
  /** Name of the database; each simulated device has its own. */
  readonly name?: string;
  readonly fetcher?: typeof fetch;
  /** null: no server-sent events. */
  readonly openPokes?: ((url: string) => PokeSource) | null;
  /** Whether other tabs can exist. */
  readonly multiTab?: boolean;
  /** Where events go that the database does not take; left out, the browser's `localStorage`. */
  readonly secondPlace?: SecondPlace;
  /** How long without a tap sync waits, ms. */
  readonly quietMs?: number;
}
