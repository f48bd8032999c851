/**
 * The overlay: what a screen shows is state + this device's events that the server has not applied yet (PROTOCOL 10),
 * folded by the same reducers as on the server.
 */
import type { AnyDocument, BodyOf, DocumentKind } from '../model/documents.ts';
import { keyOf } from '../model/documents.ts';
import type { AnyEvent, Placed } from '../model/event.ts';
import { applyEvent } from './apply-event.ts';
import type { Facts, Read } from './world.ts';

/**
 * @param pending own events above `applied`, in the order of their slots
 * @returns the documents that differ from state, by key. An event that cannot be applied here (its target has not come, the
 * device is too old for it) shows nothing: it is safe in the outbox, and the server will say what became of it.
 */
export function overlay(
  read: Read,
  pending: readonly Placed[],
  facts: Omit<Facts, 'graded' | 'pack'>,
): ReadonlyMap<string, AnyDocument> {
  const above = new Map<string, AnyDocument>();
  const readAbove = <K extends DocumentKind>(
    kind: K,
    ...ids: readonly string[]
  ): BodyOf[K] | undefined => {
    const document = above.get(keyOf(kind, ...ids));
    // A document is kept under a key that begins with its kind.
    return document === undefined ? read(kind, ...ids) : (document.body as BodyOf[K]);
  };
  for (const placed of pending) {
    const { event } = placed;
    const graded = claimedBy(event);
    const effect = applyEvent(placed, readAbove, {
      ...facts,
      ...(graded === undefined ? {} : { graded }),
    });
    if (effect.ok) for (const document of effect.value) above.set(document.key, document);
  }
  return above;
}

/** The device's own grading: believed here and nowhere else. */
function claimedBy(event: AnyEvent): Facts['graded'] {
  if (event.kind === 'check') return { ...event.body.claim, identities: [] };
  if (event.kind !== 'paper.result') return undefined;
  const { of, wrong } = event.body;
  return { correct: of - wrong.length, of, identities: [] };
}
