/**
 * Refs of an event: what it targets or replaces. `event/<id>` names an event by its id; `slot/<stream>.<slot>` by its
 * place (short number of the stream, slot number), which is all that a progress document knows of it.
 */
import type { Address } from '../rules/evidence.ts';

export type Ref =
  | { readonly type: 'event'; readonly id: string }
  | { readonly type: 'slot'; readonly address: Address };

const SLOT = /^slot\/(\d{1,9})\.(\d{1,9})$/;

/** Undefined for anything else, a ref of a later version among it. */
export function parseRef(ref: string): Ref | undefined {
  if (ref.startsWith('event/')) return { type: 'event', id: ref.slice('event/'.length) };
  const [, stream, slot] = SLOT.exec(ref) ?? [];
  if (stream === undefined || slot === undefined) return undefined;
  return { type: 'slot', address: { stream: Number(stream), slot: Number(slot) } };
}

export function refToEvent(id: string): string {
  return `event/${id}`;
}

export function refToPlace({ stream, slot }: Address): string {
  return `slot/${stream}.${slot}`;
}
