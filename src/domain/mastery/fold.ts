/**
 * Attempt -> evidence -> progress -> status, for one objective of one student.
 *
 * A status is never stored as a fact: it is this function of a *set* of digests. Digests are sorted by moment, stream, slot
 * and each address counts once, so any permutation and duplication of the same set gives the same result.
 */
import type { Course, Objective } from '../model/course.ts';
import type { Decision } from '../model/event.ts';
import type { Flag, Outcome, Status } from '../model/status.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import type { Address } from '../rules/evidence.ts';
import type { Rule } from '../rules/rule.ts';
import { attemptsOf, evidenceFor, withdrawnIn, type Attempt } from './attempts.ts';
import { addressKey, distinctDigests } from './digest.ts';
import type { CheckEntry, Digest, MarkEntry } from './entry.ts';
import { standingDecision, type JudgementDigest, type StandingDecision } from './judgements.ts';

export interface ObjectiveOutcome {
  readonly address: Address;
  readonly moment: number;
  /** The moment is not certain: the clocks contradicted each other. */
  readonly unsure?: true;
  readonly outcome: Outcome;
  readonly entry: CheckEntry | MarkEntry;
  /** The child has looked at what went wrong. */
  readonly reviewed?: true;
  /** The withdrawals that set it aside: taking them all back makes it count again. */
  readonly setAsideBy?: readonly Address[];
}

export interface ObjectiveProgress {
  readonly status: Status;
  readonly flags: readonly Flag[];
  /** Every attempt, newest first. */
  readonly outcomes: readonly ObjectiveOutcome[];
  /** Under the current revision's rule. */
  readonly evaluation: Evaluation;
  /** The first moment of mastery (ms), by evidence or decision; it stays through check again and excused. */
  readonly masteredAt: number | null;
  /** When a member of staff last said that the child may try again now. */
  readonly allowedAt: number | null;
  /** The decision of a person that stands, where there is one. */
  readonly decidedBy?: {
    readonly decision: Decision;
    readonly address: Address;
    readonly moment: number;
  };
  /** Every decision about it, also those that were replaced. */
  readonly judgements: readonly JudgementDigest[];
}

/** Attempts with outcome "not yet" since the last met one that make a child need help. */
const NEEDS_HELP_AFTER = 4;

/** Folds the digests of the objective at `position` (others are ignored), in any order, with duplicates. */
export function foldObjective(
  course: Course,
  position: number,
  digests: readonly Digest[],
  day: (moment: number) => string,
): ObjectiveProgress | null {
  const objective = course.objectives[position];
  if (objective === undefined) return null;
  const own = distinctDigests(digests.filter((digest) => digest.position === position));
  const rules = rulesOf(objective);
  const attempts = attemptsOf(own, rules);
  const judgements = own.filter(isJudgement);
  const decided = standingDecision(judgements);
  const reached = reach(objective.rule, rules, attempts, day);
  const masteredAt = firstOf(
    reached.metAt,
    decided?.decision === 'mastered' ? decided.since : null,
  );
  const status = statusOf(reached, attempts, decided, masteredAt);
  const reviewed = reviewedIn(own);
  return {
    status,
    flags: flagsOf(status, reached, attempts, decided, own),
    outcomes: attempts
      .map(({ address, moment, unsure, outcome, entry, setAsideBy }) => ({
        address,
        moment,
        ...(unsure === true ? { unsure } : {}),
        outcome,
        entry,
        ...(setAsideBy === undefined ? {} : { setAsideBy }),
        ...(reviewed.has(addressKey(address)) ? { reviewed: true as const } : {}),
      }))
      .toReversed(),
    evaluation: reached.evaluation,
    masteredAt,
    allowedAt: allowedIn(own),
    judgements,
    ...(decided === null
      ? {}
      : {
          decidedBy: {
            decision: decided.decision,
            address: decided.address,
            moment: decided.moment,
          },
        }),
  };
}

/** When the newest allowance that was not taken back was given. */
function allowedIn(digests: readonly Digest[]): number | null {
  const allowed = digests.filter(({ entry }) => entry.type === 'allow');
  // Rare: most objectives are folded without a look at what was taken back.
  if (allowed.length === 0) return null;
  const withdrawn = withdrawnIn(digests);
  return allowed.findLast((digest) => !withdrawn.has(addressKey(digest)))?.moment ?? null;
}

/** Rules of all revisions, oldest first, the current one last. */
function rulesOf(objective: Objective): Rule[] {
  return [...(objective.earlier ?? []).map(({ rule }) => rule), objective.rule];
}

function isJudgement(digest: Digest): digest is JudgementDigest {
  return digest.entry.type === 'judgement';
}

