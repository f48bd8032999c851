import type { Random } from '../kernel/random.ts';
import { err, ok, type Fault, type Result } from '../kernel/result.ts';
import {
  readFormParams,
  tagTest,
  type FormParams,
  type TagLanguage,
  type Traits,
} from './blueprint.ts';
import { explainItem } from './explain-item.ts';
import type { Item, PromptPart } from './item.ts';
import { readRecord, type RecordReader } from '../kernel/read-record.ts';

/**
 * How a family of items is written. `P` are its parameters, `C` is one case: the few numbers that decide an item.
 * What a released version does never changes: a mistake found later gets a new version beside the old one.
 */
export interface FamilyDefinition<P, C> extends TagLanguage {
  readonly id: string;
  readonly version: number;
  /** Reads the family's own parameters; faults stay in the reader. */
  parse(read: RecordReader): P;
  /** Upper bound of the number of cases: decides whether they are listed or drawn. */
  size(params: P): number;
  /** Every case that the parameters allow, each once. */
  cases(params: P): Iterable<C>;
  /** One case at random, or null when the draw broke a condition and another draw is needed. */
  draw(random: Random, params: P): C | null;
  describe(one: C, params: P): CaseTraits;
  build(one: C, params: P): Pick<Item, 'prompt' | 'answer' | 'traps'>;
  /**
   * How to come to the answer: short lines and pictures for the review. Left out, or null for a case: as `explainItem` reads it off
   * the prompt.
   */
  worked?(one: C, params: P): readonly WorkedPart[] | null;
}

/** A line or a picture of a worked answer. */
export type WorkedPart = Extract<PromptPart, { readonly type: 'text' | 'figure' }>;

export interface CaseTraits extends Traits {
  readonly identity: string;
  readonly twin: string;
  /** Free draws take every stratum equally often, however few cases it has. */
  readonly stratum: string;
  /** The situation of a story: none is told twice in one form. */
  readonly scene?: string;
}

/** A possible item, cheap until `build` is called. Bit i of `bits`: it carries the tag of blueprint entry i. */
export interface Candidate {
  readonly identity: string;
  readonly twin: string;
  readonly stratum: string;
  readonly scene: string | null;
  readonly bits: number;
  build(): Item;
}

/** A family with its parameters filled in: where candidates come from. */
export interface Source {
  readonly form: FormParams;
  readonly size: number;
  all(): Candidate[];
  draw(random: Random): Candidate | null;
}

/** A family as the rest of the domain sees it: parameters go in as `unknown`, candidates come out. */
export interface Family {
  readonly id: string;
  readonly version: number;
  parse(params: unknown): Result<Source, Fault>;
}

/**
 * Where the families of one place are looked up by id and version: the server has every released one at hand, a device
 * those that it has loaded. Fault: `items.unknown-family`.
 */
export type FamilyLookup = (id: string, version: number) => Result<Family, Fault>;

/** Items are data and are compared as such: how to come to the answer of one is remembered beside it. */
const workings = new WeakMap<Item, () => readonly WorkedPart[] | null>();

/** How to come to the answer of an item: lines and pictures for the review; never empty. */
export function workedAnswer(item: Item): readonly WorkedPart[] {
  return workings.get(item)?.() ?? explainItem(item).steps.map((text) => ({ type: 'text', text }));
}

/** Closes a definition over its own types, so that families of different cases can stand in one registry. */
export function defineFamily<P, C>(definition: FamilyDefinition<P, C>): Family {
  return {
    id: definition.id,
    version: definition.version,
    parse: (value) => {
      const read = readRecord(value);
      const form = readFormParams(read, definition);
      const params = definition.parse(read);
      const found = read.fault();
      return found === null ? ok(sourceOf(definition, params, form)) : err(found);
    },
  };
}

function sourceOf<P, C>(definition: FamilyDefinition<P, C>, params: P, form: FormParams): Source {
  const tests = form.blueprint.map(({ tag }) => tagTest(tag, definition) ?? (() => false));
  const candidateOf = (one: C): Candidate => {
    const traits = definition.describe(one, params);
    let bits = 0;
    tests.forEach((test, i) => {
      if (test(traits)) bits |= 1 << i;
    });
    const { identity, twin, stratum, scene = null } = traits;
    let built: Item | null = null;
    const build = (): Item => {
      const compared = form.blueprint.flatMap(({ tag }, i) => ((bits >> i) & 1 ? [tag] : []));
      const tags = [...new Set([...traits.tags, ...compared])];
      const item: Item = { identity, twin, tags, ...definition.build(one, params) };
      if (definition.worked !== undefined)
        workings.set(item, () => definition.worked?.(one, params) ?? null);
      return item;
    };
    return { identity, twin, stratum, scene, bits, build: () => (built ??= build()) };
  };
  return {
    form,
    size: definition.size(params),
    all: () => Array.from(definition.cases(params), candidateOf),
    draw: (random) => {
      const one = definition.draw(random, params);
      return one === null ? null : candidateOf(one);
    },
  };
}
