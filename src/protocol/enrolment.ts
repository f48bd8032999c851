/**
 * How a browser becomes a device of the school: the first set-up, a staff sign-in, a class tablet's code, and the ways
 * back for a device that lost its cookie or its database.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { answerFields, NonceSchema } from './answer.ts';
import { parserOf } from './parser.ts';

const Name = Type.String({ minLength: 1, maxLength: 120 });
const Email = Type.String({ minLength: 3, maxLength: 200, pattern: '^[^\\s@]+@[^\\s@]+$' });
const Passphrase = Type.String({ minLength: 8, maxLength: 200 });
const Pin = Type.String({ pattern: '^[0-9]{4,6}$' });
const Language = Type.Union([Type.Literal('en'), Type.Literal('es')]);
/** Eight characters without look-alikes; dashes, spaces and case are the screen's business. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const Code = Type.String({ pattern: `^[${CODE_ALPHABET}]{8}$` });

/** A right with the key that events are signed with (base64url, 32 bytes). Travels once, when it is issued. */
export const IssuedGrantSchema = Type.Object({
  id: Type.String(),
  holder: Type.Union([
    Type.Literal('admin'),
    Type.Literal('principal'),
    Type.Literal('teacher'),
    Type.Literal('volunteer'),
    Type.Literal('class-tablet'),
  ]),
  member: Type.Union([Type.String(), Type.Null()]),
  scope: Type.Union([Type.Literal('school'), Type.Array(Type.String())]),
  until: Type.Union([Type.Number(), Type.Null()]),
  key: Type.String(),
});
export type IssuedGrant = Static<typeof IssuedGrantSchema>;

/** What a browser gets when it becomes a device, or signs a person in on one. The credential itself is an HttpOnly cookie. */
export const EnrolmentSchema = Type.Object({
  ...answerFields,
  device: Type.Object({
    id: Type.String(),
    kind: Type.Union([Type.Literal('staff'), Type.Literal('class-tablet')]),
    name: Type.String(),
  }),
  /** Proves this device when its cookie is gone (base64url, 32 bytes); kept as a key that cannot be read out. */
  deviceKey: Type.String(),
  school: Type.Object({
    id: Type.String(),
    name: Type.String(),
    timeZone: Type.String(),
    language: Language,
  }),
  grant: Type.Union([IssuedGrantSchema, Type.Null()]),
  /** The person who signed in, for the screen. */
  member: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
});
export type Enrolment = Static<typeof EnrolmentSchema>;
export const parseEnrolment = parserOf(EnrolmentSchema);

/** GET /api/hello?nonce: what an unknown browser may know. */
export const HelloSchema = Type.Object({
  ...answerFields,
  school: Type.Union([Type.Object({ name: Type.String(), language: Language }), Type.Null()]),
  publicUrl: Type.String(),
  /** Whether the cookie that came along names a device of the school. */
  device: Type.Union([
    Type.Object({
      id: Type.String(),
      kind: Type.Union([Type.Literal('staff'), Type.Literal('class-tablet')]),
    }),
    Type.Null(),
  ]),
});
export type Hello = Static<typeof HelloSchema>;
export const parseHello = parserOf(HelloSchema);

/** POST /api/setup: once, with the one-time token that the server printed. */
export const SetupRequestSchema = Type.Object({
  nonce: NonceSchema,
  token: Type.String({ maxLength: 80 }),
  school: Type.Object({
    name: Name,
    timeZone: Type.String({ minLength: 1, maxLength: 60 }),
    language: Language,
  }),
  member: Type.Object({ name: Name, email: Email, passphrase: Passphrase, pin: Pin }),
  deviceName: Name,
});
export type SetupRequest = Static<typeof SetupRequestSchema>;

/** The cookie names a device of the school, with a right or with one that ended, and the browser has nothing of it any more. */
const Erased = Type.Optional(Type.Boolean());

/** POST /api/sign-in: staff, online, once per device. The PIN is checked here and unlocks offline afterwards. */
export const SignInRequestSchema = Type.Object({
  nonce: NonceSchema,
  email: Email,
  passphrase: Passphrase,
  pin: Pin,
  deviceName: Name,
  erased: Erased,
});
export type SignInRequest = Static<typeof SignInRequestSchema>;

/** POST /api/enrol: a class tablet gives the code that a teacher shows. */
export const EnrolRequestSchema = Type.Object({
  nonce: NonceSchema,
  code: Code,
  deviceName: Name,
  erased: Erased,
});
export type EnrolRequest = Static<typeof EnrolRequestSchema>;

/** POST /api/join: a new member of staff uses an invitation and chooses a passphrase and a PIN. */
export const JoinRequestSchema = Type.Object({
  nonce: NonceSchema,
  code: Code,
  passphrase: Passphrase,
  pin: Pin,
  deviceName: Name,
  erased: Erased,
});
export type JoinRequest = Static<typeof JoinRequestSchema>;

/** POST /api/resume: the cookie lives, the database is gone. A class tablet gets a new grant; staff sign in again. */
export const ResumeRequestSchema = Type.Object({ nonce: NonceSchema });

/**
 * POST /api/renew: the database lives, the cookie is gone. `mac` = HMAC-SHA-256 under the device key of
 * `renew.<device>.<nonce>.<at>`; `at` = the server's clock as the device knows it from the last answer (GET /api/hello).
 */
export const RenewRequestSchema = Type.Object({
  nonce: NonceSchema,
  device: Type.String({ maxLength: 60 }),
  at: Type.Number(),
  mac: Type.String({ maxLength: 64 }),
});
export type RenewRequest = Static<typeof RenewRequestSchema>;
