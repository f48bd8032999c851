/**
 * What staff ask of the server directly, online: class-tablet codes, invitations, the list of devices. `text` is the JSON of
 * one action, `mac` its HMAC-SHA-256 under the key of the staff grant, so that a cookie alone (a locked class tablet)
 * can ask for nothing. One route: POST /api/staff.
 */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { answerFields, NonceSchema } from './answer.ts';
import { PlaceSchema } from './attempts-answer.ts';
import { StorageReportSchema } from './ledger.ts';
import { LIMITS } from './limits.ts';
import { parserOf } from './parser.ts';

export const StaffRequestSchema = Type.Object({
  nonce: NonceSchema,
  grant: Type.String({ maxLength: 60 }),
  text: Type.String({ maxLength: 8000 }),
  mac: Type.String({ maxLength: 64 }),
});
export type StaffRequest = Static<typeof StaffRequestSchema>;

const Role = Type.Union([
  Type.Literal('admin'),
  Type.Literal('principal'),
  Type.Literal('teacher'),
  Type.Literal('volunteer'),
]);

/** `nonce` inside the signed text must equal the outer one, `now` is the server's clock as the device knows it: no replays. */
const signed = { nonce: NonceSchema, now: Type.Number() };

export const StaffActionSchema = Type.Union([
  /** A code for a class tablet of these groups; runs out after 15 minutes. */
  Type.Object({
    ...signed,
    action: Type.Literal('tablet-code'),
    groups: Type.Array(Type.String(), { minItems: 1, maxItems: 20 }),
  }),
  /** An invitation for a colleague; runs out after 7 days. The member's events (member.add, group.staff) are appended by the server. */
  Type.Object({
    ...signed,
    action: Type.Literal('invite'),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    email: Type.String({ minLength: 3, maxLength: 200, pattern: '^[^\\s@]+@[^\\s@]+$' }),
    role: Role,
    groups: Type.Array(Type.String(), { maxItems: 100 }),
  }),
  Type.Object({ ...signed, action: Type.Literal('devices') }),
  /** A lost device, or one that was given back: its rights end; what it still holds can be carried to the school all the same. */
  Type.Object({
    ...signed,
    action: Type.Literal('end-device'),
    device: Type.String({ maxLength: 60 }),
  }),
  /** It was found again: its rights live again. */
  Type.Object({
    ...signed,
    action: Type.Literal('return-device'),
    device: Type.String({ maxLength: 60 }),
  }),
  /** Events that are kept and not counted, of the devices and students in reach; `after`: older than the last of another answer. */
  Type.Object({
    ...signed,
    action: Type.Literal('held'),
    after: Type.Optional(Type.Object({ receivedAt: Type.Number(), id: Type.String() })),
  }),
  /** Courses that can be chosen. */
  Type.Object({ ...signed, action: Type.Literal('catalog') }),
  /** Who of a group works at which question right now (presence.ts). */
  Type.Object({
    ...signed,
    action: Type.Literal('presence'),
    group: Type.String({ maxLength: 80 }),
  }),
  /** Attempts with everything they say, and what set them aside: by place, as progress names them (`attempts-answer.ts`). */
  Type.Object({
    ...signed,
    action: Type.Literal('attempts'),
    places: Type.Array(PlaceSchema, { minItems: 1, maxItems: LIMITS.attemptPlaces }),
  }),
]);
export type StaffAction = Static<typeof StaffActionSchema>;
export const parseStaffAction = parserOf(StaffActionSchema);

/** An event that is kept and not counted. `text` is the event itself, for the export; `code` says why. */
export const HeldAnswerSchema = Type.Object({
  ...answerFields,
  events: Type.Array(
    Type.Object({
      id: Type.String(),
      state: Type.Union([Type.Literal('held'), Type.Literal('parked'), Type.Literal('refused')]),
      code: Type.String(),
      kind: Type.String(),
      about: Type.String(),
      by: Type.String(),
      /** The device that carried it. */
      device: Type.String(),
      deviceName: Type.String(),
      /** When it happened and when it came, ms of server time. */
      moment: Type.Number(),
      receivedAt: Type.Number(),
      text: Type.String(),
    }),
  ),
  /** There are more than are listed. */
  more: Type.Boolean(),
});
export type HeldAnswer = Static<typeof HeldAnswerSchema>;
export const parseHeldAnswer = parserOf(HeldAnswerSchema);

/** The answer where there is nothing to say but that it was done. */
export const DoneAnswerSchema = Type.Object({ ...answerFields, done: Type.Literal(true) });
export type DoneAnswer = Static<typeof DoneAnswerSchema>;
export const parseDoneAnswer = parserOf(DoneAnswerSchema);

const Localized = Type.Object({ en: Type.String(), es: Type.String() });

export const CodeAnswerSchema = Type.Object({
  ...answerFields,
  code: Type.String(),
  /** The address that the QR code holds: the school's public URL with the code. */
  url: Type.String(),
  /** When the code runs out, ms of server time. */
  until: Type.Number(),
});
export type CodeAnswer = Static<typeof CodeAnswerSchema>;
export const parseCodeAnswer = parserOf(CodeAnswerSchema);

export const DevicesAnswerSchema = Type.Object({
  ...answerFields,
  /** Whether everything that the server answered for is on a second disk as well. */
  secondCopy: Type.Boolean(),
  devices: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.Union([Type.Literal('staff'), Type.Literal('class-tablet')]),
      name: Type.String(),
      groups: Type.Array(Type.String()),
      /** Last exchange, ms of server time. */
      lastHeard: Type.Number(),
      /** Results that the device said were waiting at its last exchange. */
      waiting: Type.Integer(),
      app: Type.String(),
      /** Server clock minus device clock at the last exchange, ms. */
      skew: Type.Number(),
      /** Checks that were running at its last exchange. */
      drafts: Type.Integer(),
      /** Results that its browser could not write yet. */
      aside: Type.Integer(),
      /** As last reported; null: never. */
      storage: Type.Union([StorageReportSchema, Type.Null()]),
      /** When its rights ended, ms of server time. */
      endedAt: Type.Union([Type.Number(), Type.Null()]),
      /** Events of this device that are kept and not counted. */
      held: Type.Integer(),
      /**
       * Numbers that will never come: the browser erased or cannot read them (PROTOCOL 16). `first` and `last` count the results of
       * one stream; they were made between `since` and `until`, ms of server time.
       */
      losses: Type.Array(
        Type.Object({
          stream: Type.Integer(),
          first: Type.Integer(),
          last: Type.Integer(),
          since: Type.Number(),
          until: Type.Number(),
        }),
      ),
      /**
       * When its browser erased what was on it, ms of server time: after it was last heard, before it was noticed. What was done in
       * those hours and not sent is lost, and has no number that anybody knows.
       */
      erasures: Type.Array(Type.Object({ since: Type.Number(), until: Type.Number() })),
    }),
  ),
});
export type DevicesAnswer = Static<typeof DevicesAnswerSchema>;
export const parseDevicesAnswer = parserOf(DevicesAnswerSchema);

export const CatalogAnswerSchema = Type.Object({
  ...answerFields,
  courses: Type.Array(
    Type.Object({
      id: Type.String(),
      subject: Localized,
      title: Localized,
      units: Type.Array(
        Type.Object({ id: Type.String(), title: Localized, objectives: Type.Integer() }),
      ),
    }),
  ),
});
export type CatalogAnswer = Static<typeof CatalogAnswerSchema>;
export const parseCatalogAnswer = parserOf(CatalogAnswerSchema);
