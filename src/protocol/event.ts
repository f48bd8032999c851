/**
 * An event as it is stored and sent: a row of four strings whose `text` never changes by a byte (PROTOCOL 1), and the
 * envelope that the text holds.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { AnyEvent } from '#domain/model/event.ts';
import { bodyParserOf } from './bodies.ts';
import { LIMITS } from './limits.ts';
import { parseJson } from './json.ts';
import { parserOf } from './parser.ts';
import { ENVELOPE_VERSION } from './version.ts';

export const IdSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' });

/** A document of the client's collection `events`, and an element of a push. */
export const EventRowSchema = Type.Object(
  {
    slot: Type.String({ maxLength: 60 }),
    id: IdSchema,
    text: Type.String({ maxLength: LIMITS.eventText }),
    mac: Type.String({ maxLength: 64 }),
  },
  { additionalProperties: false },
);
export type EventRow = Static<typeof EventRowSchema>;

const Short = (max: number) => Type.String({ maxLength: max });

/** What every reader of every version can rely on. Later versions may add fields; these stay. */
export const EnvelopeSchema = Type.Object({
  v: Type.Integer({ minimum: 1 }),
  id: IdSchema,
  type: Type.Union([Type.Literal('attempt'), Type.Literal('change')]),
  kind: Type.String({ pattern: '^[a-z][a-z0-9.-]{1,39}$' }),
  kv: Type.Integer({ minimum: 1 }),
  school: Short(60),
  about: Short(120),
  by: Short(80),
  grant: Short(60),
  refs: Type.Array(Short(120), { maxItems: 100 }),
  at: Type.Number(),
  mono: Type.Number(),
  boot: Short(60),
  skew: Type.Union([Type.Number(), Type.Null()]),
  seen: Short(80),
  app: Short(60),
  body: Type.Unknown(),
  sealed: Short(LIMITS.eventText),
});
export type Envelope = Static<typeof EnvelopeSchema>;

const parseEnvelopeValue = parserOf(EnvelopeSchema, 'bad-envelope');

/** The envelope of a text of any version, body unread. Faults: `not-json`, `bad-envelope` with the path. */
export function parseEnvelope(text: string): Result<Envelope, Fault> {
  const json = parseJson(text);
  return json.ok ? parseEnvelopeValue(json.value) : json;
}

/**
 * The envelope with its body read as this version knows it. Faults, for which an event is held and not refused:
 * `unknown-envelope`, `unknown-kind`, `unknown-version`, `bad-body` with the path.
 */
export function readEvent(envelope: Envelope): Result<AnyEvent, Fault> {
  if (envelope.v > ENVELOPE_VERSION)
    return err({ code: 'unknown-envelope', detail: String(envelope.v) });
  const parse = bodyParserOf(envelope.kind, envelope.kv);
  if (!parse.ok) return parse;
  const body = parse.value.parse(envelope.body);
  if (!body.ok) return body;
  if (parse.value.type !== envelope.type) return err({ code: 'bad-body', path: '/type' });
  // kind and body were matched through one table above; the compiler cannot follow a lookup by string.
  return ok({ ...envelope, body: body.value } as unknown as AnyEvent);
}
