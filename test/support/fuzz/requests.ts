/** Requests to every address of the server: right ones, spoiled ones, and signed ones that are spoiled inside. */
import fc from 'fast-check';
import { BODIES } from '#protocol/bodies.ts';
import {
  EnrolRequestSchema,
  JoinRequestSchema,
  RenewRequestSchema,
  ResumeRequestSchema,
  SetupRequestSchema,
  SignInRequestSchema,
} from '#protocol/enrolment.ts';
import { EnvelopeSchema, EventRowSchema } from '#protocol/event.ts';
import { LedgerRequestSchema } from '#protocol/ledger.ts';
import { PresenceRequestSchema } from '#protocol/presence.ts';
import { PushRequestSchema } from '#protocol/push.ts';
import { ImportRequestSchema, RescueHeaderSchema } from '#protocol/rescue.ts';
import { StaffActionSchema, StaffRequestSchema } from '#protocol/staff-request.ts';
import { hmacKey, sign } from '#server/crypto/hmac.ts';
import { arbitraryOf } from './schema-arbitrary.ts';
import { mostlySpoiled } from './spoil.ts';

/** What a sender may know of the school. */
export interface Knowledge {
  readonly school: string;
  readonly devices: readonly string[];
  readonly students: readonly string[];
  readonly groups: readonly string[];
  /** Rights with their keys. */
  readonly grants: readonly {
    readonly id: string;
    readonly key: string;
    readonly member: string | null;
  }[];
  readonly now: () => number;
  /** Lines of a rescue file that can be opened. */
  readonly sealed: readonly string[];
}

export interface FuzzRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
}

const nonce = fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/);
const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (schema: object): fc.Arbitrary<Fields> =>
  arbitraryOf(schema) as fc.Arbitrary<Fields>; // schemas of objects

/** Events whose signature holds, whatever their text says. */
function signedRows(knowledge: Knowledge): fc.Arbitrary<unknown> {
  const { grants, school, students, groups } = knowledge;
  const kinds = Object.entries(BODIES).map(([kind, { type, versions }]) => ({
    kind,
    type,
    body: arbitraryOf(Object.values(versions)[0] ?? {}),
  }));
  const abouts = [
    'school',
    ...students.map((one) => `student/${one}`),
    ...groups.map((one) => `group/${one}`),
    'student/__proto__',
  ];
  const content = fc
    .constantFrom(...kinds)
    .chain(({ kind, type, body }) =>
      fc.record({ kind: fc.constant(kind), type: fc.constant(type), body }),
    );
  return fc
    .tuple(
      mostlySpoiled(
        fc
          .tuple(fieldsOf(EnvelopeSchema), content, id, fc.constantFrom(...abouts))
          .map(([envelope, own, name, about]) => ({
            ...envelope,
            ...own,
            v: 1,
            kv: 1,
            id: name,
            about,
            school,
          })),
      ),
      fc.constantFrom(...grants),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom('stream-one-of-it', 'stream-two-of-it'),
    )
    .map(([value, grant, slot, stream]) => {
      const fields = typeof value === 'object' && value !== null ? value : {};
      const by = grant.member ?? 'student/x';
      const text = JSON.stringify({ ...fields, grant: grant.id, by });
      const own = 'id' in fields && typeof fields.id === 'string' ? fields.id : '';
      const mac = sign(hmacKey(grant.key), text);
      return { slot: `${stream}.${String(slot).padStart(9, '0')}`, id: own, text, mac };
    });
}

function staffRequests({ grants, now, devices, groups }: Knowledge): fc.Arbitrary<unknown> {
  const known = fc.constantFrom(...devices, 'nobody');
  const actions = fc
    .tuple(fieldsOf(StaffActionSchema), known, fc.constantFrom(...groups))
    .map(([action, device, group]) => ({
      ...action,
      ...('device' in action ? { device } : {}),
      ...('groups' in action ? { groups: [group] } : {}),
      ...('group' in action ? { group } : {}),
    }));
  return fc
    .tuple(mostlySpoiled(actions), fc.constantFrom(...grants), nonce)
    .map(([action, grant, own]) => {
      const fields = typeof action === 'object' && action !== null ? action : { action };
      const text = JSON.stringify({ ...fields, nonce: own, now: now() });
      return { nonce: own, grant: grant.id, text, mac: sign(hmacKey(grant.key), text) };
    });
}

