/**
 * Bodies of events, by kind and version of the kind. Released versions stay readable for ever: a new version of a kind is a
 * new line, never a changed one.
 */
import * as Type from 'typebox';
import { err, ok, type Fault, type Result } from '#domain/kernel/result.ts';
import type { Bodies, Kind } from '#domain/model/event.ts';
import { parserOf } from './parser.ts';

const Short = Type.String({ minLength: 1, maxLength: 200 });
const Code = Type.String({ minLength: 1, maxLength: 80 });
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const Ms = Type.Number({ minimum: 0, maximum: 10 ** 9 });
const literals = <const T extends string[]>(...values: T) => Type.Enum(values);
const strict = <P extends Type.TProperties>(properties: P) =>
  Type.Object(properties, { additionalProperties: false });
const setOf = <S extends Type.TSchema>(value: S) =>
  strict({ set: value, was: Type.Union([value, Type.Null()]) });

const Purpose = literals('mastery', 'retention', 'baseline', 'agreement');
const Role = literals('admin', 'principal', 'teacher', 'volunteer');
const Picture = Type.Integer({ minimum: 0, maximum: 11 });
const Secret = Type.Tuple([Picture, Picture, Picture]);
const Badge = Type.String({ pattern: '^[A-Za-z0-9_-]{8,40}$' });
const Membership = strict({ op: literals('add', 'remove'), member: Code });
const target = { course: Code, objective: Code };

const form = {
  generator: Code,
  version: Type.Integer({ minimum: 1 }),
  seed: Code,
  avoid: Type.Array(Code, { maxItems: 120 }),
  hash: Code,
};
const Supports = Type.Array(Code, { maxItems: 40 });

const check = {
  ...target,
  rev: Code,
  form: strict(form),
  answers: Type.Array(strict({ key: Code, raw: Type.String({ maxLength: 200 }), ms: Ms }), {
    maxItems: 200,
  }),
  claim: strict({ correct: Count, of: Count }),
  activeMs: Ms,
  absences: Type.Array(strict({ at: Type.Number(), ms: Ms }), { maxItems: 500 }),
  supports: Supports,
  identifiedBy: literals('secret', 'badge', 'adult', 'member'),
  purpose: Purpose,
  occasion: Code,
  finished: Type.Boolean(),
};
/** Version 2 adds what is optional: a form of another length or with exchanged items, how sure the child was, what the check noticed. */
const FormOfAnyLength = strict({
  ...form,
  count: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
});
const FormThatChanged = strict({
  ...form,
  count: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  replaced: Type.Optional(
    Type.Array(Type.Integer({ minimum: 0, maximum: 49 }), { minItems: 1, maxItems: 50 }),
  ),
});
const Check2 = strict({
  ...check,
  form: FormThatChanged,
  sure: Type.Optional(literals('sure', 'quite', 'not-sure')),
  rapid: Type.Optional(Count),
  stopped: Type.Optional(Type.Literal(true)),
});

const PaperResult = strict({
  ...target,
  rev: Code,
  form: FormOfAnyLength,
  of: Type.Integer({ minimum: 1, maximum: 50 }),
  wrong: Type.Array(Type.Integer({ minimum: 1, maximum: 50 }), { maxItems: 50 }),
  minutes: Type.Union([Type.Number({ minimum: 0, maximum: 1440 }), Type.Null()]),
  supports: Supports,
  occasion: Code,
  purpose: Purpose,
  role: Role,
});

const Offered = strict({
  students: Type.Union([Type.Literal('all'), Type.Array(Code, { minItems: 1, maxItems: 200 })]),
  until: literals('today', 'open'),
});

const Mark = Type.Union([
  strict({ type: literals('met', 'not-yet', 'seen', 'opposite') }),
  strict({ type: Type.Literal('rate'), hits: Count, of: Count }),
  strict({
    type: Type.Literal('levels'),
    levels: Type.Array(Type.Integer({ minimum: 0, maximum: 20 }), { maxItems: 40 }),
  }),
]);

const InterviewMark = strict({
  ...target,
  rev: Code,
  mark: Mark,
  thing: Type.Optional(Code),
  prompt: Type.Optional(Count),
  part: Type.Optional(Code),
  occasion: Code,
  purpose: Purpose,
  role: Role,
});

