/** What one attempt alone says under a rule: the outcome that the child and the teacher see beside it. */
import { unreachable } from '../kernel/assert.ts';
import { demonstrates, observes } from './evaluate-repeated.ts';
import { forPart } from './evaluate.ts';
import type { EvidenceBody } from './evidence.ts';
import { measure } from './measure.ts';
import type { Rule } from './rule.ts';

/** `waiting`: the rule cannot read this kind of evidence, so a person has to look. */
export type Judged = 'met' | 'slower' | 'not-yet' | 'waiting';

const ORDER: readonly Judged[] = ['met', 'slower', 'not-yet', 'waiting'];

/**
 * Judges one attempt. Under a measured rule `met` is exactly "this attempt meets the rule"; under a repeated one it is one
 * demonstration, one seen. Under `any` and `parts` the best of what it says under the sub-rules it speaks of.
 */
export function judge(rule: Rule, body: EvidenceBody): Judged {
  switch (rule.type) {
    case 'score':
    case 'rate':
    case 'level':
      return measure(rule, body)?.result ?? incomparable(body);
    case 'demonstrations':
      return plain(demonstrates(body));
    case 'consistently':
      return plain(observes(body));
    case 'parts': {
      const judged = rule.parts.flatMap((part) => {
        const piece = forPart(part, body);
        return piece === null ? [] : judge(part.rule, piece);
      });
      return judged.length === 0 ? incomparable(body) : best(judged);
    }
    case 'any':
      return best(rule.rules.map((one) => judge(one, body)));
    default:
      return unreachable(rule);
  }
}

function plain(shown: boolean | null): Judged {
  if (shown === null) return 'waiting';
  return shown ? 'met' : 'not-yet';
}

/** Evidence that a rule cannot weigh: a plain "no" is still a no, anything else waits for a look. */
function incomparable(body: EvidenceBody): Judged {
  if (body.type === 'mark' && !body.met) return 'not-yet';
  return body.type === 'observed' && !body.seen ? 'not-yet' : 'waiting';
}

function best(judged: readonly Judged[]): Judged {
  return ORDER.find((one) => judged.includes(one)) ?? 'waiting';
}
