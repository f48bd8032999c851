/** Events, ledger, pull and pokes. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { ClockSchema, NonceSchema } from '#protocol/answer.ts';
import { LedgerRequestSchema, type LedgerAnswer } from '#protocol/ledger.ts';
import { LIMITS } from '#protocol/limits.ts';
import { parserOf } from '#protocol/parser.ts';
import type { PullAnswer } from '#protocol/pull.ts';
import type { PushAnswer } from '#protocol/push.ts';
import { readIncoming, type Incoming } from '../../usecases/incoming.ts';
import { pull, type PullQuestion } from '../../usecases/pull.ts';
import { askLedger, push } from '../../usecases/push.ts';
import { tagsOfDevice } from '../../usecases/scope.ts';
import type { Caller, World } from '../../usecases/world.ts';
import { answerFields, queryText, refuse } from '../answers.ts';
import { callerOf } from '../credential.ts';

const NONCE = /^[A-Za-z0-9_-]{8,40}$/;
const HEARTBEAT_MS = 25_000;

/** The frame of a push. Its events are read one by one, so that a bad one does not keep the others from being stored. */
const FrameSchema = Type.Object({
  nonce: NonceSchema,
  clock: ClockSchema,
  events: Type.Array(Type.Unknown(), { minItems: 1, maxItems: LIMITS.pushEvents }),
});

export function addPushRoutes(app: FastifyInstance, world: World): void {
  const parseFrame = parserOf(FrameSchema);
  // Not compressed: what came up was larger, and under load it costs more than it saves.
  app.post(
    '/api/events',
    { bodyLimit: LIMITS.pushBytes, compress: false },
    async (request, reply) => {
      const caller = await callerOf(world, request);
      if (caller === undefined) return refuse(reply, { code: 'no-credential' });
      const frame = parseFrame(request.body);
      if (!frame.ok) return refuse(reply, frame.error);
      const events: Incoming[] = [];
      for (const [i, value] of frame.value.events.entries()) {
        const incoming = readIncoming(value);
        if (incoming === undefined)
          return refuse(reply, { code: 'malformed', path: `/events/${i}` });
        events.push(incoming);
      }
      const carrier = { school: caller.school, device: caller.device, now: world.now() };
      const { receipt, results, ledger } = await push(
        world.store,
        carrier,
        frame.value.clock,
        events,
      );
      const body: PushAnswer = {
        ...answerFields(frame.value.nonce, caller.school, world.now()),
        receipt,
        results: [...results],
        ledger: [...ledger],
      };
      return reply.send(body);
    },
  );

  const parseLedger = parserOf(LedgerRequestSchema);
  app.post('/api/ledger', async (request, reply) => {
    const caller = await callerOf(world, request);
    if (caller === undefined) return refuse(reply, { code: 'no-credential' });
    const asked = parseLedger(request.body);
    if (!asked.ok) return refuse(reply, asked.error);
    const carrier = { school: caller.school, device: caller.device, now: world.now() };
    const { receipt, ledger } = await askLedger(world.store, carrier, asked.value);
    const body: LedgerAnswer = {
      ...answerFields(asked.value.nonce, caller.school, world.now()),
      receipt,
      ledger: [...ledger],
    };
    return reply.send(body);
  });
}

const whole = (text: string, otherwise: number): number =>
  /^\d{1,15}$/.test(text) ? Number(text) : otherwise;

export function addPullRoutes(app: FastifyInstance, world: World): void {
  /** Answers that never end by themselves: a stop ends them, so that it waits for requests only. */
  const open = new Set<ServerResponse>();
  app.addHook('preClose', async () => {
    for (const answer of open) answer.end();
  });

  app.get('/api/pull', async (request, reply) => {
    const nonce = queryText(request, 'nonce');
    if (!NONCE.test(nonce)) return refuse(reply, { code: 'malformed', path: '/nonce' });
    const caller = await callerOf(world, request);
    if (caller === undefined) return refuse(reply, { code: 'no-credential' });
    if (caller.ended) return refuse(reply, { code: 'credential-ended' });
    const { school, device } = caller;
    const question: PullQuestion = {
      epoch: queryText(request, 'epoch').slice(0, 40),
      seq: whole(queryText(request, 'seq'), 0),
      scope: queryText(request, 'scope').slice(0, 60),
      limit: Math.min(
        Math.max(whole(queryText(request, 'limit'), LIMITS.pullDocuments), 1),
        LIMITS.pullDocuments,
      ),
    };
    const asker = { school: school.row.id, device, epochs: school.epochs, now: world.now() };
    const page = await pull(world.store, asker, question);
    if (page === undefined) return refuse(reply, { code: 'no-credential' });
    const body: PullAnswer = { ...answerFields(nonce, school, world.now()), ...page };
    return reply.send(body);
  });

  app.get('/api/pokes', async (request, reply) => {
    const caller = await callerOf(world, request);
    if (caller === undefined) return refuse(reply, { code: 'no-credential' });
    if (caller.ended) return refuse(reply, { code: 'credential-ended' });
    const tags = (): Promise<ReadonlySet<string>> => tagsOfCaller(world, caller);
    const first = await tags();
    const { raw } = reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const say = (seq: number): void => {
      raw.write(`data: ${JSON.stringify({ epoch: caller.school.epoch, seq })}\n\n`);
    };
    say(caller.school.seq());
    const silence = caller.school.pokes.listen({
      device: caller.device,
      tags: first,
      poke: say,
      refresh: tags,
    });
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
    open.add(raw);
    raw.on('close', () => {
      open.delete(raw);
      clearInterval(heartbeat);
      silence();
    });
    return reply;
  });
}

async function tagsOfCaller(
  world: World,
  { school, device }: Caller,
): Promise<ReadonlySet<string>> {
  return world.store.read(async (reading) => {
    const row = await reading.device(school.row.id, device);
    return new Set(
      row === undefined ? [] : await tagsOfDevice(reading, school.row.id, row, world.now()),
    );
  });
}
