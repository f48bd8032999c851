/** The decisions that a new one replaces: those about an objective that no other decision has replaced. */
import { refToEvent, refToPlace } from '../changes/refs.ts';
import { addressKey, unpackDigests } from './digest.ts';
import type { ProgressBody } from '../model/documents.ts';
import type { Placed } from '../model/event.ts';

/**
 * Refs of the standing decisions. Progress knows an event only by its place; one that is still waiting on this device has
 * no place at the school yet and is named by its id.
 */
export function judgementHeads(
  body: ProgressBody | undefined,
  position: number,
  pending: readonly Placed[],
): readonly string[] {
  const digests = unpackDigests(body?.d ?? '');
  const own = digests.ok ? digests.value.filter((digest) => digest.position === position) : [];
  const replaced = new Set(
    own.flatMap(({ entry }) => (entry.type === 'judgement' ? entry.replaces.map(addressKey) : [])),
  );
  return own
    .filter((digest) => digest.entry.type === 'judgement' && !replaced.has(addressKey(digest)))
    .map((digest) => {
      const waiting = pending.find(
        ({ stream, slot }) => stream === digest.stream && slot === digest.slot,
      );
      return waiting === undefined ? refToPlace(digest) : refToEvent(waiting.event.id);
    });
}
