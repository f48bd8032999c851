/** Which decision of a person stands. Judgements are ordered by what their authors saw and replaced, not by clocks. */
import type { Decision } from '../model/event.ts';
import type { Address } from '../rules/evidence.ts';
import { addressKey, byPlace } from './digest.ts';
import type { Digest, JudgementEntry } from './entry.ts';

export type JudgementDigest = Digest & { readonly entry: JudgementEntry };

export interface StandingDecision {
  readonly decision: Decision;
  readonly address: Address;
  readonly moment: number;
  /** The first moment of this same decision: earlier judgements that say the same and were replaced by this one count. */
  readonly since: number;
  /** Judgements that nobody replaced disagree: two people decided without seeing each other. */
  readonly twoViews: boolean;
}

/**
 * The standing decision among the judgements of one objective (each once), or null.
 *
 * A judgement that another one replaces has no effect, whatever their moments. Those that nobody replaced are the heads.
 * The fixed rule for heads that disagree: the newest is shown (by moment, then stream, then slot) and `twoViews` says so until
 * somebody replaces them. A judgement cannot replace itself; judgements that replace each other in a circle all have no
 * effect (no honest device makes one: an author can only replace what was there).
 */
export function standingDecision(judgements: readonly JudgementDigest[]): StandingDecision | null {
  if (judgements.length === 0) return null;
  const byAddress = new Map(judgements.map((one) => [addressKey(one), one]));
  const heads = headsOf(judgements).toSorted(byPlace);
  const shown = heads.at(-1);
  if (shown === undefined) return null;
  const { stream, slot, moment } = shown;
  return {
    decision: shown.entry.decision,
    address: { stream, slot },
    moment,
    since: firstMoment(shown, byAddress),
    twoViews: heads.some((head) => head.entry.decision !== shown.entry.decision),
  };
}

/**
 * Whether a decision that nobody replaced is a word about what happened at `since` (ms). A `none` that takes such a word back is none
 * itself: what one says and takes back is as if it had not been said. (A `none` that replaces nothing, or what was said before, is one:
 * somebody has looked.)
 */
export function isDecidedSince(judgements: readonly JudgementDigest[], since: number): boolean {
  const byAddress = new Map(judgements.map((one) => [addressKey(one), one]));
  const isWord = (one: JudgementDigest, later: readonly JudgementDigest[]): boolean => {
    if (one.moment < since || later.includes(one)) return false;
    if (one.entry.decision !== 'none') return true;
    return !one.entry.replaces.some((target) => {
      const before = byAddress.get(addressKey(target));
      return before !== undefined && isWord(before, [...later, one]);
    });
  };
  return headsOf(judgements).some((head) => isWord(head, []));
}

/** Those that nobody replaced. */
function headsOf(judgements: readonly JudgementDigest[]): JudgementDigest[] {
  const replaced = new Set<string>();
  for (const one of judgements) {
    const own = addressKey(one);
    for (const target of one.entry.replaces.map(addressKey))
      if (target !== own) replaced.add(target);
  }
  return judgements.filter((one) => !replaced.has(addressKey(one)));
}

/** Walks back from a judgement through those it replaced while they decide the same; each is visited once. */
function firstMoment(
  from: JudgementDigest,
  byAddress: ReadonlyMap<string, JudgementDigest>,
): number {
  const visited = new Set<JudgementDigest>([from]);
  // A Set iterates over what is added on the way.
  for (const one of visited) {
    for (const target of one.entry.replaces) {
      const earlier = byAddress.get(addressKey(target));
      if (earlier !== undefined && earlier.entry.decision === from.entry.decision)
        visited.add(earlier);
    }
  }
  return Math.min(...[...visited].map(({ moment }) => moment));
}
