/** The ledger: which slots of a device's streams the server has. It proves what the outbox hopes (PROTOCOL 4 to 8). */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { answerFields, ClockSchema, NonceSchema } from './answer.ts';
import { LIMITS } from './limits.ts';
import { parserOf } from './parser.ts';

const StreamText = Type.String({ pattern: '^[A-Za-z0-9_-]{10,40}$' });
const SlotNumber = Type.Integer({ minimum: 0, maximum: 999_999_999 });
const Range = Type.Tuple([SlotNumber, SlotNumber]);

export const LedgerQuestionSchema = Type.Object({
  stream: StreamText,
  /** Highest slot on the device, and the id of the event in it ("" where the stream is empty). */
  high: SlotNumber,
  highId: Type.String({ maxLength: 22 }),
  /** Slots that the device cannot read any more. */
  lost: Type.Array(Range, { maxItems: 64 }),
  closing: Type.Boolean(),
  /** Open drafts on the device. */
  drafts: Type.Integer({ minimum: 0 }),
  /** The newest acknowledgement that the device remembers. */
  ack: Type.Union([
    Type.Object({ epoch: Type.String({ maxLength: 40 }), receipt: Type.Integer({ minimum: 0 }) }),
    Type.Null(),
  ]),
});
export type LedgerQuestion = Static<typeof LedgerQuestionSchema>;

const Bytes = Type.Union([Type.Number({ minimum: 0 }), Type.Null()]);

/** How the browser keeps what is on the device; null: it does not say. */
export const StorageReportSchema = Type.Object({
  persisted: Type.Union([Type.Boolean(), Type.Null()]),
  usage: Bytes,
  quota: Bytes,
  /** A profile that is erased when somebody signs out of the computer, as far as that can be told. */
  temporary: Type.Union([Type.Boolean(), Type.Null()]),
});
export type StorageReport = Static<typeof StorageReportSchema>;

export const LedgerRequestSchema = Type.Object({
  nonce: NonceSchema,
  clock: ClockSchema,
  streams: Type.Array(LedgerQuestionSchema, { maxItems: LIMITS.ledgerStreams }),
  storage: Type.Optional(StorageReportSchema),
  /** Build of the app that asks. */
  app: Type.Optional(Type.String({ maxLength: 60 })),
  /** Results that the browser could not write yet: they are in memory and in a second place. */
  aside: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type LedgerRequest = Static<typeof LedgerRequestSchema>;

export const LedgerEntrySchema = Type.Object({
  stream: StreamText,
  /** The stream's short number; null while the server has nothing of it. */
  short: Type.Union([Type.Integer(), Type.Null()]),
  /** Every slot 1..through is stored, held, refused or declared lost. May go down after a restore. */
  through: SlotNumber,
  /** Missing ranges between `through` and `high`, at most 64. */
  gaps: Type.Array(Range, { maxItems: LIMITS.ledgerGaps }),
  /** Up to here a second copy exists. */
  safe: SlotNumber,
  /** Another device wrote to this stream as well: open a new one. */
  forked: Type.Boolean(),
  /** The device's newest acknowledgement is not of this server's history: forget acknowledgements, offer everything. */
  reoffer: Type.Boolean(),
});
export type LedgerEntry = Static<typeof LedgerEntrySchema>;

export const LedgerAnswerSchema = Type.Object({
  ...answerFields,
  receipt: Type.Integer({ minimum: 0 }),
  ledger: Type.Array(LedgerEntrySchema),
});
export type LedgerAnswer = Static<typeof LedgerAnswerSchema>;
export const parseLedgerAnswer = parserOf(LedgerAnswerSchema);
