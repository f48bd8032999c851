/**
 * What a right that was given back, or a version that knows more, makes count was received long ago: between it and now lies what was
 * folded without it. Folded late, it would leave another state than the log gives when it is read in order (PROTOCOL 12): who was in
 * which group when. So everything is derived anew, which is rare, and takes as long as a rebuild.
 */
import { compareState, deriveState, replaceState } from '../usecases/rebuild.ts';
import type { Commit } from './commit.ts';
import type { FoldSetting } from './open-fold.ts';

/** Puts what the log gives in the place of what is there. @returns undefined where it was the same */
export async function deriveAnew(
  { store, school, packs, log }: FoldSetting,
  now: number,
): Promise<Commit | undefined> {
  const rebuilt = await deriveState(store, school, packs, log);
  const difference = await compareState(store, school, rebuilt);
  const { documents, extra, issues, memberships } = difference;
  if (documents.length + extra.length + issues + memberships === 0) return undefined;
  const seq = await replaceState(store, school, rebuilt, difference, now);
  const tags = documents.flatMap((key) => rebuilt.documents.get(key)?.tags ?? []);
  return { seq, tags: new Set(tags), rosters: memberships > 0 };
}
