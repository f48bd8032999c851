/**
 * The overlay, kept between taps: the documents that differ from state because of own events that the server has not applied.
 * One more own event at the end is folded onto what is there; anything else folds again from state, so that the overlay
 * always lets go (PROTOCOL 10).
 */
import { overlay } from '#domain/changes/overlay.ts';
import type { Facts, Read } from '#domain/changes/world.ts';
import {
  keyOf,
  type AnyDocument,
  type BodyOf,
  type DocumentKind,
} from '#domain/model/documents.ts';
import type { AnyEvent, Placed } from '#domain/model/event.ts';

export interface Overlay {
  readonly documents: ReadonlyMap<string, AnyDocument>;
  readonly pending: readonly Placed<AnyEvent>[];
}

export const NO_OVERLAY: Overlay = { documents: new Map(), pending: [] };

type OverlayFacts = Omit<Facts, 'graded' | 'pack'>;

/**
 * @param before the last overlay, over the same state where `sameState`
 * @param read reads state alone
 */
export function nextOverlay(
  before: Overlay,
  sameState: boolean,
  read: Read,
  pending: readonly Placed<AnyEvent>[],
  facts: OverlayFacts,
): Overlay {
  const more = sameState ? addedTo(before.pending, pending) : null;
  if (more !== null && more.length === 0) return before;
  if (more === null)
    return { documents: settled(before.documents, overlay(read, pending, facts)), pending };
  const readBefore = <K extends DocumentKind>(
    kind: K,
    ...ids: readonly string[]
  ): BodyOf[K] | undefined => {
    const document = before.documents.get(keyOf(kind, ...ids));
    // A document is kept under a key that begins with its kind.
    return document === undefined ? read(kind, ...ids) : (document.body as BodyOf[K]);
  };
  const added = overlay(readBefore, more, facts);
  return {
    documents: settled(before.documents, new Map([...before.documents, ...added])),
    pending,
  };
}

/** What `after` has at its end beyond `before`; null where it is not just longer. */
function addedTo(
  before: readonly Placed[],
  after: readonly Placed[],
): readonly Placed<AnyEvent>[] | null {
  const begins = before.every(
    (placed, i) => after[i]?.event === placed.event && after[i]?.stream === placed.stream,
  );
  return begins ? after.slice(before.length) : null;
}

/** `after`, with the objects of `before` wherever they say the same: a row that did not change is not drawn again. */
function settled(
  before: ReadonlyMap<string, AnyDocument>,
  after: ReadonlyMap<string, AnyDocument>,
): ReadonlyMap<string, AnyDocument> {
  const result = new Map<string, AnyDocument>();
  for (const [key, document] of after) {
    const known = before.get(key);
    const unchanged =
      known !== undefined &&
      (known === document || JSON.stringify(known.body) === JSON.stringify(document.body));
    result.set(key, unchanged ? known : document);
  }
  return result;
}
