import { contentHash } from '#domain/kernel/content-hash.ts';
import type { Objective } from '#domain/model/course.ts';

/**
 * Names a revision of an objective by what decides mastery in it: the rule, the methods (as a set) and the check with its
 * generator, version and parameters. Titles, I-can sentences, examples, interview questions, prerequisites and standards
 * are left out: better wording does not make the evidence of yesterday an answer to another question. Two teachers who
 * make the same change offline get the same name, and never collide over a number.
 */
export function revisionOf(objective: Pick<Objective, 'rule' | 'methods' | 'check'>): string {
  const { rule, methods, check } = objective;
  return contentHash({ rule, methods: methods.toSorted(), check });
}
