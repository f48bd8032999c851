import fc from 'fast-check';
import type { Evidence, EvidenceBody } from '#domain/rules/evidence.ts';
import type {
  AnyRule,
  ConsistentlyRule,
  DemonstrationsRule,
  LevelRule,
  PartsRule,
  RateRule,
  Rule,
  ScoreRule,
} from '#domain/rules/rule.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 8, 1, 8);

/** Days of the school of these tests: whole days of UTC. */
export const day = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

export const named = (name: string) => ({ en: name, es: name });

export const scoreRule: fc.Arbitrary<ScoreRule> = fc
  .record({
    of: fc.integer({ min: 1, max: 25 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    minutes: fc.option(fc.constantFrom(0.5, 1, 1.5, 2, 3, 10)),
  })
  .map(({ of, share, minutes }) => ({
    type: 'score',
    correct: Math.max(1, Math.ceil(share * of)),
    of,
    ...(minutes === null ? {} : { minutes }),
  }));

export const demonstrationsRule: fc.Arbitrary<DemonstrationsRule> = fc.record({
  type: fc.constant('demonstrations' as const),
  times: fc.integer({ min: 1, max: 5 }),
  distinct: fc.constantFrom('day', 'thing', 'occasion', 'none'),
});

export const consistentlyRule: fc.Arbitrary<ConsistentlyRule> = fc.record({
  type: fc.constant('consistently' as const),
  days: fc.integer({ min: 1, max: 4 }),
});

export const rateRule: fc.Arbitrary<RateRule> = fc
  .record({
    percent: fc.integer({ min: 1, max: 99 }),
    compare: fc.constantFrom('more' as const, 'at-least' as const),
    opportunities: fc.option(fc.integer({ min: 1, max: 30 })),
  })
  .map(({ percent, compare, opportunities }) => ({
    type: 'rate',
    percent,
    compare,
    ...(opportunities === null ? {} : { opportunities }),
  }));

export const levelRule: fc.Arbitrary<LevelRule> = fc
  .record({
    levels: fc.integer({ min: 2, max: 5 }),
    level: fc.integer({ min: 1, max: 5 }),
    criteria: fc.integer({ min: 1, max: 5 }),
    share: fc.option(fc.integer({ min: 1, max: 100 })),
  })
  .map(({ levels, level, criteria, share }) => ({
    type: 'level',
    levels,
    level: Math.min(level, levels),
    criteria: Array.from({ length: criteria }, (_, i) => named(`criterion-${i}`)),
    ...(share === null ? {} : { share }),
  }));

const leafRule: fc.Arbitrary<Rule> = fc.oneof(
  scoreRule,
  demonstrationsRule,
  consistentlyRule,
  rateRule,
  levelRule,
);

export const partsRule: fc.Arbitrary<PartsRule> = fc
  .array(leafRule, { minLength: 1, maxLength: 3 })
  .map((rules) => ({
    type: 'parts',
    parts: rules.map((rule, i) => ({ id: `p${i}`, name: named(`part-${i}`), rule })),
  }));

export const anyRule: fc.Arbitrary<AnyRule> = fc.record({
  type: fc.constant('any' as const),
  rules: fc.array(leafRule, { minLength: 1, maxLength: 3 }),
});

export const anyKindOfRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 5, arbitrary: leafRule },
  partsRule,
  anyRule,
);

const names = fc.record(
  {
    thing: fc.constantFrom('a', 'b', 'c'),
    occasion: fc.constantFrom('o1', 'o2', 'o3'),
    part: fc.constantFrom('p0', 'p1', 'p2', 'p9'),
  },
  { requiredKeys: [] },
);

const tally = fc
  .tuple(fc.integer({ min: 0, max: 26 }), fc.integer({ min: 0, max: 4 }))
  .map(([of, missed]) => ({ of, right: Math.max(0, of - missed) }));

const evidenceBody: fc.Arbitrary<EvidenceBody> = fc.oneof(
  fc
    .record({
      tally,
      activeMs: fc.constantFrom(0, 29_999, 30_000, 60_001, 180_000, 180_001, 700_000),
      timeFactor: fc.constantFrom(0, 1, 1.25, 2),
    })
    .map(({ tally: { of, right }, activeMs, timeFactor }): EvidenceBody => ({
      type: 'score',
      correct: right,
      of,
      activeMs,
      timeFactor,
    })),
  fc.record({ type: fc.constant('mark' as const), met: fc.boolean() }),
  fc.record({ type: fc.constant('observed' as const), seen: fc.boolean() }),
  tally.map(({ of, right }): EvidenceBody => ({ type: 'rate', hits: right, of })),
  fc.record({
    type: fc.constant('levels' as const),
    levels: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 5 }),
  }),
);

/** Evidence of six days, each piece at its own address. */
export const someEvidence: fc.Arbitrary<Evidence[]> = fc
  .array(
    fc.tuple(
      evidenceBody,
      names,
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 8 * 60 }),
    ),
    { maxLength: 9 },
  )
  .map((pieces) =>
    pieces.map(([body, name, days, minutes], slot) => ({
      ...body,
      ...name,
      moment: START + days * DAY + minutes * 60_000,
      address: { stream: 1, slot },
    })),
  );

let fresh = 0;
/** A moment on a school day that nothing of `evidence` was on, later than all of it. */
export function nextFreeDay(evidence: readonly Evidence[]): number {
  return Math.max(START, ...evidence.map(({ moment }) => moment)) + DAY;
}

/** Evidence of these tests with what matters given, later than `before`. */
export function piece(body: EvidenceBody, before: readonly Evidence[] = []): Evidence {
  fresh += 1;
  return { ...body, moment: nextFreeDay(before), address: { stream: 9, slot: fresh } };
}

/** Each body a day after the one before it. */
export function daily(...bodies: readonly EvidenceBody[]): Evidence[] {
  const all: Evidence[] = [];
  for (const body of bodies) all.push(piece(body, all));
  return all;
}
