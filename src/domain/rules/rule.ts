/**
 * A rule is the mastery threshold of an objective, as plain data. One function evaluates it (`evaluate.ts`), one puts it
 * into words (`explain.ts`); both read this value, so that the rule that is shown is the rule that is evaluated.
 */
import type { LocalText } from '../kernel/local-text.ts';

/** k of n items right in one check, optionally within `minutes` of active time (9 of 10 in 3 minutes). */
export interface ScoreRule {
  readonly type: 'score';
  readonly correct: number;
  readonly of: number;
  readonly minutes?: number;
}

/** What makes two demonstrations different: another calendar day, another thing, another occasion, or nothing. */
export type Distinct = 'day' | 'thing' | 'occasion' | 'none';

/** Shown `times` times, each different by `distinct` (name 4 different feelings). */
export interface DemonstrationsRule {
  readonly type: 'demonstrations';
  readonly times: number;
  readonly distinct: Distinct;
}

/** `days` observed days in a row on which only "seen" was observed; the opposite begins the run again; once met it stays. */
export interface ConsistentlyRule {
  readonly type: 'consistently';
  readonly days: number;
}

/** More than (or at least) `percent` of at least `opportunities` in one assessment (more than 90 percent of 20: 19). */
export interface RateRule {
  readonly type: 'rate';
  readonly percent: number;
  readonly compare: 'more' | 'at-least';
  /** The smallest number of opportunities that counts; 20 unless said. */
  readonly opportunities?: number;
}

/** At least `level` of `levels` on every criterion, or on a stated share of them. */
export interface LevelRule {
  readonly type: 'level';
  readonly level: number;
  readonly levels: number;
  readonly criteria: readonly LocalText[];
  /** Percent of the criteria that must reach the level; all of them (100) unless said. */
  readonly share?: number;
}

/** Named sub-rules, all needed. Evidence names the part it speaks of. */
export interface PartsRule {
  readonly type: 'parts';
  readonly parts: readonly { readonly id: string; readonly name: LocalText; readonly rule: Rule }[];
}

/** Several equally valid ways to show the same objective. */
export interface AnyRule {
  readonly type: 'any';
  readonly rules: readonly Rule[];
}

export type Rule =
  | ScoreRule
  | DemonstrationsRule
  | ConsistentlyRule
  | RateRule
  | LevelRule
  | PartsRule
  | AnyRule;

/** The rule of a unit: ceil(percent x its objectives that are not excused), shown as a seal at the unit's head. */
export interface ShareRule {
  readonly type: 'share';
  readonly percent: number;
}
