/**
 * Rules in words, made from the same value and the same thresholds that `evaluate` reads. One table of phrases per
 * language; a language that lacks a phrase does not compile.
 */
import { unreachable } from '../kernel/assert.ts';
import type { Language } from '../kernel/local-text.ts';
import type { Evaluation } from './evaluation.ts';
import { english } from './phrases-en.ts';
import { spanish } from './phrases-es.ts';
import type { Phrases } from './phrases.ts';
import type { Rule } from './rule.ts';
import {
  criteriaCount,
  criteriaNeeded,
  hitsNeeded,
  opportunitiesNeeded,
  timeLimit,
} from './thresholds.ts';

const PHRASES: Readonly<Record<Language, Phrases>> = { en: english, es: spanish };

/** What mastery takes, for adults: "9 of 10 right, within 3 minutes". */
export function explain(rule: Rule, language: Language): string {
  return capitalised(phrase(rule, language, PHRASES[language]));
}

/**
 * What "got it" means, for a child. A rate is said as a number: "At least 19 of 20 right".
 * @param timeFactor how much longer this child may take; 0 = no time is spoken of
 */
export function explainForChild(rule: Rule, language: Language, timeFactor: number): string {
  return capitalised(childPhrase(rule, language, timeFactor));
}

/**
 * How far: "2 of 3 times", "8 right, 9 needed". Of a rule with several ways (`any`), the way that came closest. What was
 * right is said in full (10 right, 9 needed); of what is counted one by one, no more than is needed.
 */
export function explainProgress(rule: Rule, evaluation: Evaluation, language: Language): string {
  const { have, need, unit, met } = evaluation;
  const p = PHRASES[language];
  if (unit !== 'item' && unit !== 'opportunity') return p.counted(Math.min(have, need), need, unit);
  // Enough right and still not met: the time ran out, or the assessment had too few opportunities.
  if (met || have < need) return p.right(have, need);
  return unit === 'item'
    ? p.rightButSlower(have, need)
    : p.rightButTooFew(have, fewest(rule) ?? need);
}

/** The number of opportunities that the rate rule in `rule` asks for. */
function fewest(rule: Rule): number | null {
  if (rule.type === 'rate') return opportunitiesNeeded(rule);
  const inner = rule.type === 'any' ? rule.rules : [];
  return inner.map(fewest).find((n) => n !== null) ?? null;
}

function phrase(rule: Rule, language: Language, p: Phrases): string {
  switch (rule.type) {
    case 'score':
      return p.score(rule.correct, rule.of, rule.minutes ?? null);
    case 'demonstrations':
      return p.demonstrations(rule.times, rule.distinct);
    case 'consistently':
      return p.consistently(rule.days);
    case 'rate':
      return p.rate(rule.compare, rule.percent, opportunitiesNeeded(rule));
    case 'level':
      return p.level(rule.level, rule.levels, criteriaNeeded(rule), criteriaCount(rule));
    case 'parts':
      return p.parts(
        rule.parts.map(
          ({ name, rule: part }) => `${name[language]} (${phrase(part, language, p)})`,
        ),
      );
    case 'any':
      return p.any(rule.rules.map((one) => phrase(one, language, p)));
    default:
      return unreachable(rule);
  }
}

function childPhrase(rule: Rule, language: Language, timeFactor: number): string {
  const p = PHRASES[language];
  const inner = (part: Rule): string => childPhrase(part, language, timeFactor);
  switch (rule.type) {
    case 'score':
      return p.childScore(rule.correct, rule.of, secondsOf(timeLimit(rule, timeFactor)));
    case 'demonstrations':
      return p.childDemonstrations(rule.times, rule.distinct);
    case 'consistently':
      return p.childConsistently(rule.days);
    case 'rate':
      return p.childRate(hitsNeeded(rule, opportunitiesNeeded(rule)), opportunitiesNeeded(rule));
    case 'level':
      return p.level(rule.level, rule.levels, criteriaNeeded(rule), criteriaCount(rule));
    case 'parts':
      return p.parts(
        rule.parts.map(({ name, rule: part }) => `${name[language]} (${inner(part)})`),
      );
    case 'any':
      return p.any(rule.rules.map(inner));
    default:
      return unreachable(rule);
  }
}

function secondsOf(ms: number | null): number | null {
  return ms === null ? null : ms / 1000;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
