/** From digests to attempts: which of them count, what each says, and what became of it. */
import { unreachable } from '../kernel/assert.ts';
import type { Outcome } from '../model/status.ts';
import type { Purpose } from '../model/event.ts';
import type { Address, Evidence, EvidenceBody } from '../rules/evidence.ts';
import { judge } from '../rules/judge.ts';
import type { Rule } from '../rules/rule.ts';
import { addressKey } from './digest.ts';
import { isShortLook } from './retention-score.ts';
import type { CheckEntry, Digest, MarkEntry } from './entry.ts';

export interface Attempt {
  readonly address: Address;
  readonly moment: number;
  /** The moment is not certain: the clocks contradicted each other. */
  readonly unsure?: true;
  /** Place of the revision it was made under. */
  readonly rev: number;
  readonly entry: CheckEntry | MarkEntry;
  readonly body: EvidenceBody;
  readonly outcome: Outcome;
  /**
   * Counts towards mastery: finished, not set aside, and made for mastery or as a baseline. A retention check asks whether
   * mastery lasted and an agreement check whether two assessors agree: neither builds mastery, not even when met.
   */
  readonly counts: boolean;
  /** The withdrawals that set it aside: taking them all back makes it count again. */
  readonly setAsideBy?: readonly Address[];
}

const BUILDS: Readonly<Record<Purpose, boolean>> = {
  mastery: true,
  baseline: true,
  retention: false,
  agreement: false,
};

/**
 * The attempts among digests in order. An attempt is judged by the rule of the revision it was made under (the one that was
 * on the child's screen); `rules` are those of all revisions, the current one last.
 */
export function attemptsOf(digests: readonly Digest[], rules: readonly Rule[]): Attempt[] {
  const withdrawn = withdrawnIn(digests);
  return digests.flatMap((digest) => {
    const { entry, stream, slot, moment } = digest;
    if (entry.type !== 'check' && entry.type !== 'mark') return [];
    const rev = Math.min(digest.rev, rules.length - 1);
    const rule = rules[rev];
    if (rule === undefined) return [];
    const body = bodyOf(entry);
    const setAsideBy = withdrawn.get(addressKey(digest));
    const setAside = setAsideBy !== undefined;
    const finished = entry.type === 'mark' || entry.finished;
    const outcome = setAside
      ? 'set-aside'
      : finished
        ? outcomeOf(rule, entry, body)
        : 'interrupted';
    const counts = !setAside && finished && BUILDS[entry.purpose];
    const unsure = digest.unsure === true ? { unsure: digest.unsure } : {};
    const aside = setAside ? { setAsideBy } : {};
    const address = { stream, slot };
    return [{ address, moment, ...unsure, rev, entry, body, outcome, counts, ...aside }];
  });
}

/** A short look whether mastery lasted is met by one right answer; everything else is judged by the rule. */
function outcomeOf(rule: Rule, entry: CheckEntry | MarkEntry, body: EvidenceBody): Outcome {
  if (entry.type === 'check' && isShortLook(entry, rule))
    return entry.correct > 0 ? 'met' : 'not-yet';
  return judge(rule, body);
}

/** What withdrawals set aside, attempts and allowances, unless they were taken back themselves: by address, with those withdrawals. */
export function withdrawnIn(digests: readonly Digest[]): ReadonlyMap<string, readonly Address[]> {
  const restored = new Set<string>();
  for (const { entry } of digests) {
    if (entry.type === 'restore')
      for (const target of entry.targets) restored.add(addressKey(target));
  }
  const withdrawn = new Map<string, Address[]>();
  for (const digest of digests) {
    const { entry } = digest;
    if (entry.type !== 'withdraw' || restored.has(addressKey(digest))) continue;
    const { stream, slot } = digest;
    for (const target of entry.targets) {
      const key = addressKey(target);
      withdrawn.set(key, [...(withdrawn.get(key) ?? []), { stream, slot }]);
    }
  }
  return withdrawn;
}

/** What counts of `attempts` made under revision 0 .. `place`, as the rule of revision `place` reads it. */
export function evidenceFor(
  attempts: readonly Attempt[],
  rules: readonly Rule[],
  place: number,
): Evidence[] {
  return attempts.flatMap(({ counts, rev, body, moment, address }) => {
    if (!counts || rev > place) return [];
    const made = rules[rev];
    const read = rev < place && made !== undefined && asksForSteps(made) ? asStep(body) : body;
    return [{ ...read, moment, address }];
  });
}

/**
 * Whether one met mark was only one step of several under this rule. Read under a later rule that takes a mark as a word
 * about the whole objective (a score, say), it must not become mastery: it stays one sighting.
 */
function asksForSteps(rule: Rule): boolean {
  switch (rule.type) {
    case 'demonstrations':
      return rule.times > 1;
    case 'consistently':
      return rule.days > 1;
    case 'parts':
      return true;
    case 'any':
      return rule.rules.every(asksForSteps);
    case 'score':
    case 'rate':
    case 'level':
      return false;
    default:
      return unreachable(rule);
  }
}

function asStep(body: EvidenceBody): EvidenceBody {
  if (body.type !== 'mark') return body;
  const { met, ...named } = body;
  return { ...named, type: 'observed', seen: met };
}

function bodyOf(entry: CheckEntry | MarkEntry): EvidenceBody {
  if (entry.type === 'check') {
    const { correct, of, activeMs, timeFactor } = entry;
    return { type: 'score', correct, of, activeMs, timeFactor };
  }
  const { mark, occasion, thing, part } = entry;
  const named = {
    occasion,
    ...(thing === undefined ? {} : { thing }),
    ...(part === undefined ? {} : { part }),
  };
  switch (mark.type) {
    case 'met':
    case 'not-yet':
      return { ...named, type: 'mark', met: mark.type === 'met' };
    case 'seen':
    case 'opposite':
      return { ...named, type: 'observed', seen: mark.type === 'seen' };
    case 'rate':
    case 'levels':
      return { ...named, ...mark };
    default:
      return unreachable(mark);
  }
}
