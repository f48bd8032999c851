import fc from 'fast-check';
import type { Course, Objective } from '#domain/model/course.ts';
import { asId } from '#domain/model/ids.ts';
import type { CheckNote, Digest, Entry } from '#domain/mastery/entry.ts';
import type { Rule } from '#domain/rules/rule.ts';
import { anyKindOfRule, named } from '../rules/arbitraries.ts';

const START = Date.UTC(2026, 8, 1, 8);
const DAY = 86_400_000;

/** An objective of these tests with what matters given. */
export function objective(
  id: string,
  fields: Partial<Objective> & { readonly rule: Rule },
): Objective {
  return {
    id: asId(id),
    rev: `rev-${id}`,
    unit: asId('unit-1'),
    title: named(id),
    ican: named(id),
    example: [],
    methods: ['check'],
    prerequisites: [],
    standards: [],
    ...fields,
  };
}

/** A course of these objectives, in units `unit-1` to `unit-3`. */
export function courseOf(objectives: readonly Objective[], fields: Partial<Course> = {}): Course {
  return {
    id: asId('course'),
    version: 1,
    subject: named('subject'),
    title: named('course'),
    units: ['unit-1', 'unit-2', 'unit-3'].map((id) => ({ id: asId(id), title: named(id) })),
    objectives,
    ...fields,
  };
}

/** Up to five objectives of any kind of rule, some with earlier revisions. */
export const someCourse: fc.Arbitrary<Course> = fc
  .array(fc.tuple(anyKindOfRule, fc.array(anyKindOfRule, { maxLength: 2 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rules) =>
    courseOf(
      rules.map(([rule, earlier], i) =>
        objective(`o${i}`, {
          rule,
          ...(earlier.length === 0
            ? {}
            : { earlier: earlier.map((old, j) => ({ rev: `old-${j}`, rule: old })) }),
        }),
      ),
    ),
  );

const purpose = fc.constantFrom(
  'mastery',
  'mastery',
  'mastery',
  'retention',
  'baseline',
  'agreement',
);
const address = fc.record({
  stream: fc.integer({ min: 1, max: 3 }),
  slot: fc.integer({ min: 1, max: 8 }),
});

/** In the order in which they are kept. */
const SOME_NOTES: readonly (readonly CheckNote[])[] = [
  ['rapid'],
  ['pauses', 'stopped'],
  ['paper'],
  ['rapid', 'pauses', 'stopped', 'paper'],
];

export const someEntry: fc.Arbitrary<Entry> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        of: fc.integer({ min: 0, max: 25 }),
        missed: fc.integer({ min: 0, max: 3 }),
        activeMs: fc.integer({ min: 0, max: 3000 }).map((tenths) => tenths * 100),
        timeFactor: fc.constantFrom(0, 1, 1.25, 1.5, 2),
        purpose,
        finished: fc.constantFrom(true, true, true, false),
        said: fc.record(
          {
            sure: fc.constantFrom('sure', 'quite', 'not-sure'),
            notes: fc.constantFrom(...SOME_NOTES),
          },
          { requiredKeys: [] },
        ),
      })
      .map(({ of, missed, said, ...rest }): Entry => ({
        type: 'check',
        correct: Math.max(0, of - missed),
        of,
        ...rest,
        ...said,
      })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        mark: fc.oneof(
          fc.constantFrom(
            { type: 'met' as const },
            { type: 'not-yet' as const },
            { type: 'seen' as const },
            { type: 'opposite' as const },
          ),
          fc.integer({ min: 15, max: 22 }).map((hits) => ({ type: 'rate' as const, hits, of: 22 })),
          fc
            .array(fc.integer({ min: 0, max: 5 }), { maxLength: 5 })
            .map((levels) => ({ type: 'levels' as const, levels })),
        ),
        purpose,
        role: fc.constantFrom('admin', 'principal', 'teacher', 'volunteer'),
        occasion: fc.constantFrom('', 'o1', 'kq3-x_', 'a·b;c,', 'ño~'),
        named: fc.record(
          {
            thing: fc.constantFrom('glad', 'a.b:c', 'sad+mad'),
            part: fc.constantFrom('p0', 'p1/p2', 'día'),
          },
          { requiredKeys: [] },
        ),
      })
      .map(({ named: names, ...rest }): Entry => ({ type: 'mark', ...rest, ...names })),
  },
  fc.record({
    type: fc.constant('judgement' as const),
    decision: fc.constantFrom('mastered', 'excused', 'none'),
    replaces: fc.array(address, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constantFrom('withdraw' as const, 'restore' as const, 'review' as const),
    targets: fc.array(address, { maxLength: 2 }),
  }),
  fc.constant<Entry>({ type: 'allow' }),
  fc.record({
    type: fc.constant('signal' as const),
    signal: fc.constantFrom('ready', 'help', 'none'),
  }),
);

/** Digests of the first `positions` objectives over six days, each at its own address, moments in whole seconds. */
export function someDigests(positions: number, maxLength = 14): fc.Arbitrary<Digest[]> {
  return fc.uniqueArray(
    fc
      .record({
        position: fc.integer({ min: 0, max: positions - 1 }),
        at: address,
        seconds: fc.oneof(fc.integer({ min: 0, max: 6 * 86_400 }), fc.constantFrom(0, 3600)),
        rev: fc.integer({ min: 0, max: 3 }),
        entry: someEntry,
        unsure: fc.boolean(),
      })
      .map(({ position, at, seconds, rev, entry, unsure }) => ({
        position,
        ...at,
        moment: START + seconds * 1000,
        rev,
        entry,
        // Only attempts have a moment that matters to a reader.
        ...(unsure && (entry.type === 'check' || entry.type === 'mark')
          ? { unsure: true as const }
          : {}),
      })),
    { selector: ({ stream, slot }) => `${stream}.${slot}`, maxLength },
  );
}

/** One digest of these tests: day `days` of the school year, and what matters. */
export function digest(days: number, entry: Entry, fields: Partial<Digest> = {}): Digest {
  return {
    position: 0,
    stream: 1,
    slot: days + 1,
    moment: START + days * DAY,
    rev: 0,
    entry,
    ...fields,
  };
}

/** A finished check of ten items for mastery, in one minute. */
export function check(
  correct: number,
  fields: Partial<Extract<Entry, { type: 'check' }>> = {},
): Entry {
  return {
    type: 'check',
    correct,
    of: 10,
    activeMs: 60_000,
    timeFactor: 1,
    purpose: 'mastery',
    finished: true,
    ...fields,
  };
}

/** A teacher's mark for mastery. */
export function mark(
  type: 'met' | 'not-yet' | 'seen' | 'opposite',
  fields: Partial<Extract<Entry, { type: 'mark' }>> = {},
): Entry {
  return {
    type: 'mark',
    mark: { type },
    purpose: 'mastery',
    role: 'teacher',
    occasion: 'o',
    ...fields,
  };
}
