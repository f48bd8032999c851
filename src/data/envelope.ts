/** Puts an envelope around a new event: the exact text that is stored, signed and sent, and never written again. */
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import { utf8Bytes } from '#domain/kernel/utf8.ts';
import { asId, type EventId, type GrantId } from '#domain/model/ids.ts';
import type { AnyEvent, Author } from '#domain/model/event.ts';
import { KINDS } from '#protocol/kinds.ts';
import { LIMITS } from '#protocol/limits.ts';
import { ENVELOPE_VERSION } from '#protocol/version.ts';
import type { Clock } from '#platform/clock.ts';
import { randomId } from '#platform/ids.ts';
import type { NewEvent } from './services.ts';

/** Who signs, and for whom. */
export interface Signer {
  readonly grant: string;
  /** The author where the event names none. */
  readonly author: Author | null;
  readonly mac: (text: string) => Promise<string>;
}

export interface EnvelopeFacts {
  readonly clock: Clock;
  readonly app: string;
  readonly school: string;
  /** `<epoch>.<seq>` of the state on screen. */
  readonly seen: string;
}

/** @param sealed the note, already encrypted, or "" */
export function makeEvent(
  event: NewEvent,
  signer: Signer,
  facts: EnvelopeFacts,
  sealed: string,
): Result<AnyEvent, Fault> {
  const by = event.by ?? signer.author;
  if (by === null) return err({ code: 'locked' });
  const { clock } = facts;
  // Kind and body were matched by `NewEvent`; the compiler cannot follow the pair through a spread.
  return ok({
    v: ENVELOPE_VERSION,
    id: event.id ?? asId<EventId>(randomId()),
    type: KINDS[event.kind].type,
    kind: event.kind,
    kv: KINDS[event.kind].version,
    school: facts.school,
    about: event.about,
    by,
    grant: asId<GrantId>(signer.grant),
    refs: event.refs ?? [],
    at: clock.wall(),
    mono: clock.mono(),
    boot: clock.boot,
    skew: clock.skew(),
    seen: facts.seen,
    app: facts.app,
    body: event.body,
    sealed,
  } as AnyEvent);
}

/** The text of an event; fault `too-large`. Keys in the order of PROTOCOL 1, `v` first. */
export function textOf(event: AnyEvent): Result<string, Fault> {
  const text = JSON.stringify(event);
  // A quick look first: only a text near the limit is measured in bytes.
  const large = text.length > LIMITS.eventText / 3 && utf8Bytes(text).length > LIMITS.eventText;
  return large ? err({ code: 'too-large', detail: String(text.length) }) : ok(text);
}
