/** POST /api/events: events as they are on the device, in any order, as often as one likes. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { answerFields, ClockSchema, NonceSchema } from './answer.ts';
import { EventRowSchema } from './event.ts';
import { LedgerEntrySchema } from './ledger.ts';
import { LIMITS } from './limits.ts';
import { parserOf } from './parser.ts';

export const PushRequestSchema = Type.Object({
  nonce: NonceSchema,
  clock: ClockSchema,
  events: Type.Array(EventRowSchema, { minItems: 1, maxItems: LIMITS.pushEvents }),
});

/**
 * stored: new here. duplicate: same id and bytes were here. held: kept, not counted, shown to a teacher. refused: not an
 * event at all, or over the cap of held ones; the slot is accounted for.
 */
export const PushResultSchema = Type.Object({
  slot: Type.String(),
  id: Type.String(),
  outcome: Type.Union([
    Type.Literal('stored'),
    Type.Literal('duplicate'),
    Type.Literal('held'),
    Type.Literal('refused'),
  ]),
  code: Type.Optional(Type.String()),
});
export type PushResult = Static<typeof PushResultSchema>;

export const PushAnswerSchema = Type.Object({
  ...answerFields,
  /** Number of the newest stored event: with `epoch` it is what an acknowledgement remembers. */
  receipt: Type.Integer({ minimum: 0 }),
  results: Type.Array(PushResultSchema),
  ledger: Type.Array(LedgerEntrySchema),
});
export type PushAnswer = Static<typeof PushAnswerSchema>;
export const parsePushAnswer = parserOf(PushAnswerSchema);