interface Reached {
  readonly evaluation: Evaluation;
  /** First moment at which the evidence met the rule of any revision. */
  readonly metAt: number | null;
  /** Evidence made under an earlier revision matters: without it the current rule would not be met. */
  readonly onEarlier: boolean;
}

/** Mastery once reached under an earlier revision stays; evidence that was not yet enough counts on under the later ones. */
function reach(
  current: Rule,
  rules: readonly Rule[],
  attempts: readonly Attempt[],
  day: (moment: number) => string,
): Reached {
  const last = rules.length - 1;
  const evaluation = evaluate(current, evidenceFor(attempts, rules, last), day);
  const oldest = Math.min(last, ...attempts.filter(({ counts }) => counts).map(({ rev }) => rev));
  if (oldest === last) return { evaluation, metAt: evaluation.metAt, onEarlier: false };
  let { metAt } = evaluation;
  for (const [place, rule] of rules.slice(0, last).entries()) {
    metAt = firstOf(metAt, evaluate(rule, evidenceFor(attempts, rules, place), day).metAt);
  }
  const fresh = attempts.filter(({ rev }) => rev === last);
  return {
    evaluation,
    metAt,
    onEarlier: !evaluate(current, evidenceFor(fresh, rules, last), day).met,
  };
}

function statusOf(
  { evaluation }: Reached,
  attempts: readonly Attempt[],
  decided: StandingDecision | null,
  masteredAt: number | null,
): Status {
  if (decided?.decision === 'excused') return 'excused';
  if (masteredAt !== null) return lasts(attempts, decided, masteredAt) ? 'mastered' : 'check-again';
  if (evaluation.nearly) return 'nearly';
  return attempts.some(({ counts }) => counts) ? 'working' : 'not-started';
}

/**
 * Whether mastery still stands unquestioned. A retention attempt later than mastery that was not met (slower is not met
 * either) asks for another check; any later met attempt that is not part of an agreement study, or a later decision
 * "mastered", clears it. Other failed retries change nothing.
 */
function lasts(
  attempts: readonly Attempt[],
  decided: StandingDecision | null,
  masteredAt: number,
): boolean {
  let failedAt: number | null = null;
  for (const { moment, outcome, entry } of attempts) {
    if (moment <= masteredAt || entry.purpose === 'agreement') continue;
    if (outcome === 'met') failedAt = null;
    else if (entry.purpose === 'retention' && (outcome === 'not-yet' || outcome === 'slower'))
      failedAt = moment;
  }
  return failedAt === null || (decided?.decision === 'mastered' && decided.moment >= failedAt);
}

function flagsOf(
  status: Status,
  reached: Reached,
  attempts: readonly Attempt[],
  decided: StandingDecision | null,
  digests: readonly Digest[],
): Flag[] {
  const flags: Flag[] = [];
  const done = status === 'mastered' || status === 'check-again';
  if (status !== 'excused' && needsHelp(attempts)) flags.push('needs-help');
  if (decided?.twoViews === true) flags.push('two-views');
  if (decided !== null && decided.decision !== 'none') flags.push('decided');
  if (!done && status !== 'excused' && attempts.some(({ outcome }) => outcome === 'waiting'))
    flags.push('waiting');
  if (reached.onEarlier) flags.push('earlier-revision');
  const said = status === 'mastered' || status === 'excused' ? null : signalIn(digests);
  if (said !== null) flags.push(said);
  return flags;
}

/** The child's latest word. "Ready" is answered by a check that was handed in, "help" by a person who takes it off. */
function signalIn(digests: readonly Digest[]): 'ready-to-try' | 'would-like-help' | null {
  const last = digests.findLast(({ entry }) => entry.type === 'signal');
  if (last?.entry.type !== 'signal') return null;
  const { signal } = last.entry;
  if (signal === 'help') return 'would-like-help';
  const tried = digests.some(
    ({ entry, moment }) => entry.type === 'check' && entry.finished && moment > last.moment,
  );
  return signal === 'ready' && !tried ? 'ready-to-try' : null;
}

/** Addresses of attempts whose mistakes the child has looked at. */
function reviewedIn(digests: readonly Digest[]): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { entry } of digests)
    if (entry.type === 'review') for (const target of entry.targets) seen.add(addressKey(target));
  return seen;
}

/** Four "not yet" since the last met one. Slower, interrupted and set-aside attempts neither count nor begin anew. */
function needsHelp(attempts: readonly Attempt[]): boolean {
  let missed = 0;
  for (const { outcome, entry } of attempts) {
    if (entry.purpose === 'agreement') continue;
    if (outcome === 'met') missed = 0;
    else if (outcome === 'not-yet') missed += 1;
  }
  return missed >= NEEDS_HELP_AFTER;
}

function firstOf(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
