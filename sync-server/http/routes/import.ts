/** POST /api/import: some lines of a rescue file, brought by any device that was ever let in. */
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { LIMITS } from '#protocol/limits.ts';
import { parserOf } from '#protocol/parser.ts';
import { ImportRequestSchema, readRescueHeader, type ImportAnswer } from '#protocol/rescue.ts';
import { importLines } from '../../usecases/import.ts';
import type { World } from '../../usecases/world.ts';
import { answerFields, refuse } from '../answers.ts';
import { callerOf } from '../credential.ts';

/** The header is read after the rest: what a newer version wrote in it has a word of its own. */
const FrameSchema = Type.Object({ ...ImportRequestSchema.properties, header: Type.Unknown() });

export function addImportRoute(app: FastifyInstance, world: World): void {
  const parse = parserOf(FrameSchema);
  app.post('/api/import', { bodyLimit: LIMITS.importBytes }, async (request, reply) => {
    const caller = await callerOf(world, request);
    if (caller === undefined) return refuse(reply, { code: 'no-credential' });
    const frame = parse(request.body);
    if (!frame.ok) return refuse(reply, frame.error);
    const header = readRescueHeader(frame.value.header);
    if (!header.ok) return refuse(reply, header.error);
    const { school, device } = caller;
    const { row, epochs } = school;
    const importing = { school: row, epochs, carrier: device, now: world.now() };
    const done = await importLines(world.store, importing, header.value, frame.value.lines);
    if (!done.ok) return refuse(reply, done.error);
    school.projector.kick(done.value.streams);
    if (done.value.isJudgedAgain) school.projector.again();
    const body: ImportAnswer = {
      ...answerFields(frame.value.nonce, school, world.now()),
      ...done.value.counts,
    };
    return reply.send(body);
  });
}
