/** The answer to the staff action `presence`: who of a group works at which question, as the devices last said. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { answerFields } from './answer.ts';
import { parserOf } from './parser.ts';
import { PresentCheckSchema } from './presence.ts';

export const PresenceListSchema = Type.Object({
  ...answerFields,
  checks: Type.Array(
    Type.Object({
      ...PresentCheckSchema.properties,
      /** When the device said so, ms of server time. */
      heardAt: Type.Number(),
    }),
  ),
});
export type PresenceList = Static<typeof PresenceListSchema>;
export const parsePresenceList = parserOf(PresenceListSchema);
