import { shuffled, type Random } from '../kernel/random.ts';
import type { Candidates } from './candidates.ts';
import type { Candidate } from './family.ts';

/** What a form must not contain, and what it takes only where nothing else is left. */
export interface Ban {
  readonly identities: ReadonlySet<string>;
  readonly twins: ReadonlySet<string>;
  readonly unwanted: ReadonlySet<string>;
}

export const NO_BAN: Ban = { identities: new Set(), twins: new Set(), unwanted: new Set() };

/** A choice can run into a dead end (two maxima leave nothing for a minimum): it is begun again this often. */
const ATTEMPTS = 20;

/**
 * Chooses `count` items by the blueprint: first what has a minimum, rarest tag first, then freely, never past a maximum,
 * never two of a twin nor two stories of one scene, nothing that is banned; then shuffles. Null when no such form was found.
 */
export function chooseItems(
  candidates: Candidates,
  count: number,
  random: Random,
  ban: Ban,
): Candidate[] | null {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const chosen = attemptForm(candidates, count, random, ban);
    if (chosen !== null && keepsBlueprint(candidates, chosen)) return shuffled(random, chosen);
  }
  return null;
}

function attemptForm(
  candidates: Candidates,
  count: number,
  random: Random,
  ban: Ban,
): Candidate[] | null {
  const { blueprint } = candidates;
  const chosen: Candidate[] = [];
  const twins: string[] = [];
  const scenes: string[] = [];
  const counts = blueprint.map(() => 0);
  let full = 0;
  blueprint.forEach(({ max }, place) => {
    if (max === 0) full |= 1 << place;
  });
  const allowed = (one: Candidate): boolean =>
    (one.bits & full) === 0 &&
    !twins.includes(one.twin) &&
    (one.scene === null || !scenes.includes(one.scene)) &&
    !ban.identities.has(one.identity) &&
    !ban.twins.has(one.twin);
  const wanted = (one: Candidate): boolean => allowed(one) && !ban.unwanted.has(one.identity);
  const take = (tagged: number | null): boolean => {
    if (chosen.length === count) return false;
    const best = candidates.find(random, tagged, wanted);
    const one = best ?? (ban.unwanted.size > 0 ? candidates.find(random, tagged, allowed) : null);
    if (one === null) return false;
    chosen.push(one);
    twins.push(one.twin);
    if (one.scene !== null) scenes.push(one.scene);
    blueprint.forEach(({ max }, place) => {
      if (((one.bits >> place) & 1) === 0) return;
      const now = (counts[place] ?? 0) + 1;
      counts[place] = now;
      if (now >= max) full |= 1 << place;
    });
    return true;
  };
  for (const place of candidates.needed) {
    while ((counts[place] ?? 0) < (blueprint[place]?.min ?? 0)) if (!take(place)) return null;
  }
  while (chosen.length < count) if (!take(null)) return null;
  return chosen;
}

/**
 * Another item in the place of one that the child has seen for too long: it carries the same tags of the blueprint, and is
 * none of those `shown` nor a twin or another story of one. Where the pool is too small for that, older forms are forgotten
 * first, then a twin may come; null where nothing is left, or no such place is.
 */
export function siblingOf(
  candidates: Candidates,
  chosen: readonly Candidate[],
  place: number,
  shown: ReadonlySet<string>,
  random: Random,
  ban: Ban,
): Candidate | null {
  const old = chosen[place];
  if (old === undefined) return null;
  const tagged = candidates.blueprint.findIndex((_, tag) => ((old.bits >> tag) & 1) === 1);
  const isNew = (one: Candidate): boolean => one.bits === old.bits && !shown.has(one.identity);
  const isAlike = (one: Candidate, other: Candidate): boolean =>
    one.twin === other.twin || (one.scene !== null && one.scene === other.scene);
  const isFree = (one: Candidate): boolean =>
    isNew(one) && !chosen.some((other) => isAlike(one, other));
  const isFresh = (one: Candidate): boolean =>
    isFree(one) && !ban.identities.has(one.identity) && !ban.twins.has(one.twin);
  const isOther = (one: Candidate): boolean =>
    isNew(one) && !chosen.some((other) => other !== old && isAlike(one, other));
  for (const allowed of [isFresh, isFree, isOther]) {
    const one = candidates.find(random, tagged === -1 ? null : tagged, allowed);
    if (one !== null) return one;
  }
  return null;
}

/** The check after the choice: every minimum and maximum holds. */
export function keepsBlueprint(candidates: Candidates, chosen: readonly Candidate[]): boolean {
  return candidates.blueprint.every(({ min, max }, place) => {
    const found = chosen.filter((one) => ((one.bits >> place) & 1) === 1).length;
    return found >= min && found <= max;
  });
}