function imports(knowledge: Knowledge): fc.Arbitrary<unknown> {
  const header = fieldsOf(RescueHeaderSchema).map((fields) => ({
    ...fields,
    school: knowledge.school,
  }));
  const line = fc.oneof(fc.constantFrom(...knowledge.sealed), fc.string());
  return fc.record({ nonce, header, lines: fc.array(line, { minLength: 1, maxLength: 4 }) });
}

/** Of children of the school, so that whoever asks for them is told. */
function presences({ students }: Knowledge): fc.Arbitrary<unknown> {
  const of = fc.constantFrom(...students, 'nobody');
  return fc.tuple(fieldsOf(PresenceRequestSchema), of).map(([fields, student]) => ({
    ...fields,
    checks: [fields['checks']].flat().map((check) => Object.assign({}, check, { student })),
  }));
}

const QUERY = fc.dictionary(
  fc.constantFrom('nonce', 'epoch', 'seq', 'scope', 'limit', '__proto__'),
  fc.oneof(fc.string({ unit: 'binary' }), nonce, fc.constantFrom('1e9', '-1', '9'.repeat(30))),
);
const asQuery = (query: Readonly<Record<string, string>>): string =>
  new URLSearchParams(Object.entries(query).map(([k, v]) => [k, v.toWellFormed()])).toString();

/** All of them; the slow ones (passphrases are hashed) seldom. */
export function requestsTo(knowledge: Knowledge): fc.Arbitrary<FuzzRequest> {
  const post = (weight: number, path: string, body: fc.Arbitrary<unknown>) => ({
    weight,
    arbitrary: body.map((value): FuzzRequest => ({ method: 'POST', path, body: value })),
  });
  const get = (weight: number, path: string) => ({
    weight,
    arbitrary: QUERY.map((query): FuzzRequest => ({
      method: 'GET',
      path: `${path}?${asQuery(query)}`,
    })),
  });
  const push = fc
    .tuple(
      fieldsOf(PushRequestSchema),
      fc.array(signedRows(knowledge), { minLength: 1, maxLength: 4 }),
    )
    .map(([frame, events]) => ({ ...frame, events }));
  const spoiledOf = (schema: object) => mostlySpoiled(arbitraryOf(schema));
  return fc.oneof(
    post(6, '/api/events', push),
    post(4, '/api/events', mostlySpoiled(push)),
    post(2, '/api/events', spoiledOf(PushRequestSchema)),
    post(2, '/api/events', arbitraryOf(EventRowSchema)),
    post(6, '/api/ledger', spoiledOf(LedgerRequestSchema)),
    post(3, '/api/presence', presences(knowledge)),
    post(2, '/api/presence', spoiledOf(PresenceRequestSchema)),
    post(4, '/api/import', mostlySpoiled(imports(knowledge))),
    post(2, '/api/import', spoiledOf(ImportRequestSchema)),
    post(8, '/api/staff', staffRequests(knowledge)),
    post(2, '/api/staff', spoiledOf(StaffRequestSchema)),
    post(1, '/api/setup', spoiledOf(SetupRequestSchema)),
    post(1, '/api/sign-in', spoiledOf(SignInRequestSchema)),
    post(1, '/api/join', spoiledOf(JoinRequestSchema)),
    post(2, '/api/enrol', spoiledOf(EnrolRequestSchema)),
    post(2, '/api/renew', spoiledOf(RenewRequestSchema)),
    post(1, '/api/resume', spoiledOf(ResumeRequestSchema)),
    get(3, '/api/pull'),
    get(2, '/api/hello'),
    get(1, '/api/health'),
    get(1, '/api/nothing'),
  );
}
