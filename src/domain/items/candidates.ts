import { intBetween, pick, seededRandom, type Random } from '../kernel/random.ts';
import type { BlueprintEntry } from './blueprint.ts';
import type { Candidate, Source } from './family.ts';

/** Spaces up to this size are listed once and kept; larger ones are drawn from, item by item. */
const LISTED_UP_TO = 8192;
/** Draws per item, at most, before an exact search (of a list) or the end (of a space too large to list). */
const DRAWS = 200;
/** A draw that broke a condition of the parameters is no draw; even so it has to end. */
const TRIES = 40 * DRAWS;
/** How many draws tell how rare a tag is in a space too large to list. */
const SURVEY = 400;

/** Where the items of a form are taken from. */
export interface Candidates {
  readonly blueprint: readonly BlueprintEntry[];
  /** Places in the blueprint that ask for a minimum, rarest tag first. */
  readonly needed: readonly number[];
  /** One candidate that carries the tag of this blueprint place (any, for null) and is allowed; null when there is none. */
  find(
    random: Random,
    tagged: number | null,
    allowed: (one: Candidate) => boolean,
  ): Candidate | null;
  /** The twin of an item by its identity, where the space is small enough to know. */
  twinOf(identity: string): string | undefined;
}

/** Prepares a source: lists it, or surveys it. Costs milliseconds: keep what comes back. */
export function candidatesOf(source: Source): Candidates {
  return source.size <= LISTED_UP_TO ? listed(source) : drawn(source);
}

function carries(one: Candidate, place: number): boolean {
  return ((one.bits >> place) & 1) === 1;
}

function rarestFirst(blueprint: readonly BlueprintEntry[], sample: readonly Candidate[]): number[] {
  const counts = blueprint.map((_, place) => sample.filter((one) => carries(one, place)).length);
  return blueprint
    .map((_, place) => place)
    .filter((place) => (blueprint[place]?.min ?? 0) > 0)
    .toSorted((p, q) => (counts[p] ?? 0) - (counts[q] ?? 0) || p - q);
}

function listed(source: Source): Candidates {
  const { blueprint } = source.form;
  const all = source.all();
  const anyStrata = strataOf(all);
  const tagStrata = blueprint.map((_, place) => strataOf(all.filter((one) => carries(one, place))));
  let twins: Map<string, string> | null = null;
  return {
    blueprint,
    needed: rarestFirst(blueprint, all),
    find: (random, tagged, allowed) => {
      const strata = (tagged === null ? anyStrata : tagStrata[tagged]) ?? [];
      if (strata.length === 0) return null;
      for (let i = 0; i < Math.min(DRAWS, all.length); i += 1) {
        const one = pick(random, pick(random, strata));
        if (allowed(one)) return one;
      }
      const rest = strata.flat().filter(allowed);
      return rest[intBetween(random, 0, rest.length - 1)] ?? null;
    },
    twinOf: (identity) => {
      twins ??= new Map(all.map((one) => [one.identity, one.twin]));
      return twins.get(identity);
    },
  };
}

function strataOf(all: readonly Candidate[]): Candidate[][] {
  const strata = new Map<string, Candidate[]>();
  for (const one of all) {
    const stratum = strata.get(one.stratum);
    if (stratum === undefined) strata.set(one.stratum, [one]);
    else stratum.push(one);
  }
  return [...strata.values()];
}

function drawn(source: Source): Candidates {
  const { blueprint } = source.form;
  const survey = seededRandom('how rare is each tag');
  const sample = Array.from({ length: SURVEY }, () => source.draw(survey)).filter(
    (one) => one !== null,
  );
  return {
    blueprint,
    needed: rarestFirst(blueprint, sample),
    find: (random, tagged, allowed) => {
      for (let draws = 0, tries = 0; draws < DRAWS && tries < TRIES; tries += 1) {
        const one = source.draw(random);
        if (one === null) continue;
        draws += 1;
        if ((tagged === null || carries(one, tagged)) && allowed(one)) return one;
      }
      return null;
    },
    // Among the tens of thousands of items of such a space a mirror twin in the next form is a rarity that does no harm.
    twinOf: () => undefined,
  };
}
