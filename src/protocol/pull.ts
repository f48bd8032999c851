/** GET /api/pull?nonce&epoch&seq&scope&limit: state documents of the device's scope, in the order of their commits. */
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { answerFields } from './answer.ts';
import { parserOf } from './parser.ts';

export const StateDocumentSchema = Type.Object({
  key: Type.String({ maxLength: 200 }),
  kind: Type.String({ maxLength: 40 }),
  seq: Type.Integer({ minimum: 0 }),
  /** JSON, as a string. */
  body: Type.String(),
});
export type StateDocument = Static<typeof StateDocumentSchema>;

export const PullAnswerSchema = Type.Object({
  ...answerFields,
  /** The scope that was answered for; when it differs from the asked one, the page is the first of a full pull. */
  scope: Type.String({ maxLength: 60 }),
  /** Up to which commit this page goes: the next checkpoint. A page never splits a commit. */
  upTo: Type.Integer({ minimum: 0 }),
  /** True: the checkpoint was of another history or scope; this is the first page of everything. */
  reset: Type.Optional(Type.Boolean()),
  documents: Type.Array(StateDocumentSchema),
  /** On the last page: how many documents the scope holds, and the sum of their `seq`. */
  last: Type.Optional(Type.Object({ count: Type.Integer(), sumSeq: Type.Integer() })),
});
export type PullAnswer = Static<typeof PullAnswerSchema>;
export const parsePullAnswer = parserOf(PullAnswerSchema);

/** Data of a server-sent poke on GET /api/pokes: there is something new; never what. */
export const PokeSchema = Type.Object({ epoch: Type.String(), seq: Type.Integer() });
