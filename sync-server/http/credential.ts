/** The credential of a device: a cookie that names the school and a secret token. Only the token's hash is stored. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashToken } from '../crypto/tokens.ts';
import type { Caller, World } from '../usecases/world.ts';

const COOKIE = 'nine-of-ten';
/** The longest that browsers keep a cookie. */
const MAX_AGE_S = 400 * 24 * 3600;

function cookieOf(request: FastifyRequest): { school: string; token: string } | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((part) => part.trim().split('='));
  const [, value = ''] = pairs.find(([name]) => name === COOKIE) ?? [];
  const [school = '', token = ''] = value.split('.');
  return school === '' || token === '' ? undefined : { school, token };
}

/** Strict: an address that leads here from elsewhere needs no cookie, the app's own requests carry it. */
export function setCredential(
  request: FastifyRequest,
  reply: FastifyReply,
  school: string,
  token: string,
): void {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${COOKIE}=${school}.${token}; Path=/; Max-Age=${MAX_AGE_S}; HttpOnly; SameSite=Strict${secure}`,
  );
}

/** Sends the cookie that came along again, so that a device in use is never forgotten. */
export function keepCredential(request: FastifyRequest, reply: FastifyReply): void {
  const cookie = cookieOf(request);
  if (cookie !== undefined) setCredential(request, reply, cookie.school, cookie.token);
}

/** The device that the cookie names, also after its right ended; undefined where no credential was ever issued. */
export async function callerOf(world: World, request: FastifyRequest): Promise<Caller | undefined> {
  const school = world.school();
  const cookie = cookieOf(request);
  if (school === undefined || cookie?.school !== school.row.id) return undefined;
  return world.store.read(async (reading) => {
    const credential = await reading.credential(school.row.id, hashToken(cookie.token));
    const device =
      credential === undefined ? undefined : await reading.device(school.row.id, credential.device);
    if (credential === undefined || device === undefined || device.kind === 'server')
      return undefined;
    return { school, device: device.id, kind: device.kind, ended: credential.endedAt !== null };
  });
}
