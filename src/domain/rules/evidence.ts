/**
 * Counted evidence: what one attempt says, as a rule reads it. Attempts that do not count (practice, interrupted, set
 * aside, retention, agreement) are left out before (see `mastery/fold.ts`), and each attempt is here once.
 */

/** Names one attempt or judgement: the short number of the stream it came in, and its number there. */
export interface Address {
  readonly stream: number;
  readonly slot: number;
}

/** What an assessor may add to what was seen, and what a rule may ask for. */
interface Named {
  /** Which of different things was shown. */
  readonly thing?: string;
  /** The sitting; evidence that names none is an occasion of its own. */
  readonly occasion?: string;
  /** The part of a rule with parts that it speaks of; `outer/inner` where parts lie inside a part. */
  readonly part?: string;
}

export type EvidenceBody =
  /** A graded check. `activeMs` is measured time; `timeFactor` stretches the limit (1, 1.25, 2 ...), 0 = untimed. */
  | (Named & {
      readonly type: 'score';
      readonly correct: number;
      readonly of: number;
      readonly activeMs: number;
      readonly timeFactor: number;
    })
  /** A person's mark: met, or not yet. */
  | (Named & { readonly type: 'mark'; readonly met: boolean })
  /** A behaviour was seen, or its opposite was. */
  | (Named & { readonly type: 'observed'; readonly seen: boolean })
  /** So many hits of so many opportunities in one assessment. */
  | (Named & { readonly type: 'rate'; readonly hits: number; readonly of: number })
  /** The level reached on each criterion, in the order of the rule's criteria. */
  | (Named & { readonly type: 'levels'; readonly levels: readonly number[] });

/** One piece of evidence, `moment` in ms. */
export type Evidence = EvidenceBody & { readonly moment: number; readonly address: Address };

/** Order in which a rule replays evidence: by moment, then by address, so that it is the same on every device. */
export function byMoment(
  a: { readonly moment: number; readonly address: Address },
  b: { readonly moment: number; readonly address: Address },
): number {
  return (
    a.moment - b.moment || a.address.stream - b.address.stream || a.address.slot - b.address.slot
  );
}
