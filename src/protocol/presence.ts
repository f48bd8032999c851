/**
 * POST /api/presence: what runs on a device right now, for whoever watches a class at work. Never an event, never stored: the
 * server keeps the latest word of a device in memory for a minute. A message replaces the one before; an empty one says that
 * nothing runs. Nothing in it says whether an answer is right.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { answerFields, NonceSchema } from './answer.ts';
import { LIMITS } from './limits.ts';
import { parserOf } from './parser.ts';

const Id = Type.String({ minLength: 1, maxLength: 80 });
const Place = Type.Integer({ minimum: 1, maximum: 50 });

/** One child at one check. */
export const PresentCheckSchema = Type.Object({
  student: Id,
  course: Id,
  objective: Id,
  /** The question on screen, from 1; one more than `of` while the child looks over. */
  place: Type.Integer({ minimum: 1, maximum: 51 }),
  of: Place,
  /** Places that have an answer. */
  answered: Type.Array(Place, { maxItems: 50 }),
  state: Type.Union([Type.Literal('working'), Type.Literal('paused'), Type.Literal('handed-in')]),
});
export type PresentCheck = Static<typeof PresentCheckSchema>;

export const PresenceRequestSchema = Type.Object({
  nonce: NonceSchema,
  checks: Type.Array(PresentCheckSchema, { maxItems: LIMITS.presentChecks }),
});

export const PresenceAnswerSchema = Type.Object({ ...answerFields });
export type PresenceAnswer = Static<typeof PresenceAnswerSchema>;
export const parsePresenceAnswer = parserOf(PresenceAnswerSchema);