interface BodyVersions {
  readonly type: 'attempt' | 'change';
  /** Version of the kind -> schema. */
  readonly versions: Readonly<Record<number, Type.TSchema>>;
}
const change = <S extends Type.TSchema>(schema: S) => ({
  type: 'change' as const,
  versions: { 1: schema },
});
const attempt = <S extends Type.TSchema>(schema: S) => ({
  type: 'attempt' as const,
  versions: { 1: schema },
});

export const BODIES = {
  check: { type: 'attempt', versions: { 1: strict(check), 2: Check2 } },
  'interview.mark': attempt(InterviewMark),
  'paper.result': attempt(PaperResult),
  'attempt.withdraw': change(strict({ ...target, reason: Short })),
  'attempt.restore': change(strict(target)),
  'attempt.review': change(strict(target)),
  'retake.allow': change(strict(target)),
  'student.signal': change(strict({ ...target, signal: literals('ready', 'help', 'none') })),
  judgement: change(
    strict({
      ...target,
      rev: Code,
      decision: literals('mastered', 'excused', 'none'),
      reason: Type.String({ maxLength: 200 }),
    }),
  ),
  'school.name': change(setOf(Short)),
  'school.time-zone': change(setOf(Short)),
  'school.language': change(setOf(literals('en', 'es'))),
  'school.key': change(setOf(Short)),
  'school.retakes': change(
    setOf(
      strict({
        reviewFirst: Type.Boolean(),
        perDay: Type.Integer({ minimum: 0, maximum: 20 }),
      }),
    ),
  ),
  'school.retention': change(
    setOf(Type.Array(Type.Integer({ minimum: 1, maximum: 1000 }), { maxItems: 12 })),
  ),
  'school.how-sure': change(setOf(Type.Boolean())),
  'member.add': change(strict({ name: Short, role: Role })),
  'member.rename': change(setOf(Short)),
  'student.add': change(strict({ name: Short, avatar: Code, secret: Secret, badge: Badge })),
  'student.rename': change(setOf(Short)),
  'student.avatar': change(setOf(Code)),
  'student.supports': change(setOf(Supports)),
  'student.secret': change(setOf(Secret)),
  'student.badge': change(setOf(Badge)),
  'student.merge': change(strict({ into: Type.Union([Code, Type.Null()]) })),
  'student.erase': change(strict({})),
  'group.add': change(strict({ name: Short })),
  'group.rename': change(setOf(Short)),
  'group.student': change(Membership),
  'group.staff': change(Membership),
  'course.use': change(
    strict({
      course: Code,
      set: Type.Array(Code, { maxItems: 100 }),
      was: Type.Union([Type.Array(Code, { maxItems: 100 }), Type.Null()]),
    }),
  ),
  'course.timer': change(
    strict({
      course: Code,
      set: Type.Union([literals('shown', 'hidden'), Type.Null()]),
      was: Type.Union([literals('shown', 'hidden'), Type.Null()]),
    }),
  ),
  'check.offer': change(
    strict({
      ...target,
      set: Type.Union([Offered, Type.Null()]),
      was: Type.Union([Offered, Type.Null()]),
    }),
  ),
  'stream.close': change(strict({})),
} satisfies Record<Kind, BodyVersions>;

interface BodyParser {
  readonly type: 'attempt' | 'change';
  readonly parse: (value: unknown) => Result<Bodies[Kind], Fault>;
}
const parsers = new Map<string, BodyParser>();

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(BODIES, kind);
}

/** Faults: `unknown-kind`, `unknown-version`; both mean "held until a version knows it" (PROTOCOL 14). */
export function bodyParserOf(kind: string, version: number): Result<BodyParser, Fault> {
  if (!isKind(kind)) return err({ code: 'unknown-kind', detail: kind });
  const { type, versions }: BodyVersions = BODIES[kind];
  const schema = versions[version];
  if (schema === undefined) return err({ code: 'unknown-version', detail: `${kind} ${version}` });
  const name = `${kind} ${version}`;
  let parser = parsers.get(name);
  if (parser === undefined) {
    // The schema of a kind describes the body of that kind: `Bodies` and `BODIES` are held equal by a type test.
    const parse = parserOf(schema, 'bad-body') as BodyParser['parse'];
    parser = { type, parse };
    parsers.set(name, parser);
  }
  return ok(parser);
}
