/** What the server answers to the staff action `attempts`: the events that stand in the places asked for (SPEC G6). */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { answerFields } from './answer.ts';
import { LIMITS } from './limits.ts';
import { parserOf } from './parser.ts';

/** Where an event stands, as digests in progress name it: short number of its stream, and its slot there. */
export const PlaceSchema = Type.Object({
  stream: Type.Integer({ minimum: 0 }),
  slot: Type.Integer({ minimum: 1 }),
});

/** Places where nothing stands that this person may read are left out. */
export const AttemptsAnswerSchema = Type.Object({
  ...answerFields,
  events: Type.Array(
    Type.Object({
      ...PlaceSchema.properties,
      /** Name of the device that brought it. */
      device: Type.String(),
      /** The event, byte for byte. */
      text: Type.String({ maxLength: LIMITS.eventText }),
    }),
  ),
});
export type AttemptsAnswer = Static<typeof AttemptsAnswerSchema>;
export const parseAttemptsAnswer = parserOf(AttemptsAnswerSchema);
