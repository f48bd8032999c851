import type { FormResult } from '#domain/items/grade.ts';

const MOST_EMPTY = 3;

/**
 * What is looked at afterwards: every wrong answer, and what was left empty, unless that is most of it (a check that was
 * stopped early is not a list of failures).
 */
export function placesToLookAt({ results }: FormResult): number[] {
  const empty = results.filter(({ verdict }) => verdict === 'blank').length;
  return results.flatMap(({ verdict }, place) => {
    const skipped = verdict === 'blank' && empty > MOST_EMPTY;
    return verdict === 'right' || skipped ? [] : [place];
  });
}
