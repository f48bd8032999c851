import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '#domain/rules/evaluate.ts';
import type { Evidence, EvidenceBody } from '#domain/rules/evidence.ts';
import { forPart } from '#domain/rules/evaluate.ts';
import type { LevelRule, Rule } from '#domain/rules/rule.ts';
import { anyKindOfRule, day, nextFreeDay, someEvidence } from './arbitraries.ts';

const isMet = (rule: Rule, evidence: readonly Evidence[]): boolean =>
  evaluate(rule, evidence, day).met;

/** The same evidence with one piece put in the place of another. */
function replaced(evidence: readonly Evidence[], at: number, body: EvidenceBody): Evidence[] {
  return evidence.map((one, i) => (i === at ? { ...one, ...body } : one));
}

/** One more item right: in place of a wrong one, or as one further item. */
function oneMoreItem(one: Evidence): EvidenceBody[] {
  if (one.type !== 'score' && one.type !== 'rate') return [];
  const right = one.type === 'score' ? one.correct : one.hits;
  const longer = [right < one.of ? one.of : null, one.of + 1].filter((of) => of !== null);
  return longer.map((of) =>
    one.type === 'score' ? { ...one, correct: right + 1, of } : { ...one, hits: right + 1, of },
  );
}

function oneMoreCriterion(rule: LevelRule, one: Evidence): EvidenceBody[] {
  if (one.type !== 'levels') return [];
  return rule.criteria.map((_, i) => ({
    ...one,
    levels: rule.criteria.map((__, j) => (i === j ? rule.level : (one.levels[j] ?? 0))),
  }));
}

/** What DESIGN says, tried out: exactly one more item, demonstration, day, criterion or part, or only the time not run out. */
function wouldBeMetWithOneMore(rule: Rule, evidence: readonly Evidence[]): boolean {
  if (evidence.length === 0 || isMet(rule, evidence)) return false;
  const added = (body: EvidenceBody): boolean =>
    isMet(rule, [
      ...evidence,
      { ...body, moment: nextFreeDay(evidence), address: { stream: 7, slot: 1 } },
    ]);
  const changed = (variants: (one: Evidence) => EvidenceBody[]): boolean =>
    evidence.some((one, i) =>
      variants(one).some((body) => isMet(rule, replaced(evidence, i, body))),
    );
  switch (rule.type) {
    case 'score':
      return changed((one) => [
        ...oneMoreItem(one),
        ...(one.type === 'score' ? [{ ...one, activeMs: 0 }] : []),
      ]);
    case 'rate':
      return changed(oneMoreItem);
    case 'level':
      return changed((one) => oneMoreCriterion(rule, one));
    case 'demonstrations':
      return added({ type: 'mark', met: true, thing: 'fresh', occasion: 'fresh' });
    case 'consistently':
      return added({ type: 'observed', seen: true });
    case 'parts': {
      const missing = rule.parts.filter(
        (part) =>
          !isMet(
            part.rule,
            evidence.flatMap((one) => forPart(part, one) ?? []),
          ),
      );
      return missing.length === 1;
    }
    case 'any':
      return rule.rules.some((one) => wouldBeMetWithOneMore(one, evidence));
  }
}

test('nearly is shown exactly when one more would do, or only the time ran out', () => {
  const shown = { yes: 0, no: 0 };
  fc.assert(
    fc.property(anyKindOfRule, someEvidence, (rule, evidence) => {
      const { nearly } = evaluate(rule, evidence, day);
      shown[nearly ? 'yes' : 'no'] += 1;
      expect(nearly).toBe(wouldBeMetWithOneMore(rule, evidence));
    }),
    { numRuns: 3000 },
  );
  // The generator reaches both sides.
  expect(Math.min(shown.yes, shown.no)).toBeGreaterThan(100);
});
