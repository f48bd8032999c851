/** How answers look: the common fields, and coded refusals. No page of HTML ever leaves a path under /api. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '#domain/kernel/result.ts';
import type { ActiveSchool } from '../usecases/world.ts';

export interface AnswerFields {
  readonly nonce: string;
  readonly epoch: string;
  readonly now: number;
  readonly seq: number;
}

export function answerFields(
  nonce: string,
  school: ActiveSchool | undefined,
  now: number,
): AnswerFields {
  return { nonce, epoch: school?.epoch ?? '', now, seq: school?.seq() ?? 0 };
}

/** Everything that is not listed is 400. */
const STATUS: Readonly<Record<string, number>> = {
  'no-credential': 401,
  'wrong-sign-in': 401,
  'wrong-proof': 401,
  'wrong-token': 403,
  'wrong-code': 403,
  'no-authority': 403,
  'credential-ended': 401,
  'insecure-origin': 403,
  'not-found': 404,
  'no-school': 409,
  'already-set-up': 409,
  'email-taken': 409,
  'other-school': 409,
  'newer-version': 409,
  replayed: 409,
  'own-device': 409,
  stale: 409,
  'too-large': 413,
  'wrong-host': 421,
  'too-many': 429,
  internal: 500,
  busy: 503,
};

/** Seconds after which one that came while the server was busy may ask again. */
const BUSY_SECONDS = 2;

/** @param seconds after which one that is told `busy` may ask again */
export function refuse(reply: FastifyReply, fault: Fault, seconds = BUSY_SECONDS): FastifyReply {
  const { code, path } = fault;
  if (code === 'busy') void reply.header('retry-after', String(seconds));
  return reply
    .code(STATUS[code] ?? 400)
    .header('cache-control', 'no-store')
    .send({ error: { code, ...(path === undefined ? {} : { path }) } });
}

/** A query parameter as text; "" where it is missing or given twice. */
export function queryText(request: FastifyRequest, name: string): string {
  const { query } = request;
  if (typeof query !== 'object' || query === null) return '';
  const value: unknown = Object.entries(query).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
