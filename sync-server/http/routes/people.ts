/** Set-up, sign-in, enrolment and the ways back. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Type from 'typebox';
import type { Fault, Result } from '#domain/kernel/result.ts';
import {
  EnrolRequestSchema,
  JoinRequestSchema,
  RenewRequestSchema,
  ResumeRequestSchema,
  SetupRequestSchema,
  SignInRequestSchema,
  type Enrolment,
  type Hello,
} from '#protocol/enrolment.ts';
import { parserOf } from '#protocol/parser.ts';
import { StaffRequestSchema } from '#protocol/staff-request.ts';
import { describeSchool, type Enrolled } from '../../usecases/enrolment.ts';
import { setUp } from '../../usecases/set-up.ts';
import { join, signIn } from '../../usecases/sign-in.ts';
import { askAsStaff } from '../../usecases/staff.ts';
import { enrolTablet, renew, resume } from '../../usecases/tablets.ts';
import type { ActiveSchool, Caller, World } from '../../usecases/world.ts';
import { answerFields, queryText, refuse } from '../answers.ts';
import { callerOf, keepCredential, setCredential } from '../credential.ts';
import { isSecureOrigin } from '../origin.ts';
import { createRateLimit } from '../rate-limit.ts';

const NONCE = /^[A-Za-z0-9_-]{8,40}$/;
const MINUTE = 60_000;

type Done = Promise<Result<Enrolled, Fault>>;

interface Asking {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export function addPeopleRoutes(app: FastifyInstance, world: World): void {
  const perAddress = createRateLimit(30, MINUTE);
  const perAccount = createRateLimit(10, 15 * MINUTE);

  /**
   * Guards against guessing. @returns undefined where the request was turned away, else what to call when it was no guess
   */
  const admit = ({ request, reply }: Asking, account?: string): (() => void) | undefined => {
    if (!isSecureOrigin(request)) {
      refuse(reply, { code: 'insecure-origin' });
      return undefined;
    }
    const now = world.now();
    const address = `${request.routeOptions.url ?? ''} ${request.ip}`;
    const wait =
      perAddress.take(address, now) || (account === undefined ? 0 : perAccount.take(account, now));
    if (wait > 0) {
      refuse(reply.header('retry-after', String(wait)), { code: 'too-many' });
      return undefined;
    }
    return () => {
      perAddress.giveBack(address);
      if (account !== undefined) perAccount.giveBack(account);
    };
  };

  const sendEnrolled = (
    { request, reply }: Asking,
    nonce: string,
    done: Result<Enrolled, Fault>,
  ): FastifyReply => {
    const school = world.school();
    if (!done.ok || school === undefined)
      return refuse(reply, done.ok ? { code: 'no-school' } : done.error);
    const { token, answer } = done.value;
    if (token !== undefined) setCredential(request, reply, school.row.id, token);
    const body: Enrolment = { ...answerFields(nonce, school, world.now()), ...answer };
    return reply.send(body);
  };

  /** A route that makes a device of a browser: parse, guard, do, answer. */
  const enrolmentRoute = <S extends Type.TSchema>(
    path: string,
    schema: S,
    act: (body: Type.Static<S>, school: ActiveSchool | undefined, asking: Asking) => Done,
  ): void => {
    const parse = parserOf(schema);
    app.post(path, async (request, reply) => {
      const asking = { request, reply };
      const body = parse(request.body);
      if (!body.ok) return refuse(reply, body.error);
      const fields = body.value as { nonce: string; email?: string }; // every schema of these routes has a nonce
      const noGuess = admit(asking, fields.email?.toLowerCase());
      if (noGuess === undefined) return reply;
      const done = await act(body.value, world.school(), asking);
      if (done.ok) noGuess();
      return sendEnrolled(asking, fields.nonce, done);
    });
  };
  const inSchool =
    (act: (school: ActiveSchool) => Done) =>
    async (school: ActiveSchool | undefined): Done =>
      school === undefined ? { ok: false, error: { code: 'no-school' } } : act(school);

  enrolmentRoute('/api/setup', SetupRequestSchema, (body) => setUp(world, body));
  enrolmentRoute('/api/sign-in', SignInRequestSchema, async (body, school, { request }) => {
    const caller = await callerOf(world, request);
    return inSchool((active) => signIn(world, active, caller, body))(school);
  });
  enrolmentRoute('/api/join', JoinRequestSchema, async (body, school, { request }) => {
    const caller = await callerOf(world, request);
    return inSchool((active) => join(world, active, caller, body))(school);
  });
  enrolmentRoute('/api/enrol', EnrolRequestSchema, async (body, school, { request }) => {
    const caller = await callerOf(world, request);
    return inSchool((active) => enrolTablet(world, active, caller, body))(school);
  });
  enrolmentRoute('/api/renew', RenewRequestSchema, async (body, school, { request }) => {
    const caller = await callerOf(world, request);
    return inSchool((active) => renew(world, active, caller, body))(school);
  });
  enrolmentRoute('/api/resume', ResumeRequestSchema, async (_body, _school, { request }) => {
    const caller = await callerOf(world, request);
    return caller === undefined
      ? { ok: false, error: { code: 'no-credential' } }
      : resume(world, caller);
  });

  app.get('/api/hello', async (request, reply) => {
    const nonce = queryText(request, 'nonce');
    if (!NONCE.test(nonce)) return refuse(reply, { code: 'malformed', path: '/nonce' });
    const school = world.school();
    const caller = await callerOf(world, request);
    const living: Caller | undefined = caller?.ended === false ? caller : undefined;
    if (living !== undefined) keepCredential(request, reply);
    const described =
      school === undefined
        ? undefined
        : await world.store.read((reading) => describeSchool(reading, school.row.id));
    const body: Hello = {
      ...answerFields(nonce, school, world.now()),
      school:
        described === undefined ? null : { name: described.name, language: described.language },
      publicUrl: world.publicUrl(),
      device: living === undefined ? null : { id: living.device, kind: living.kind },
    };
    return reply.send(body);
  });

  const parseStaff = parserOf(StaffRequestSchema);
  // Whoever watches a class at work asks every few seconds.
  const perDevice = createRateLimit(120, MINUTE);
  app.post('/api/staff', async (request, reply) => {
    const body = parseStaff(request.body);
    if (!body.ok) return refuse(reply, body.error);
    const caller = await callerOf(world, request);
    if (caller === undefined) return refuse(reply, { code: 'no-credential' });
    if (caller.ended) return refuse(reply, { code: 'credential-ended' });
    const wait = perDevice.take(caller.device, world.now());
    if (wait > 0) return refuse(reply.header('retry-after', String(wait)), { code: 'too-many' });
    const said = await askAsStaff(world, caller, body.value);
    if (!said.ok) return refuse(reply, said.error);
    return reply.send({
      ...answerFields(body.value.nonce, caller.school, world.now()),
      ...said.value,
    });
  });
}
