/**
 * The one fold: what an event does to the documents. The server runs it to derive state, a device runs it over its own
 * events that the server has not applied yet.
 */
import type { Bodies, Kind, Placed } from '../model/event.ts';
import { ATTEMPTS } from './apply-attempt.ts';
import { CHANGES } from './apply-change.ts';
import { ok } from '../kernel/result.ts';
import { isErased } from './aliases.ts';
import { idIn, type Effect, type Facts, type Read, type Reducer } from './world.ts';

const REDUCERS: { readonly [K in Kind]: Reducer<K> } = { ...CHANGES, ...ATTEMPTS };

/**
 * @returns the documents to write, or a fault: `missing` parks the event until what its detail names is there; any other
 * code holds it. Never throws for an event that was parsed; total over all kinds. What is about an erased student does
 * nothing, whenever it comes.
 */
export function applyEvent(placed: Placed, read: Read, facts: Facts): Effect {
  const student = idIn(placed.event.about, 'student');
  if (student !== undefined && isErased(read('student', student))) return ok([]);
  // The table pairs each kind with its reducer; the compiler cannot follow the pairing through a lookup by a union.
  const reducer = REDUCERS[placed.event.kind] as Reducer<keyof Bodies>;
  return reducer(placed, read, facts);
}
