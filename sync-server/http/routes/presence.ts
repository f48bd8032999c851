/** POST /api/presence: what runs on a device right now (SPEC L1 to L3). */
import type { FastifyInstance } from 'fastify';
import { parserOf } from '#protocol/parser.ts';
import { PresenceRequestSchema, type PresenceAnswer } from '#protocol/presence.ts';
import type { World } from '../../usecases/world.ts';
import { answerFields, refuse } from '../answers.ts';
import { callerOf } from '../credential.ts';
import { createRateLimit } from '../rate-limit.ts';

const PER_MINUTE = 30;
const MINUTE = 60_000;

export function addPresenceRoute(app: FastifyInstance, world: World): void {
  const parse = parserOf(PresenceRequestSchema);
  const perDevice = createRateLimit(PER_MINUTE, MINUTE);
  app.post('/api/presence', { compress: false }, async (request, reply) => {
    const caller = await callerOf(world, request);
    if (caller === undefined) return refuse(reply, { code: 'no-credential' });
    const { school, device, ended } = caller;
    const now = world.now();
    const wait = perDevice.take(device, now);
    if (wait > 0) return refuse(reply.header('retry-after', String(wait)), { code: 'too-many' });
    const said = parse(request.body);
    if (!said.ok) return refuse(reply, said.error);
    const { nonce, checks } = said.value;
    school.presence.say(device, ended ? [] : checks, now);
    const body: PresenceAnswer = answerFields(nonce, school, now);
    return reply.send(body);
  });
}
