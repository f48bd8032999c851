import type { FormResult } from '#domain/items/grade.ts';

/** What is looked at afterwards: every answer that is not right, and what was left empty. */
export function placesToLookAt({ results }: FormResult): number[] {
  return results.flatMap(({ verdict }, place) => (verdict === 'right' ? [] : [place]));
}
