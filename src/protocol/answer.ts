/** What every answer of the server carries, and the body of a coded refusal. Anything else is not an answer. */
import * as Type from 'typebox';
import type { Static } from 'typebox';

export const NonceSchema = Type.String({ pattern: '^[A-Za-z0-9_-]{8,40}$' });

/** Echo of the request's nonce, the server's epoch, its clock in ms and its newest state number. */
export const answerFields = {
  nonce: NonceSchema,
  epoch: Type.String({ maxLength: 40 }),
  now: Type.Number(),
  seq: Type.Integer({ minimum: 0 }),
};

/** The device's clocks at the moment of asking: wall clock in ms, ms since page load, page-load id. */
export const ClockSchema = Type.Object({
  wall: Type.Number(),
  mono: Type.Number(),
  boot: Type.String({ maxLength: 60 }),
});
export type DeviceClock = Static<typeof ClockSchema>;

/** A 4xx or 5xx: a code for programs, the path of the fault where there is one. Words are the screen's business. */
export const RefusalSchema = Type.Object({
  error: Type.Object({ code: Type.String(), path: Type.Optional(Type.String()) }),
});
